using System.Runtime.InteropServices;

namespace Lingotto.Training.Ner;

/// <summary>Sequences whose features are numbers from 0, in the order of their hashes; rare features are <see cref="Unused"/>.</summary>
internal sealed class NumberedSequences
{
    public const uint Unused = uint.MaxValue;

    private readonly LabelledSequence[] _sequences;

    public NumberedSequences(IReadOnlyList<LabelledSequence> sequences, int minimumCount)
    {
        var counts = new Dictionary<uint, int>();
        foreach (LabelledSequence sequence in sequences)
        {
            PositionCount += sequence.Count;
            foreach (uint feature in sequence.Features) CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
        }

        Names = [.. counts.Where(c => c.Value >= minimumCount).Select(c => c.Key).Order()];
        counts.Clear();
        for (int i = 0; i < Names.Length; i++) counts[Names[i]] = i;
        _sequences = [.. sequences.Select(s => s with { Features = [.. s.Features.Select(f => counts.TryGetValue(f, out int number) ? (uint)number : Unused)] })];
    }

    /// <summary>The hash of each number.</summary>
    public uint[] Names { get; }

    public int PositionCount { get; }

    public LabelledSequence this[int index] => _sequences[index];

    /// <summary>Replaces each number by <paramref name="number"/>[it].</summary>
    public void Renumber(uint[] number)
    {
        foreach (LabelledSequence sequence in _sequences)
        {
            for (int i = 0; i < sequence.Features.Length; i++)
            {
                if (sequence.Features[i] != Unused) sequence.Features[i] = number[sequence.Features[i]];
            }
        }
    }
}
