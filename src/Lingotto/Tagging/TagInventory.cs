using System.Globalization;

namespace Lingotto.Tagging;

/// <summary>
/// The tags of one model: classes (part of speech with the treebank's tag, at most 64), features, and bundles (a class with features: the full tag).
/// </summary>
internal sealed class TagInventory
{
    public const int MaximumClasses = 64;

    public required Upos[] ClassUpos { get; init; }
    public required string?[] ClassXpos { get; init; }

    /// <summary>Features as CoNLL-U writes them, null at index 0 for none.</summary>
    public required string?[] Feats { get; init; }

    public required byte[] BundleClass { get; init; }
    public required byte[] BundleFeats { get; init; }

    /// <summary>Bundles of a class from most to least frequent.</summary>
    public required ushort[][] BundlesOfClass { get; init; }

    /// <summary>A bundle's place among those of its class, under 64.</summary>
    public required byte[] BundleRank { get; init; }

    public int ClassCount => ClassUpos.Length;

    /// <summary>Classes of a part of speech, as a set of bits.</summary>
    public ulong MaskOf(Upos upos)
    {
        ulong mask = 0;
        for (int i = 0; i < ClassUpos.Length; i++)
        {
            if (ClassUpos[i] == upos) mask |= 1UL << i;
        }

        return mask;
    }

    /// <summary>Reads the inventory from its text: a line a bundle, <c>UPOS TAB XPOS TAB FEATS TAB 1 where usual</c>, classes and bundles in order of appearance.</summary>
    public static TagInventory Parse(string text)
    {
        var classes = new Dictionary<(string, string), int>();
        var feats = new Dictionary<string, int> { ["_"] = 0 };
        List<Upos> upos = [];
        List<string?> xpos = [], featNames = [null];
        List<byte> bundleClass = [], bundleFeats = [];
        List<byte> rank = [];
        List<int> ranks = [];
        List<List<ushort>> usual = [];
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] fields = line.Split('\t');
            if (!classes.TryGetValue((fields[0], fields[1]), out int c))
            {
                classes[(fields[0], fields[1])] = c = upos.Count;
                UposNames.TryParse(fields[0], out Upos u);
                upos.Add(u);
                xpos.Add(fields[1] == "_" ? null : fields[1]);
                usual.Add([]);
                ranks.Add(0);
            }

            if (!feats.TryGetValue(fields[2], out int f))
            {
                feats[fields[2]] = f = featNames.Count;
                featNames.Add(fields[2]);
            }

            rank.Add((byte)ranks[c]++);
            if (fields[3] == "1") usual[c].Add((ushort)bundleClass.Count);
            bundleClass.Add((byte)c);
            bundleFeats.Add((byte)f);
        }

        return new TagInventory
        {
            ClassUpos = [.. upos], ClassXpos = [.. xpos], Feats = [.. featNames],
            BundleClass = [.. bundleClass], BundleFeats = [.. bundleFeats],
            BundleRank = [.. rank],
            BundlesOfClass = [.. usual.Select(l => l.ToArray())],
        };
    }

    /// <summary>The full tag of a bundle, for messages.</summary>
    public string Name(int bundle) => string.Create(CultureInfo.InvariantCulture,
        $"{ClassUpos[BundleClass[bundle]].ToName()} {ClassXpos[BundleClass[bundle]] ?? "_"} {Feats[BundleFeats[bundle]] ?? "_"}");
}
