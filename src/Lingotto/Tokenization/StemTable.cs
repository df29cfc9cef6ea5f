using System.Runtime.InteropServices;

namespace Lingotto;

/// <summary>The form of a verb that clitics are written onto.</summary>
internal enum StemType : byte
{
    None,

    /// <summary>Infinitive without its last vowel: <c>far</c>.</summary>
    Infinitive,
    Gerund, Participle, Imperative,
}

/// <summary>A set of verb stems, by fingerprints of 13 bits. Read in place.</summary>
/// <remarks>Section: 2^17 entries (uint16); the place by the high bits of the stem's hash, linear probing; the low 3 bits are the type, 0 where the entry is free.</remarks>
internal sealed class StemTable
{
    public const int Bits = 17;
    private const int Mask = (1 << Bits) - 1;
    private readonly ReadOnlyMemory<byte> _content;

    private StemTable(ReadOnlyMemory<byte> content) => _content = content;

    public static StemTable Open(ModelFile file, string section)
    {
        ReadOnlyMemory<byte> content = file.Section(section);
        if (content.Length != sizeof(ushort) << Bits) throw new ModelFormatException(file.Name, section, $"expected {sizeof(ushort) << Bits} bytes, found {content.Length}");
        return new StemTable(content);
    }

    public StemType Find(uint hash)
    {
        ReadOnlySpan<ushort> table = MemoryMarshal.Cast<byte, ushort>(_content.Span);
        uint key = TextHash.Feature(98, hash);
        for (int at = (int)(key >> (32 - Bits)); table[at] is var entry and not 0; at = (at + 1) & Mask)
        {
            if (entry >> 3 == (key & 0x1FFF)) return (StemType)(entry & 7);
        }

        return StemType.None;
    }

    /// <summary>The table of some stems; of two types of a stem the first counts. At most three quarters of the places are taken.</summary>
    public static (byte[] Content, StemTable Table) Create(IEnumerable<(string Stem, StemType Type)> stems)
    {
        var table = new ushort[1 << Bits];
        int count = 0;
        foreach ((string stem, StemType type) in stems)
        {
            uint key = TextHash.Feature(98, TextHash.Of(stem));
            int at = (int)(key >> (32 - Bits));
            while (table[at] != 0 && table[at] >> 3 != (key & 0x1FFF)) at = (at + 1) & Mask;
            if (table[at] != 0) continue;
            if (++count > 3 << (Bits - 2)) throw new InvalidOperationException($"More than {3 << (Bits - 2)} stems do not fit.");
            table[at] = (ushort)(((key & 0x1FFF) << 3) | (uint)type);
        }

        byte[] content = MemoryMarshal.AsBytes(table.AsSpan()).ToArray();
        return (content, new StemTable(content));
    }
}
