using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lingotto.Ner;

/// <summary>What the name lists know of a word or phrase, as bits.</summary>
[Flags]
internal enum NameClasses : uint
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

    /// <summary>A word that stands in small letters and hardly ever in a name.</summary>
    Ordinary = 4096,

    /// <summary>An ordinary word that is frequent and was never seen in a name: no name goes on past it.</summary>
    NeverInName = 8192,
    CommonForename = 16384,
    KnownOrganization = 1 << 15,
    KnownOther = 1 << 16,
}

/// <summary>
/// The classes and the cluster of words by the hash of their folded form, read in place. Entries are told apart by a fingerprint of 16 bits, so that one unknown
/// word in some thousands is mistaken for another.
/// </summary>
internal sealed class WordLexicon
{
    private readonly ReadOnlyMemory<byte> _content;

    private WordLexicon(ReadOnlyMemory<byte> content) => _content = content;

    /// <summary>A word's cluster is its fine one times this, plus its coarse one; 0 of either is none.</summary>
    public const int CoarseClusters = 64;

    public const int FineClusters = 512;

    /// <summary>So many fingerprints are compared at once; a word that its bucket has no room for stands in the next ones.</summary>
    private const int Bucket = 16;

    private const int EntryLength = 6;

    /// <summary>The lower bits of an entry's cluster; the bit above is the class <see cref="NameClasses.KnownOther"/>.</summary>
    private const uint ClusterMask = (CoarseClusters * FineClusters) - 1;

    /// <exception cref="ModelFormatException">The section is missing or no table.</exception>
    public static WordLexicon Open(ModelFile model, string section)
    {
        ReadOnlyMemory<byte> content = model.Section(section);
        return content.Length % (EntryLength * Bucket) == 0
            ? new WordLexicon(content)
            : throw new ModelFormatException(model.Name, section, $"expected whole buckets of {EntryLength * Bucket} bytes, found {content.Length} bytes");
    }

    /// <summary>The classes of a hash, none where it is unknown; its cluster, 0 where it has none.</summary>
    public NameClasses Find(uint hash, out int cluster)
    {
        ReadOnlySpan<ushort> content = MemoryMarshal.Cast<byte, ushort>(_content.Span);
        int slots = content.Length * 2 / EntryLength;
        cluster = 0;
        if (slots == 0) return NameClasses.None;
        ref ushort first = ref MemoryMarshal.GetReference(content);
        Vector256<ushort> fingerprint = Vector256.Create(Fingerprint(hash));
        int slot = BucketOf(hash, slots) * Bucket;
        while (true)
        {
            Vector256<ushort> found = Vector256.LoadUnsafe(ref first, (nuint)slot);
            uint same = Vector256.Equals(found, fingerprint).ExtractMostSignificantBits();
            if (same != 0)
            {
                int entry = slots + (2 * (slot + BitOperations.TrailingZeroCount(same)));
                uint packed = content[entry + 1];
                cluster = (int)(packed & ClusterMask);
                return (NameClasses)(content[entry] | ((packed & ~ClusterMask) << 1));
            }

            if (Vector256.EqualsAny(found, Vector256<ushort>.Zero)) return NameClasses.None;
            slot += Bucket;
            if (slot == slots) slot = 0;
        }
    }

    /// <summary>The bytes of a lexicon, fingerprints, then classes and clusters; the same entries give the same bytes.</summary>
    public static byte[] Write(IEnumerable<KeyValuePair<uint, (NameClasses Classes, int Cluster)>> words)
    {
        var entries = words.OrderBy(w => w.Key).ToArray();
        int slots = (int)((entries.Length * 8L / (7 * Bucket)) + 1) * Bucket;
        var content = new ushort[slots * EntryLength / 2];
        foreach ((uint hash, (NameClasses classes, int cluster)) in entries)
        {
            int slot = BucketOf(hash, slots) * Bucket;
            while (content[slot] != 0)
            {
                if (++slot == slots) slot = 0;
            }

            content[slot] = Fingerprint(hash);
            content[slots + (2 * slot)] = (ushort)classes;
            content[slots + (2 * slot) + 1] = (ushort)((uint)cluster | (((uint)classes >> 1) & ~ClusterMask));
        }

        return MemoryMarshal.AsBytes(content.AsSpan()).ToArray();
    }

    private static ushort Fingerprint(uint hash)
    {
        ushort fingerprint = (ushort)(FeatureHash.Mix(hash, 0x51ED270Bu) >> 16);
        return fingerprint == 0 ? (ushort)1 : fingerprint;
    }

    private static int BucketOf(uint hash, int slots) => (int)(((ulong)FeatureHash.Mix(hash, 0x1B873593u) * (uint)(slots / Bucket)) >> 32);
}
