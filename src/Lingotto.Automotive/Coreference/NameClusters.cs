using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>Groups the names of an article by form alone: people by surname, acronyms by their definition, companies by legal form.</summary>
internal static class NameClusters
{
    /// <summary>The distinct names, in order of first mention.</summary>
    public static List<NameForm> Forms(string text, IReadOnlyList<NameMention> mentions)
    {
        var forms = new List<NameForm>();
        var byKey = new Dictionary<(ulong, EntityKind), NameForm>();
        foreach (NameMention found in mentions)
        {
            if (found.Kind == EntityKind.Role || found.Span.IsEmpty) continue;
            NameMention mention = OutsideWords.Trim(text, found);
            ReadOnlySpan<char> printed = mention.Span.Of(text);
            ulong key = FoldedName.Key(printed);
            if (!byKey.TryGetValue((key, mention.Kind), out NameForm? form))
            {
                byKey[(key, mention.Kind)] = form = new NameForm(printed.ToString(), mention.Kind);
                forms.Add(form);
            }

            form.Mentions.Add(mention);
        }

        return forms;
    }

    /// <summary>The clusters, in order of first mention.</summary>
    public static List<EntityCluster> Group(string text, List<NameForm> forms)
    {
        List<EntityCluster> clusters = [.. forms.Select(f => new EntityCluster(f))];
        PersonNames.Merge(clusters);
        Acronyms.Merge(text, clusters);
        clusters.RemoveAll(c => c.Forms.Count == 0);
        return clusters;
    }
}
