using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>Joins a name and the acronym or short name that the text defines for it in brackets: <c>Michigan Economic Development Corporation (MEDC)</c>.</summary>
internal static class Acronyms
{
    private const int LongestGap = 3;

    public static void Merge(string text, List<EntityCluster> clusters)
    {
        var starts = new List<(int Start, int End, EntityCluster Cluster, NameForm Form)>();
        foreach (EntityCluster cluster in clusters)
        {
            foreach (NameForm form in cluster.Forms) starts.Add((form.FirstStart, form.Mentions[0].Span.End, cluster, form));
        }

        starts.Sort((a, b) => a.Start.CompareTo(b.Start));
        for (int i = 1; i < starts.Count; i++)
        {
            (int start, int end, EntityCluster right, NameForm rightForm) = starts[i];
            (_, int leftEnd, EntityCluster left, NameForm leftForm) = starts[i - 1];
            if (left == right || left.Kind != right.Kind || left.Kind == EntityKind.Person || left.Forms.Count == 0 || right.Forms.Count == 0) continue;
            if (start - leftEnd > LongestGap || start <= leftEnd || !text.AsSpan(leftEnd, start - leftEnd).Contains('(') || end >= text.Length || text[end] is not ')') continue;
            if (IsAcronymOf(rightForm.Text, leftForm.Text) || IsAcronymOf(leftForm.Text, rightForm.Text)) left.Absorb(right);
        }
    }

    /// <summary>Whether the letters of a short name are found in order in the long one, each at the start of a piece or after such a one.</summary>
    public static bool IsAcronymOf(string acronym, string name)
    {
        if (acronym.Length < 2 || acronym.Length > 12 || acronym.Contains(' ') || name.Length <= acronym.Length) return false;
        int at = 0, initials = 0;
        bool pieceStart = true, first = true;
        for (int i = 0; i < name.Length && at < acronym.Length; i++)
        {
            char c = FoldedName.Fold(name[i]);
            if (c == 0) { pieceStart = true; continue; }
            if (c == FoldedName.Fold(acronym[at]))
            {
                if (first && !pieceStart) return false;
                first = false;
                if (pieceStart) initials++;
                at++;
            }
            else if (first) return false;

            pieceStart = false;
        }

        return at == acronym.Length && initials >= 2;
    }
}
