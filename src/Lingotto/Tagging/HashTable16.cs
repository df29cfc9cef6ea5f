using System.Runtime.InteropServices;

namespace Lingotto.Tagging;

/// <summary>
/// A read-only map from 64-bit hashes to 16-bit values, laid out as it is stored: open addressing over slots of 16 bits of fingerprint and 16 bits of value.
/// Values are stored plus one, so that no slot in use is zero. An absent key is taken for a present one about once in 10,000 look-ups.
/// </summary>
internal sealed unsafe class HashTable16
{
    private readonly ReadOnlyMemory<byte> _owner;
    private readonly uint* _slots;
    private readonly uint _count;

    public HashTable16(ReadOnlyMemory<byte> content, Pinned pinned)
    {
        _owner = content;
        _slots = (uint*)pinned.Pin(content);
        _count = (uint)(content.Length / sizeof(uint));
    }

    /// <summary>The value of a key, -1 where it is absent.</summary>
    public int Find(ulong key)
    {
        if (_count == 0) return -1;
        uint fingerprint = Fingerprint(key);
        for (uint slot = Slot(key, _count); ; slot = slot + 1 == _count ? 0 : slot + 1)
        {
            uint content = _slots[slot];
            if (content == 0) return -1;
            if (content >> 16 == fingerprint) return (int)(content & 0xFFFF) - 1;
        }
    }

    /// <summary>Asks the processor to fetch a key's slot.</summary>
    public void Prefetch(ulong key)
    {
        if (_count != 0 && System.Runtime.Intrinsics.X86.Sse.IsSupported) System.Runtime.Intrinsics.X86.Sse.Prefetch0(_slots + Slot(key, _count));
    }

    /// <summary>Lays out a table of values under 65,535; of keys that occur twice the first is kept.</summary>
    public static byte[] Build(IReadOnlyList<KeyValuePair<ulong, ushort>> entries)
    {
        uint count = (uint)((entries.Count * 4L / 3) + 2);
        var slots = new uint[count];
        foreach ((ulong key, ushort value) in entries)
        {
            uint fingerprint = Fingerprint(key);
            uint slot = Slot(key, count);
            while (slots[slot] != 0 && slots[slot] >> 16 != fingerprint) slot = slot + 1 == count ? 0 : slot + 1;
            if (slots[slot] == 0) slots[slot] = (fingerprint << 16) | (value + 1u);
        }

        return MemoryMarshal.AsBytes(slots.AsSpan()).ToArray();
    }

    private static uint Slot(ulong key, uint count) => (uint)(((key >> 32) * count) >> 32);

    private static uint Fingerprint(ulong key) => (uint)key & 0xFFFF;
}
