namespace Lingotto.Ner;

/// <summary>The transitions of a linear-chain conditional random field over BILOU labels; forbidden ones are not there at all.</summary>
internal sealed class ChainModel
{
    public ChainModel(BilouScheme scheme, ReadOnlySpan<float> transitions)
    {
        Scheme = scheme;
        int labels = scheme.LabelCount;
        if (transitions.Length != labels * labels) throw new ArgumentException($"Expected {labels * labels} transitions, found {transitions.Length}.", nameof(transitions));
        Scores = transitions.ToArray();
        Factors = new float[labels * labels];
        AllScores = new float[labels * labels];
        Previous = new int[labels][];
        Next = new int[labels][];
        for (int label = 0; label < labels; label++)
        {
            Previous[label] = [.. Enumerable.Range(0, labels).Where(p => BilouScheme.CanFollow(p, label))];
            Next[label] = [.. Enumerable.Range(0, labels).Where(n => BilouScheme.CanFollow(label, n))];
        }

        Refresh();
    }

    public BilouScheme Scheme { get; }

    /// <summary>Score of label <c>b</c> after label <c>a</c> at <c>a * labels + b</c>.</summary>
    public float[] Scores { get; }

    /// <summary>The scores, minus infinity for forbidden transitions.</summary>
    public float[] AllScores { get; }

    /// <summary>The scores as factors, 0 for forbidden transitions.</summary>
    public float[] Factors { get; }

    public int[][] Previous { get; }

    public int[][] Next { get; }

    /// <summary>Recomputes the factors after a trainer changed the scores.</summary>
    public void Refresh()
    {
        int labels = Scheme.LabelCount;
        for (int i = 0; i < Scores.Length; i++)
        {
            bool allowed = BilouScheme.CanFollow(i / labels, i % labels);
            Factors[i] = allowed ? (float)ExactMath.Exp((double)Scores[i]) : 0;
            AllScores[i] = allowed ? Scores[i] : float.NegativeInfinity;
        }
    }
}
