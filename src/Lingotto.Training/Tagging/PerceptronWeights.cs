using System.Numerics;
using Lingotto.Tagging;

namespace Lingotto.Training.Tagging;

/// <summary>
/// Weights under training, with what their average needs, in hashed lines. Features that occur seldom get no weight, since what is learned of them
/// does not hold elsewhere.
/// </summary>
internal sealed class PerceptronWeights
{
    private const int ValueBits = 6;
    private const int LineLength = 1 << ValueBits;
    private readonly int[] _weights;
    private readonly long[] _sums;
    private readonly HashSet<ulong> _touched = [];
    private readonly byte[] _occurrences;
    private readonly uint _lineMask;
    private readonly int _cutoff;

    /// <param name="occurrences">How often each feature occurs.</param>
    /// <param name="cutoff">How often it must.</param>
    /// <param name="words">Number of words to learn from, which the size of the map follows.</param>
    public PerceptronWeights(byte[] occurrences, int cutoff, int words)
    {
        _occurrences = occurrences;
        _cutoff = cutoff;
        int lines = 1 << Math.Clamp(BitOperations.Log2((uint)Math.Max(words, 1)) - 1, 8, 17);
        _weights = new int[lines * LineLength];
        _sums = new long[_weights.Length];
        _lineMask = (uint)lines - 1;
    }

    /// <summary>Number of updates so far.</summary>
    public long Step { get; set; } = 1;

    public View Current => new(this);

    /// <summary>A table to count occurrences of features in, for <see cref="Count"/>.</summary>
    public static byte[] NewCounter() => new byte[1 << 24];

    public static void Count(byte[] occurrences, uint feature)
    {
        ref byte count = ref occurrences[feature >> 8];
        if (count < byte.MaxValue) count++;
    }

    public void Add(uint feature, int value, int amount)
    {
        if (_occurrences[feature >> 8] < _cutoff) return;
        _touched.Add(((ulong)feature << ValueBits) | (uint)value);
        int slot = SlotOf(feature, value);
        _weights[slot] += amount;
        _sums[slot] += Step * amount;
    }

    /// <summary>Makes the weights their average over all steps, finely rounded; nothing can be learned after.</summary>
    public View Averaged()
    {
        const int Fineness = 64;
        for (int i = 0; i < _weights.Length; i++) _weights[i] = (int)Math.Round(Fineness * (_weights[i] - (_sums[i] / (double)Step)));
        return Current;
    }

    /// <summary>The average of the weights over all steps, by feature and value.</summary>
    public IEnumerable<KeyValuePair<ulong, double>> Average()
    {
        foreach (ulong key in _touched)
        {
            int slot = SlotOf((uint)(key >> ValueBits), (int)(key & (LineLength - 1)));
            yield return new KeyValuePair<ulong, double>(key, _weights[slot] - (_sums[slot] / (double)Step));
        }
    }

    /// <summary>The sum of several trainings' averages as a table of signed bytes, without the weights under <paramref name="minimum"/> updates.</summary>
    public static byte[] Quantise(IReadOnlyList<PerceptronWeights> trainings, double minimum)
    {
        var sum = new Dictionary<ulong, double>();
        foreach (PerceptronWeights training in trainings)
        {
            foreach ((ulong key, double weight) in training.Average()) sum[key] = sum.GetValueOrDefault(key) + weight;
        }

        double[] sizes = [.. sum.Values.Select(Math.Abs).Order()];
        double scale = sizes.Length == 0 ? 1 : 127 / Math.Max(sizes[Math.Min(sizes.Length - 1, (int)(sizes.Length * 0.9998))], 1e-9);
        var features = new List<(uint, (byte, sbyte)[])>();
        var own = new List<(byte, sbyte)>();
        uint current = 0;
        foreach ((ulong key, double weight) in sum.OrderBy(s => s.Key))
        {
            uint feature = (uint)(key >> ValueBits);
            if (feature != current && own.Count > 0)
            {
                features.Add((current, [.. own]));
                own.Clear();
            }

            current = feature;
            int quantised = (int)Math.Clamp(Math.Round(weight * scale), -127, 127);
            if (quantised != 0 && Math.Abs(weight) >= minimum * trainings.Count) own.Add(((byte)(key & ((1 << ValueBits) - 1)), (sbyte)quantised));
        }

        if (own.Count > 0) features.Add((current, [.. own]));
        return FeatureTable.Build(features);
    }

    // A feature's weights lie in one line, in an order of their own, so that features that share a line seldom share a weight.
    private int SlotOf(uint feature, int value) => (int)((((feature * 0x9E3779B1) >> 8 & _lineMask) << ValueBits) | (((uint)value ^ feature) & (LineLength - 1)));

    /// <summary>The weights as they are.</summary>
    public readonly struct View(PerceptronWeights weights) : IWeights
    {
        public void Prefetch(uint feature) { }

        public void Accumulate(uint feature, ReadOnlySpan<byte> candidates, Span<int> scores)
        {
            if (weights._occurrences[feature >> 8] < weights._cutoff) return;
            foreach (byte value in candidates) scores[value] += weights._weights[weights.SlotOf(feature, value)];
        }
    }
}
