namespace Lingotto.Training;

/// <summary>The measures of <see cref="TreebankScore"/> by the gold sentence that each item lies in: they sum up to those of the whole text, and can be resampled.</summary>
public sealed class SentenceMeasures
{
    private static readonly string[] Names = ["Tokens", "Sentences", "Words", "UPOS", "UFeats", "Lemmas", "UAS", "LAS"];

    private readonly int[] _ends;
    private readonly Measure[][] _measures;

    private SentenceMeasures(TreebankText gold, TreebankText system)
    {
        _ends = [.. gold.Sentences.Select(s => s.End)];
        _measures = [.. Names.Select(_ => new Measure[_ends.Length])];
        Shared(_measures[0], gold.Tokens, system.Tokens);
        Shared(_measures[1], gold.Sentences, system.Sentences);
        for (int i = 2; i < Names.Length; i++)
        {
            foreach (TreebankWord word in gold.Words) _measures[i][SentenceOf(word.Span.Start)] += new Measure(0, 1, 0);
            foreach (TreebankWord word in system.Words) _measures[i][SentenceOf(word.Span.Start)] += new Measure(0, 0, 1);
        }

        int[] mate = new int[gold.Words.Count];
        Array.Fill(mate, -1);
        List<(TreebankWord Gold, TreebankWord System)> pairs = WordAlignment.Pairs(gold.Words, system.Words);
        foreach ((TreebankWord g, TreebankWord s) in pairs) mate[g.Index] = s.Index;
        foreach ((TreebankWord g, TreebankWord s) in pairs)
        {
            bool head = TreebankScorer.IsSameHead(mate, g, s);
            Count(g, true, g.Word.Upos == s.Word.Upos, g.Features == s.Features, g.Word.Lemma == "_" || g.Word.Lemma == s.Word.Lemma, head, head && g.Relation == s.Relation);
        }
    }

    /// <summary>The measures by name, one of each gold sentence in order of the text.</summary>
    /// <exception cref="ArgumentException">The texts differ by more than white space.</exception>
    public static IReadOnlyList<(string Name, IReadOnlyList<Measure> Sentences)> Score(TreebankText gold, TreebankText system)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(system);
        TreebankScorer.RequireSameText(gold.Characters, system.Characters);
        return [.. Names.Zip(new SentenceMeasures(gold, system)._measures, (name, measures) => (name, (IReadOnlyList<Measure>)measures))];
    }

    private void Count(TreebankWord gold, params ReadOnlySpan<bool> right)
    {
        int sentence = SentenceOf(gold.Span.Start);
        for (int i = 0; i < right.Length; i++)
        {
            if (right[i]) _measures[i + 2][sentence] += new Measure(1, 0, 0);
        }
    }

    private void Shared(Measure[] measures, List<(int Start, int End)> gold, List<(int Start, int End)> system)
    {
        HashSet<(int, int)> found = [.. system];
        foreach ((int Start, int End) item in gold) measures[SentenceOf(item.Start)] += new Measure(found.Contains(item) ? 1 : 0, 1, 0);
        foreach ((int Start, int End) item in system) measures[SentenceOf(item.Start)] += new Measure(0, 0, 1);
    }

    /// <summary>The sentence that a character lies in. Logarithmic.</summary>
    private int SentenceOf(int character)
    {
        int at = Array.BinarySearch(_ends, character + 1);
        return Math.Min(at < 0 ? ~at : at, _ends.Length - 1);
    }
}
