namespace Lingotto.Training;

/// <summary>Scores an analysis of raw text against a treebank; the figures are those of the treebank script, to the last digit.</summary>
public static class TreebankScorer
{
    private const int WorstWordCount = 20;

    /// <summary>The score of <paramref name="system"/> against <paramref name="gold"/>.</summary>
    /// <exception cref="ArgumentException">The texts differ by more than white space.</exception>
    public static TreebankScore Score(TreebankText gold, TreebankText system)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(system);
        RequireSameText(gold.Characters, system.Characters);
        List<(TreebankWord Gold, TreebankWord System)> pairs = WordAlignment.Pairs(gold.Words, system.Words);
        int[] mate = new int[gold.Words.Count];
        Array.Fill(mate, -1);
        foreach ((TreebankWord g, TreebankWord s) in pairs) mate[g.Index] = s.Index;

        return new TreebankScore
        {
            Tokens = Shared(gold.Tokens, system.Tokens),
            Sentences = Shared(gold.Sentences, system.Sentences),
            Words = Of((_, _) => true),
            Upos = Of((g, s) => g.Word.Upos == s.Word.Upos),
            UFeats = Of((g, s) => g.Features == s.Features),
            Lemmas = Of((g, s) => g.Word.Lemma == "_" || g.Word.Lemma == s.Word.Lemma),
            Uas = Of((g, s) => IsSameHead(mate, g, s)),
            Las = Of((g, s) => IsSameHead(mate, g, s) && g.Relation == s.Relation),
            UposConfusion = pairs.CountBy(p => (p.Gold.Word.Upos, p.System.Word.Upos)).ToDictionary(),
            WorstWords = Worst(pairs),
        };

        Measure Of(Func<TreebankWord, TreebankWord, bool> same) => new(pairs.Count(p => same(p.Gold, p.System)), gold.Words.Count, system.Words.Count);
    }

    internal static bool IsSameHead(int[] mate, TreebankWord gold, TreebankWord system) =>
        gold.Parent >= 0 && system.Parent >= 0 ? mate[gold.Parent] == system.Parent : gold.IsRoot && system.IsRoot;

    private static Measure Shared(List<(int, int)> gold, List<(int, int)> system)
    {
        HashSet<(int, int)> both = [.. gold];
        both.IntersectWith(system);
        return new Measure(both.Count, gold.Count, system.Count);
    }

    private static List<Confusion> Worst(List<(TreebankWord Gold, TreebankWord System)> pairs) =>
    [
        .. pairs.Where(p => p.Gold.Word.Upos != p.System.Word.Upos)
            .CountBy(p => (p.Gold.LowerForm, p.Gold.Word.Upos, p.System.Word.Upos))
            .OrderByDescending(p => p.Value).ThenBy(p => p.Key.LowerForm, StringComparer.Ordinal)
            .Take(WorstWordCount)
            .Select(p => new Confusion(p.Key.LowerForm, p.Key.Item2, p.Key.Item3, p.Value)),
    ];

    internal static void RequireSameText(string gold, string system)
    {
        if (gold == system) return;
        int at = gold.AsSpan().CommonPrefixLength(system);
        throw new ArgumentException($"The texts differ at character {at} (white space aside), where {gold.Length} and {system.Length} characters were compared.", nameof(system));
    }
}
