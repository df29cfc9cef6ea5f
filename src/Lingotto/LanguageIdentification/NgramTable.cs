using System.Runtime.InteropServices;

namespace Lingotto;

/// <summary>The numbers of the n-grams that a model knows. Read in place.</summary>
/// <remarks>Section: 2^15 entries (uint32), place by the high bits of the hash, linear probing; the high half is a fingerprint, the low half the number plus one.</remarks>
internal static class NgramTable
{
    public const int Bits = 15;
    public const int Mask = (1 << Bits) - 1;

    /// <summary>The number of an n-gram, -1 where it is not known.</summary>
    public static int Find(ReadOnlySpan<uint> table, uint hash)
    {
        uint key = NgramReader.Mix(hash);
        for (int at = (int)(key >> (32 - Bits)); table[at & Mask] is var entry and not 0; at++)
        {
            if (entry >> 16 == (key & 0xFFFF)) return (int)(entry & 0xFFFF) - 1;
        }

        return -1;
    }

    /// <summary>The table of some n-grams in the order of their numbers.</summary>
    public static byte[] Write(IReadOnlyList<uint> hashes)
    {
        if (hashes.Count > 3 << (Bits - 2)) throw new ArgumentException($"At most {3 << (Bits - 2)} n-grams fit, not {hashes.Count}.", nameof(hashes));
        var table = new uint[1 << Bits];
        for (int i = 0; i < hashes.Count; i++)
        {
            uint key = NgramReader.Mix(hashes[i]);
            int at = (int)(key >> (32 - Bits));
            while (table[at & Mask] != 0) at++;
            table[at & Mask] = ((key & 0xFFFF) << 16) | (uint)(i + 1);
        }

        return MemoryMarshal.AsBytes(table.AsSpan()).ToArray();
    }
}
