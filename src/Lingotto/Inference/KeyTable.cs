using System.Numerics;
using System.Runtime.InteropServices;

namespace Lingotto.Inference;

/// <summary>
/// A read-only table from 64-bit keys to numbers, used in place: slots of check and number (uint32 each, number 0 for an empty slot), linear probing from the key's low bits.
/// The check is the key's high half, so that a key that was never added is found with probability 2^-32.
/// </summary>
internal readonly unsafe struct KeyTable
{
    private readonly uint* _slots;
    private readonly uint _mask;

    /// <summary>A table over bytes that stay where they are; the number of slots must be a power of two.</summary>
    public KeyTable(byte* bytes, int length)
    {
        _slots = (uint*)bytes;
        _mask = (uint)(length / 8) - 1;
    }

    /// <summary>The number of a key, <paramref name="otherwise"/> where it was not added.</summary>
    public int Find(ulong key, int otherwise)
    {
        uint check = (uint)(key >> 32);
        for (uint slot = (uint)key & _mask; ; slot = (slot + 1) & _mask)
        {
            uint number = _slots[(2 * slot) + 1];
            if (number == 0) return otherwise;
            if (_slots[2 * slot] == check) return (int)number;
        }
    }

    /// <summary>The bytes of a table at most half full. Numbers must be positive.</summary>
    public static byte[] Build(IReadOnlyDictionary<ulong, int> numbers)
    {
        int capacity = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2 * numbers.Count));
        var slots = new uint[2 * capacity];
        foreach ((ulong key, int number) in numbers.OrderBy(pair => pair.Value))
        {
            uint slot = (uint)key & (uint)(capacity - 1);
            while (slots[(2 * slot) + 1] != 0) slot = (slot + 1) & (uint)(capacity - 1);
            slots[2 * slot] = (uint)(key >> 32);
            slots[(2 * slot) + 1] = (uint)number;
        }

        return MemoryMarshal.AsBytes<uint>(slots).ToArray();
    }
}
