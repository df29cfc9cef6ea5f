namespace Lingotto.Tagging;

/// <summary>Weights of features for the values of a decision.</summary>
internal interface IWeights
{
    /// <summary>
    /// Adds a feature's weights, by its hash, to the scores of the values. Scores of values that are no candidates may be added to or not.
    /// </summary>
    void Accumulate(uint feature, ReadOnlySpan<byte> candidates, Span<int> scores);

    /// <summary>Asks the processor to fetch what <see cref="Accumulate"/> will read.</summary>
    void Prefetch(uint feature);
}
