using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>Gathers the names of one person: <c>Nino Bracco</c>, <c>N. Bracco</c>, <c>Bracco</c>.</summary>
internal static class PersonNames
{
    public static void Merge(List<EntityCluster> clusters)
    {
        var byLastPiece = new Dictionary<ulong, List<EntityCluster>>();
        foreach (EntityCluster cluster in clusters)
        {
            if (cluster.Kind == EntityKind.Person && cluster.Forms[0].Pieces.Length > 1) MergeFullName(cluster, byLastPiece);
        }

        foreach (EntityCluster cluster in clusters)
        {
            if (cluster.Kind != EntityKind.Person || cluster.Forms.Count != 1) continue;
            NameForm form = cluster.Forms[0];
            if (form.Pieces.Length == 0 || !byLastPiece.TryGetValue(form.Pieces[^1], out List<EntityCluster>? people)) continue;
            if (Nearest(people, form) is { } person && person != cluster) person.Absorb(cluster);
        }

        MergeInnerSurnames(clusters);
    }

    private static void MergeFullName(EntityCluster cluster, Dictionary<ulong, List<EntityCluster>> byLastPiece)
    {
        NameForm form = cluster.Forms[0];
        if (!byLastPiece.TryGetValue(form.Pieces[^1], out List<EntityCluster>? people)) byLastPiece[form.Pieces[^1]] = people = [];
        foreach (EntityCluster person in people)
        {
            if (!person.Forms.Exists(f => FirstNamesAgree(f, form))) continue;
            person.Absorb(cluster);
            return;
        }

        people.Add(cluster);
    }

    /// <summary>Whether two full names with the same last piece have the same first name, or one the other's initial.</summary>
    private static bool FirstNamesAgree(NameForm a, NameForm b)
    {
        if (a.Pieces[0] == b.Pieces[0]) return true;
        bool initial = (a.Initials & 1) != 0 || (b.Initials & 1) != 0;
        return initial && FoldedName.Fold(a.Text[0]) == FoldedName.Fold(b.Text[0]);
    }

    /// <summary>The person with that surname who was named in full last before the surname stands alone; else the first after it.</summary>
    private static EntityCluster? Nearest(List<EntityCluster> people, NameForm surname)
    {
        EntityCluster? nearest = null;
        int nearestStart = -1;
        foreach (EntityCluster person in people)
        {
            foreach (NameForm full in person.Forms)
            {
                if (!surname.IsSuffixOf(full)) continue;
                foreach (NameMention mention in full.Mentions)
                {
                    int start = mention.Span.Start;
                    bool before = start < surname.FirstStart;
                    if (nearest is null || (before && (start > nearestStart || nearestStart > surname.FirstStart))) (nearest, nearestStart) = (person, start);
                }
            }
        }

        return nearest;
    }

    /// <summary>A single piece that stands inside one full name of the article, not at its end: a first name, or the first of two surnames.</summary>
    private static void MergeInnerSurnames(List<EntityCluster> clusters)
    {
        foreach (EntityCluster cluster in clusters)
        {
            if (cluster.Kind != EntityKind.Person || cluster.Forms.Count != 1 || cluster.Forms[0].Pieces.Length != 1) continue;
            EntityCluster? holder = null;
            int holders = 0;
            foreach (EntityCluster person in clusters)
            {
                if (person == cluster || person.Kind != EntityKind.Person) continue;
                if (!person.Forms.Exists(f => f.Pieces.Length > 1 && f.Pieces.Contains(cluster.Forms[0].Pieces[0]))) continue;
                holder = person;
                holders++;
            }

            if (holders == 1) holder!.Absorb(cluster);
        }
    }
}
