using System.Runtime.Intrinsics;

namespace Lingotto.Tagging;

/// <summary>
/// Sums of the weights of features that many forms share, as their endings: a table of fixed size in which one takes the place of another that falls on it.
/// What it gives never depends on what it holds. Not safe for concurrent use.
/// </summary>
internal sealed class SharedRows
{
    private const int Bits = 10, RowLength = WordType.RowLength;
    private readonly (ulong First, ulong Second)[] _keys = new (ulong, ulong)[1 << Bits];
    private readonly short[] _rows = new short[RowLength << Bits];

    public SharedRows() => Array.Fill(_keys, (ulong.MaxValue, ulong.MaxValue));

    /// <summary>Adds the weights of features that depend on nothing but the two values to the scores.</summary>
    public void Add((ulong First, ulong Second) key, ReadOnlySpan<uint> features, FeatureTable weights, Span<int> scores)
    {
        int slot = (int)((((key.First * 0x9E3779B97F4A7C15) ^ key.Second) * 0xD6E8FEB86659FD93) >> (64 - Bits));
        Span<short> row = _rows.AsSpan(slot * RowLength, RowLength);
        if (_keys[slot] != key)
        {
            Span<int> sums = stackalloc int[RowLength];
            weights.AccumulateAll(features, sums);
            for (int c = 0; c < RowLength; c++) row[c] = (short)sums[c];
            _keys[slot] = key;
        }

        for (int c = 0; c < RowLength; c += Vector128<short>.Count)
        {
            (Vector128<int> lower, Vector128<int> upper) = Vector128.Widen(Vector128.Create<short>(row[c..]));
            (Vector128.Create<int>(scores[c..]) + lower).CopyTo(scores[c..]);
            (Vector128.Create<int>(scores[(c + Vector128<int>.Count)..]) + upper).CopyTo(scores[(c + Vector128<int>.Count)..]);
        }
    }
}
