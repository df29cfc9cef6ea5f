using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Lingotto.Ner;

/// <summary>What the name lists know of a word or phrase, as bits.</summary>
[Flags]
internal enum NameClasses : ushort
{
    None = 0,
    Forename = 1,
    Surname = 2,
    City = 4,
    LargeCity = 8,
    Country = 16,
    Region = 32,
    OrganizationName = 64,
    OrganizationWord = 128,
    Brand = 256,
    BeginsPhrase = 512,
    MostlyLower = 1024,
    MostlyCapital = 2048,
    MixedCase = 4096,
    RareSurname = 8192,
    CommonForename = 16384,
}

/// <summary>
/// The classes and the cluster of words by the hash of their folded form, read in place. Entries are told apart by a fingerprint of 16 bits, so that one unknown
/// word in some tens of thousands is mistaken for another.
/// </summary>
internal sealed class WordLexicon
{
    private readonly ReadOnlyMemory<byte> _content;

    private WordLexicon(ReadOnlyMemory<byte> content) => _content = content;

    /// <summary>A word's cluster is its fine one times this, plus its coarse one; 0 of either is none.</summary>
    public const int CoarseClusters = 64;

    public const int FineClusters = 512;

    private const int EntryLength = 6;

    public static WordLexicon Open(ModelFile model, string section) => new(model.Section(section));

    /// <summary>The classes of a hash, none where it is unknown; its cluster, 0 where it has none.</summary>
    public NameClasses Find(uint hash, out int cluster)
    {
        ReadOnlySpan<byte> entries = _content.Span;
        uint slots = (uint)(entries.Length / EntryLength);
        cluster = 0;
        if (slots == 0) return NameClasses.None;
        ushort fingerprint = Fingerprint(hash);
        uint slot = Slot(hash, slots);
        while (true)
        {
            ReadOnlySpan<byte> entry = entries.Slice((int)slot * EntryLength, EntryLength);
            ushort found = BinaryPrimitives.ReadUInt16LittleEndian(entry);
            if (found == 0) return NameClasses.None;
            if (found == fingerprint)
            {
                cluster = BinaryPrimitives.ReadUInt16LittleEndian(entry[4..]);
                return (NameClasses)BinaryPrimitives.ReadUInt16LittleEndian(entry[2..]);
            }

            if (++slot == slots) slot = 0;
        }
    }

    /// <summary>The bytes of a lexicon; the same entries give the same bytes.</summary>
    public static byte[] Write(IEnumerable<KeyValuePair<uint, (NameClasses Classes, int Cluster)>> words)
    {
        var entries = words.OrderBy(w => w.Key).ToArray();
        uint slots = (uint)((entries.Length * 9L / 8) + 8);
        var bytes = new byte[slots * EntryLength];
        foreach ((uint hash, (NameClasses classes, int cluster)) in entries)
        {
            uint slot = Slot(hash, slots);
            while (MemoryMarshal.Read<ushort>(bytes.AsSpan((int)slot * EntryLength)) != 0)
            {
                if (++slot == slots) slot = 0;
            }

            Span<byte> entry = bytes.AsSpan((int)slot * EntryLength, EntryLength);
            BinaryPrimitives.WriteUInt16LittleEndian(entry, Fingerprint(hash));
            BinaryPrimitives.WriteUInt16LittleEndian(entry[2..], (ushort)classes);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[4..], (ushort)cluster);
        }

        return bytes;
    }

    private static ushort Fingerprint(uint hash)
    {
        ushort fingerprint = (ushort)(FeatureHash.Mix(hash, 0x51ED270Bu) >> 16);
        return fingerprint == 0 ? (ushort)1 : fingerprint;
    }

    private static uint Slot(uint hash, uint slots) => (uint)(((ulong)FeatureHash.Mix(hash, 0x1B873593u) * slots) >> 32);
}
