namespace Lingotto.Training.Ner;

/// <summary>A sequence to train a labeller on: the features of each position, and the labels that are right there.</summary>
/// <param name="Offsets">Index in <paramref name="Features"/> of the first feature of each position, and the end.</param>
/// <param name="Features">Features by hash; the trainer replaces them by numbers.</param>
/// <param name="Allowed">For each position the labels that may be right, as bits.</param>
internal sealed record LabelledSequence(int[] Offsets, uint[] Features, ulong[] Allowed)
{
    public int Count => Allowed.Length;

    /// <summary>How much its gradient counts.</summary>
    public float Weight { get; init; } = 1;
}
