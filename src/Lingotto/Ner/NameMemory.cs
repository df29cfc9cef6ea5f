using System.Runtime.InteropServices;

namespace Lingotto.Ner;

/// <summary>
/// How capitalised words were tagged in the sentences around, so that a name is seen alike throughout a text (as in Krishnan and Manning 2006, but by a
/// plain second pass). Not safe for concurrent use.
/// </summary>
internal sealed class NameMemory(BilouScheme scheme)
{
    /// <summary>How much the other occurrences count against the unit's own score.</summary>
    private const float Weight = 1;

    private const float Floor = 0.05f;

    private readonly int _types = scheme.Types.Count + 1;
    private readonly Dictionary<uint, (int Count, float[] Sums)> _words = [];

    /// <summary>Adds or, with a <paramref name="sign"/> of -1, takes away an occurrence with its probability of being outside and of each type.</summary>
    public void Add(uint word, ReadOnlySpan<float> probabilities, int sign)
    {
        ref (int Count, float[] Sums) entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, word, out bool exists);
        if (!exists) entry.Sums = new float[_types];
        entry.Count += sign;
        for (int t = 0; t < _types; t++) entry.Sums[t] += sign * probabilities[t];
    }

    /// <summary>Moves the scores of an occurrence towards what the others are.</summary>
    public void Adjust(uint word, ReadOnlySpan<float> own, Span<float> scores)
    {
        if (!_words.TryGetValue(word, out (int Count, float[] Sums) entry) || entry.Count < 2) return;
        Span<float> shifts = stackalloc float[_types];
        for (int t = 0; t < _types; t++)
        {
            float others = Math.Max(0, entry.Sums[t] - own[t]) / (entry.Count - 1);
            shifts[t] = Weight * (float)ExactMath.Log((others + Floor) / (1 + Floor));
        }

        for (int l = 0; l < scores.Length; l++) scores[l] += shifts[BilouScheme.TypeOf(l) + 1];
    }

    /// <summary>The probabilities of being outside and of each type, from those of the labels.</summary>
    public static void TypeProbabilities(ReadOnlySpan<float> labels, Span<float> types)
    {
        types.Clear();
        for (int l = 0; l < labels.Length; l++) types[BilouScheme.TypeOf(l) + 1] += labels[l];
    }
}
