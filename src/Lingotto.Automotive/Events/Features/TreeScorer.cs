using System.Buffers.Binary;

namespace Lingotto.Automotive;

/// <summary>A sum of small decision trees over a vector of numbers (Friedman 2001). Immutable, safe for concurrent use.</summary>
internal sealed class TreeScorer
{
    /// <summary>Questions on the way from the root to a leaf.</summary>
    public const int Depth = 3;

    private const int Nodes = (1 << Depth) - 1, Leaves = 1 << Depth;
    private readonly byte[] _features;
    private readonly float[] _thresholds;
    private readonly float[] _leaves;

    /// <param name="features">For each tree the feature that each of its nodes asks for, the root first, then level by level.</param>
    /// <param name="thresholds">For each node the largest value that goes left.</param>
    /// <param name="leaves">For each tree the values of its leaves from left to right.</param>
    public TreeScorer(byte[] features, float[] thresholds, float[] leaves) => (_features, _thresholds, _leaves) = (features, thresholds, leaves);

    /// <summary>The log-odds of a vector.</summary>
    public float Score(ReadOnlySpan<float> vector)
    {
        float sum = 0;
        for (int node = 0, leaf = 0; leaf < _leaves.Length; node += Nodes, leaf += Leaves) sum += _leaves[leaf + LeafOf(vector, node)];
        return sum;
    }

    private int LeafOf(ReadOnlySpan<float> vector, int tree)
    {
        int at = 0;
        for (int level = 0; level < Depth; level++) at = (2 * at) + (vector[_features[tree + at]] > _thresholds[tree + at] ? 2 : 1);
        return at - Nodes;
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[(_features.Length * 5) + (_leaves.Length * 4)];
        _features.CopyTo(bytes, 0);
        Span<byte> rest = bytes.AsSpan(_features.Length);
        for (int i = 0; i < _thresholds.Length; i++) BinaryPrimitives.WriteSingleLittleEndian(rest[(4 * i)..], _thresholds[i]);
        rest = rest[(4 * _thresholds.Length)..];
        for (int i = 0; i < _leaves.Length; i++) BinaryPrimitives.WriteSingleLittleEndian(rest[(4 * i)..], _leaves[i]);
        return bytes;
    }

    public static TreeScorer FromBytes(ReadOnlySpan<byte> bytes)
    {
        int trees = bytes.Length / ((Nodes * 5) + (Leaves * 4));
        var thresholds = new float[trees * Nodes];
        var leaves = new float[trees * Leaves];
        ReadOnlySpan<byte> rest = bytes[thresholds.Length..];
        for (int i = 0; i < thresholds.Length; i++) thresholds[i] = BinaryPrimitives.ReadSingleLittleEndian(rest[(4 * i)..]);
        rest = rest[(4 * thresholds.Length)..];
        for (int i = 0; i < leaves.Length; i++) leaves[i] = BinaryPrimitives.ReadSingleLittleEndian(rest[(4 * i)..]);
        return new TreeScorer(bytes[..thresholds.Length].ToArray(), thresholds, leaves);
    }
}
