using System.Numerics;
using System.Runtime.InteropServices;

namespace Lingotto.Parsing;

/// <summary>
/// Keeps what the first layer makes of a word, which depends on its form, lemma and tag alone: the words of a language are few, and half of a text is a hundred of them.
/// Not safe for concurrent use.
/// </summary>
/// <remarks>A word's row is found by 64 bits of its form, lemma and part of speech and the identity of its features. What is kept is a function of the word, so that results do not depend on what was parsed before.</remarks>
internal sealed unsafe class WordGateCache(short* rows, int width)
{
    /// <summary>Number of rows that are kept.</summary>
    public const int SlotCount = 1024;

    /// <summary>Rows in all: those that are kept, and one for each word of a segment whose row is taken by another word of the segment.</summary>
    public const int RowCount = SlotCount + ParserWorkspace.Capacity;

    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private readonly ulong[] _keys = new ulong[SlotCount];
    private readonly string?[] _feats = new string?[SlotCount];
    private readonly int[] _used = new int[SlotCount];
    private int _segment;
    private int _spare;

    /// <summary>Begins a segment: rows that are handed out from here on stay as they are until the next call.</summary>
    public void BeginSegment()
    {
        if (++_segment == int.MaxValue)
        {
            Array.Clear(_used);
            _segment = 1;
        }

        _spare = SlotCount;
    }

    /// <summary>The row of a word; true where it holds the word's gates already, else the caller has to fill it.</summary>
    public bool Find(ulong key, string? feats, out short* row)
    {
        int slot = (int)(key >> 32) & (SlotCount - 1);
        if (_keys[slot] == key && ReferenceEquals(_feats[slot], feats))
        {
            _used[slot] = _segment;
            row = rows + ((long)slot * width);
            return true;
        }

        if (_used[slot] == _segment)
        {
            row = rows + ((long)_spare++ * width);
            return false;
        }

        _keys[slot] = key;
        _feats[slot] = feats;
        _used[slot] = _segment;
        row = rows + ((long)slot * width);
        return false;
    }

    /// <summary>The key of a word; never 0.</summary>
    public static ulong Key(ReadOnlySpan<char> form, ReadOnlySpan<char> lemma, Upos upos, bool begins)
    {
        ulong hash = Hash(Multiplier + ((ulong)upos << 1) + (begins ? 1UL : 0UL), form);
        return Hash(hash, lemma) | 1;
    }

    private static ulong Hash(ulong hash, ReadOnlySpan<char> text)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(text);
        hash = Mix(hash ^ (ulong)bytes.Length);
        for (; bytes.Length >= 8; bytes = bytes[8..]) hash = Mix(hash ^ MemoryMarshal.Read<ulong>(bytes));
        ulong rest = 0;
        for (int i = 0; i < bytes.Length; i += 2) rest = (rest << 16) | MemoryMarshal.Read<ushort>(bytes[i..]);
        return Mix(hash ^ rest);
    }

    private static ulong Mix(ulong value)
    {
        ulong high = Math.BigMul(value ^ 0xC4CEB9FE1A85EC53, Multiplier, out ulong low);
        return BitOperations.RotateLeft(high, 23) ^ low;
    }
}
