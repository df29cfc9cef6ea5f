using System.Runtime.InteropServices;
using Lingotto.Tagging;

namespace Lingotto.Training.Tagging;

/// <summary>Weights under training, with what their average needs.</summary>
internal sealed class PerceptronWeights
{
    private readonly int[] _weights;
    private readonly long[] _sums;
    private readonly uint _lineMask;

    public PerceptronWeights(int lines)
    {
        _weights = new int[lines * WeightLayout.LineLength];
        _sums = new long[_weights.Length];
        _lineMask = (uint)lines - 1;
    }

    /// <summary>Number of updates so far.</summary>
    public long Step { get; set; } = 1;

    public View Current => new(_weights, _lineMask);

    public void Add(uint feature, int value, int amount)
    {
        uint index = WeightLayout.Index(feature, value, _lineMask);
        _weights[index] += amount;
        _sums[index] += Step * amount;
    }

    /// <summary>The averages as signed bytes, scaled so that all but one in 5,000 of those that are not zero fit.</summary>
    public byte[] Quantise()
    {
        var average = new double[_weights.Length];
        for (int i = 0; i < average.Length; i++) average[i] = _weights[i] - (_sums[i] / (double)Step);
        double[] sizes = [.. average.Where(a => a != 0).Select(Math.Abs).Order()];
        double scale = sizes.Length == 0 ? 1 : 127 / sizes[Math.Min(sizes.Length - 1, (int)(sizes.Length * 0.9998))];
        var bytes = new sbyte[average.Length];
        for (int i = 0; i < bytes.Length; i++) bytes[i] = (sbyte)Math.Clamp(Math.Round(average[i] * scale), -127, 127);
        return MemoryMarshal.AsBytes(bytes.AsSpan()).ToArray();
    }

    /// <summary>The weights as they are.</summary>
    public readonly struct View(int[] weights, uint lineMask) : IWeights
    {
        public uint LineMask => lineMask;

        public int this[uint feature, int value] => weights[WeightLayout.Index(feature, value, lineMask)];
    }
}
