using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lingotto.Ner;

/// <summary>
/// The weights of features by their hash, read in place: an open-addressing table of keys in buckets, whose entries hold a fingerprint and the number of
/// a row of signed bytes, one for each label. Features that training left out are not in it and count nothing.
/// </summary>
internal sealed class FeatureTable
{
    private const int RowBits = 18;
    private const uint RowMask = (1u << RowBits) - 1;

    /// <summary>So many keys are compared at once; a feature that its bucket has no room for stands in the next ones.</summary>
    private const uint Bucket = 8;

    /// <summary>So many features of one position can be added up without overflow.</summary>
    public const int MostFeatures = 256;

    private readonly ReadOnlyMemory<byte> _keys;
    private readonly ReadOnlyMemory<byte> _rows;
    private readonly int _labels;

    public FeatureTable(ReadOnlyMemory<byte> keys, ReadOnlyMemory<byte> rows, int labels)
    {
        _keys = keys;
        _rows = rows;
        _labels = labels;
    }

    /// <summary>Adds up the rows of the features, at most <see cref="MostFeatures"/>, into one sum for each label.</summary>
    [SkipLocalsInit]
    public void Sum(ReadOnlySpan<uint> features, Span<int> sums)
    {
        Debug.Assert(features.Length <= MostFeatures);
        Span<int> found = stackalloc int[MostFeatures];
        ReadOnlySpan<int> offsets = found[..Find(features, found)];
        ref byte first = ref MemoryMarshal.GetReference(_rows.Span);
        for (int label = 0; label < _labels; label += Vector128<sbyte>.Count)
        {
            Vector128<short> lower = default, upper = default;
            foreach (int offset in offsets)
            {
                Vector128<sbyte> row = Vector128.LoadUnsafe(ref Unsafe.Add(ref first, offset + label)).AsSByte();
                lower += Vector128.WidenLower(row);
                upper += Vector128.WidenUpper(row);
            }

            Store(lower, upper, sums[label.._labels]);
        }
    }

    private static void Store(Vector128<short> lower, Vector128<short> upper, Span<int> sums)
    {
        if (sums.Length < Vector128<sbyte>.Count)
        {
            for (int i = 0; i < sums.Length; i++) sums[i] = i < Vector128<short>.Count ? lower[i] : upper[i - Vector128<short>.Count];
            return;
        }

        ref int sum = ref MemoryMarshal.GetReference(sums);
        Vector128.WidenLower(lower).StoreUnsafe(ref sum);
        Vector128.WidenUpper(lower).StoreUnsafe(ref sum, 4);
        Vector128.WidenLower(upper).StoreUnsafe(ref sum, 8);
        Vector128.WidenUpper(upper).StoreUnsafe(ref sum, 12);
    }

    /// <summary>The same by plain code.</summary>
    internal void SumPlainly(ReadOnlySpan<uint> features, Span<int> sums)
    {
        Span<int> offsets = stackalloc int[MostFeatures];
        int count = Find(features, offsets);
        sums[.._labels].Clear();
        foreach (int offset in offsets[..count])
        {
            for (int label = 0; label < _labels; label++) sums[label] += (sbyte)_rows.Span[offset + label];
        }
    }

    private int Find(ReadOnlySpan<uint> features, Span<int> offsets)
    {
        ReadOnlySpan<uint> keys = MemoryMarshal.Cast<byte, uint>(_keys.Span);
        ref uint first = ref MemoryMarshal.GetReference(keys);
        uint buckets = (uint)(keys.Length / Bucket);
        int count = 0;
        foreach (uint feature in features)
        {
            Vector256<uint> fingerprint = Vector256.Create(Fingerprint(feature));
            uint bucket = BucketOf(feature, buckets);
            while (true)
            {
                Vector256<uint> found = Vector256.LoadUnsafe(ref first, bucket * Bucket);
                uint same = Vector256.Equals(found >>> RowBits, fingerprint).ExtractMostSignificantBits();
                if (same != 0)
                {
                    uint key = Unsafe.Add(ref first, (bucket * Bucket) + (uint)BitOperations.TrailingZeroCount(same));
                    offsets[count++] = (int)(key & RowMask) * _labels;
                    break;
                }

                if (Vector256.EqualsAny(found, Vector256<uint>.Zero)) break;
                if (++bucket == buckets) bucket = 0;
            }
        }

        return count;
    }

    /// <summary>The bytes of the key table for features in the order of their rows.</summary>
    public static byte[] WriteKeys(ReadOnlySpan<uint> features)
    {
        if (features.Length > RowMask) throw new ArgumentException($"A model holds at most {RowMask} features, not {features.Length}.", nameof(features));
        uint buckets = (uint)((features.Length * 3L / (2 * Bucket)) + 1);
        var keys = new uint[buckets * Bucket];
        for (int row = 0; row < features.Length; row++)
        {
            uint slot = BucketOf(features[row], buckets) * Bucket;
            while (keys[slot] != 0)
            {
                if (++slot == keys.Length) slot = 0;
            }

            keys[slot] = (Fingerprint(features[row]) << RowBits) | (uint)row;
        }

        return MemoryMarshal.AsBytes(keys.AsSpan()).ToArray();
    }

    /// <summary>The bytes of the rows, with room at the end for reading past the last one.</summary>
    public static byte[] WriteRows(ReadOnlySpan<sbyte> rows) => [.. MemoryMarshal.AsBytes(rows), .. new byte[Vector128<sbyte>.Count]];

    private static uint BucketOf(uint feature, uint buckets) => (uint)(((ulong)feature * buckets) >> 32);

    // The bucket comes of the upper bits.
    private static uint Fingerprint(uint feature)
    {
        uint fingerprint = feature & (uint.MaxValue >> RowBits);
        return fingerprint == 0 ? 1u : fingerprint;
    }
}
