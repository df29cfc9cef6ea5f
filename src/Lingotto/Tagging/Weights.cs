namespace Lingotto.Tagging;

/// <summary>Weights of features for the values of a decision, in lines: one feature's weights lie together.</summary>
internal interface IWeights
{
    /// <summary>Number of lines less one; the count is a power of two.</summary>
    uint LineMask { get; }

    /// <summary>The weight of a feature, by its hash, for a value.</summary>
    int this[uint feature, int value] { get; }
}

/// <summary>Where a feature's weights lie: a line of 64 by the upper bits of its hash, and in it a permutation by the lower bits, so that features that share a line seldom collide.</summary>
internal static class WeightLayout
{
    public const int LineLength = 64;

    public static uint Index(uint feature, int value, uint lineMask) => (((feature >> 7) & lineMask) * LineLength) | (((uint)value ^ feature) & (LineLength - 1));
}

/// <summary>Quantised weights read in place.</summary>
internal readonly unsafe struct QuantisedWeights(sbyte* weights, uint lineMask) : IWeights
{
    public uint LineMask => lineMask;

    public int this[uint feature, int value] => weights[WeightLayout.Index(feature, value, lineMask)];
}
