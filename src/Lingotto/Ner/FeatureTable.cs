using System.Runtime.InteropServices;

namespace Lingotto.Ner;

/// <summary>
/// The weights of features by their hash, read in place: an open-addressing table of keys, whose entries hold a fingerprint and the number of
/// a row of signed bytes, one for each label. Features that training left out are not in it and count nothing.
/// </summary>
internal sealed unsafe class FeatureTable
{
    private const int RowBits = 18;
    private const uint RowMask = (1u << RowBits) - 1;

    private readonly ReadOnlyMemory<byte> _keys;
    private readonly ReadOnlyMemory<byte> _rows;
    private readonly int _labels;

    public FeatureTable(ReadOnlyMemory<byte> keys, ReadOnlyMemory<byte> rows, int labels)
    {
        _keys = keys;
        _rows = rows;
        _labels = labels;
    }

    /// <summary>Adds up the rows of the features into one sum for each label.</summary>
    public void Sum(ReadOnlySpan<uint> features, Span<int> sums)
    {
        ReadOnlySpan<uint> keys = MemoryMarshal.Cast<byte, uint>(_keys.Span);
        ReadOnlySpan<byte> rows = _rows.Span;
        uint slots = (uint)keys.Length;
        int labels = _labels;
        sums = sums[..labels];
        sums.Clear();
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
                    AddRow(rows.Slice((int)(key & RowMask) * labels, labels), sums);
                    break;
                }

                if (++slot == slots) slot = 0;
            }
        }
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

    private static void AddRow(ReadOnlySpan<byte> row, Span<int> sums)
    {
        fixed (byte* from = row)
        fixed (int* to = sums)
        {
            for (int i = 0; i < row.Length; i++) to[i] += (sbyte)from[i];
        }
    }

    private static uint Fingerprint(uint feature)
    {
        uint fingerprint = FeatureHash.Mix(feature, 0xA136AAADu) >> RowBits;
        return fingerprint == 0 ? 1u : fingerprint;
    }
}
