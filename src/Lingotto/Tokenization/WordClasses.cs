using System.Runtime.InteropServices;

namespace Lingotto;

/// <summary>
/// A class of each frequent word of the language: its usual part of speech, case and uses that matter to the tokenizer. Read in place.
/// </summary>
/// <remarks>Section: 2^16 entries (uint16), the place by the high bits of the word's hash; the low byte checks, the high byte is the class.</remarks>
internal sealed class WordClasses
{
    public const int Bits = 16;

    /// <summary>The class of a word that is not in the table.</summary>
    public const byte Unknown = 0;

    private const int Probes = 4;
    private readonly ReadOnlyMemory<byte> _content;

    private WordClasses(ReadOnlyMemory<byte> content) => _content = content;

    /// <summary>No words.</summary>
    public static WordClasses Empty { get; } = new(new byte[sizeof(ushort) << Bits]);

    public static WordClasses Open(ModelFile file, string section)
    {
        ReadOnlyMemory<byte> content = file.Section(section);
        if (content.Length != sizeof(ushort) << Bits) throw new ModelFormatException(file.Name, section, $"expected {sizeof(ushort) << Bits} bytes, found {content.Length}");
        return new WordClasses(content);
    }

    /// <summary>The entries; fetch them once a text.</summary>
    public ReadOnlySpan<ushort> Table => MemoryMarshal.Cast<byte, ushort>(_content.Span);

    /// <summary>The class of a word by its hash.</summary>
    public static byte Of(ReadOnlySpan<ushort> table, uint hash)
    {
        uint key = TextHash.Feature(99, hash);
        for (uint i = 0; i < Probes; i++)
        {
            ushort entry = table[(int)(((key >> (32 - Bits)) + i) & 0xFFFF)];
            if (entry == 0) return Unknown;
            if ((byte)entry == (byte)key) return (byte)(entry >> 8);
        }

        return Unknown;
    }

    /// <summary>The section of a list of words, the most important first; words that find no place are left out.</summary>
    public static byte[] Write(IEnumerable<(uint Hash, byte Class)> words)
    {
        var table = new ushort[1 << Bits];
        foreach ((uint hash, byte @class) in words)
        {
            uint key = TextHash.Feature(99, hash);
            for (uint i = 0; i < Probes; i++)
            {
                ref ushort entry = ref table[((key >> (32 - Bits)) + i) & 0xFFFF];
                if (entry != 0 && (byte)entry != (byte)key) continue;
                if (entry == 0) entry = (ushort)((@class << 8) | (byte)key);
                break;
            }
        }

        return MemoryMarshal.AsBytes(table.AsSpan()).ToArray();
    }
}
