using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lingotto.Ner;

/// <summary>
/// The weights of features by their hash, read in place: an open-addressing table of keys, whose entries hold a fingerprint and the number of
/// a row of signed bytes, one for each label. Features that training left out are not in it and count nothing.
/// </summary>
internal sealed class FeatureTable
{
    private const int RowBits = 18;
    private const uint RowMask = (1u << RowBits) - 1;

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
    public void Sum(ReadOnlySpan<uint> features, Span<int> sums)
    {
        Debug.Assert(features.Length <= MostFeatures);
        Span<int> offsets = stackalloc int[MostFeatures];
        int count = Find(features, offsets);
        ReadOnlySpan<sbyte> rows = MemoryMarshal.Cast<byte, sbyte>(_rows.Span);
        ref sbyte first = ref MemoryMarshal.GetReference(rows);
        Span<short> lanes = stackalloc short[Vector128<sbyte>.Count];
        for (int label = 0; label < _labels; label += Vector128<sbyte>.Count)
        {
            Vector128<short> lower = default, upper = default;
            foreach (int offset in offsets[..count])
            {
                Vector128<sbyte> row = Vector128.LoadUnsafe(ref first, (nuint)(offset + label));
                lower += Vector128.WidenLower(row);
                upper += Vector128.WidenUpper(row);
            }

            lower.CopyTo(lanes);
            upper.CopyTo(lanes[Vector128<short>.Count..]);
            for (int i = 0; i < lanes.Length && label + i < _labels; i++) sums[label + i] = lanes[i];
        }
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
        uint slots = (uint)keys.Length;
        int count = 0;
        foreach (uint feature in features)
        {
            uint fingerprint = Fingerprint(feature);
            uint slot = (uint)(((ulong)feature * slots) >> 32);
            while (true)
            {
                uint key = keys[(int)slot];
                if (key == 0) break;
                if (key >> RowBits == fingerprint)
                {
                    offsets[count++] = (int)(key & RowMask) * _labels;
                    break;
                }

                if (++slot == slots) slot = 0;
            }
        }

        return count;
    }

    /// <summary>The bytes of the key table for features in the order of their rows.</summary>
    public static byte[] WriteKeys(ReadOnlySpan<uint> features)
    {
        if (features.Length > RowMask) throw new ArgumentException($"A model holds at most {RowMask} features, not {features.Length}.", nameof(features));
        var keys = new uint[(features.Length * 3L / 2) + 8];
        for (int row = 0; row < features.Length; row++)
        {
            uint slot = (uint)(((ulong)features[row] * (uint)keys.Length) >> 32);
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

    private static uint Fingerprint(uint feature)
    {
        uint fingerprint = FeatureHash.Mix(feature, 0xA136AAADu) >> RowBits;
        return fingerprint == 0 ? 1u : fingerprint;
    }
}
