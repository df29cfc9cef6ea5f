namespace Lingotto.Training;

/// <summary>
/// Pairs words that stand in the same place of two analyses of one text. A run that a multiword token of either side covers is taken
/// whole, grown until no multiword token sticks out, and matched by the longest common subsequence of its forms (CoNLL 2018 shared task).
/// </summary>
internal static class WordAlignment
{
    public static List<(TreebankWord Gold, TreebankWord System)> Pairs(List<TreebankWord> gold, List<TreebankWord> system)
    {
        var pairs = new List<(TreebankWord, TreebankWord)>();
        int i = 0, j = 0;
        while (i < gold.Count && j < system.Count)
        {
            TreebankWord g = gold[i], s = system[j];
            if (g.IsMulti || s.IsMulti)
            {
                Run(gold, system, ref i, ref j, pairs);
            }
            else if (g.Span == s.Span)
            {
                pairs.Add((g, s));
                i++;
                j++;
            }
            else if (g.Span.Start <= s.Span.Start)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return pairs;
    }

    private static void Run(List<TreebankWord> gold, List<TreebankWord> system, ref int i, ref int j, List<(TreebankWord, TreebankWord)> pairs)
    {
        TreebankWord g = gold[i], s = system[j];
        int end = g.IsMulti ? g.Span.End : s.Span.End;
        if (g.IsMulti && !s.IsMulti && s.Span.Start < g.Span.Start) j++;
        if (!g.IsMulti && g.Span.Start < s.Span.Start) i++;
        int firstGold = i, firstSystem = j;
        while (IsInside(gold, i, end) || IsInside(system, j, end))
        {
            if (i < gold.Count && (j >= system.Count || gold[i].Span.Start <= system[j].Span.Start)) end = Grow(gold[i++], end);
            else end = Grow(system[j++], end);
        }

        LongestCommonSubsequence(gold[firstGold..i], system[firstSystem..j], pairs);
    }

    private static bool IsInside(List<TreebankWord> words, int at, int end) =>
        at < words.Count && (words[at].IsMulti ? words[at].Span.Start < end : words[at].Span.End <= end);

    private static int Grow(TreebankWord word, int end) => word.IsMulti ? Math.Max(end, word.Span.End) : end;

    private static void LongestCommonSubsequence(List<TreebankWord> a, List<TreebankWord> b, List<(TreebankWord, TreebankWord)> pairs)
    {
        var length = new int[a.Count + 1, b.Count + 1];
        for (int x = a.Count - 1; x >= 0; x--)
        {
            for (int y = b.Count - 1; y >= 0; y--)
            {
                length[x, y] = a[x].LowerForm == b[y].LowerForm ? length[x + 1, y + 1] + 1 : Math.Max(length[x + 1, y], length[x, y + 1]);
            }
        }

        for (int x = 0, y = 0; x < a.Count && y < b.Count;)
        {
            if (a[x].LowerForm == b[y].LowerForm) pairs.Add((a[x++], b[y++]));
            else if (length[x + 1, y] >= length[x, y + 1]) x++;
            else y++;
        }
    }
}
