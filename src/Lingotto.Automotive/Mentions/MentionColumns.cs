using Lingotto.Domain;
using Lingotto.Ner;

namespace Lingotto.Automotive.Mentions;

/// <summary>What the features of the mention labeller ask of the units of one document. Grows once and is used again. Not safe for concurrent use.</summary>
internal sealed class MentionColumns
{
    public const int NameTypes = 4;

    public UnitColumns Units { get; } = new();

    public List<(int First, int End, Language Language)> Sentences { get; } = [];

    /// <summary>Cue classes as bits.</summary>
    public uint[] Cues { get; private set; } = [];

    /// <summary>Cue classes of the whole sentence.</summary>
    public uint[] SentenceCues { get; private set; } = [];

    /// <summary>Place in a listed job title.</summary>
    public byte[] RolePlace { get; private set; } = [];

    /// <summary>The label that the name tagger gives.</summary>
    public byte[] NameLabel { get; private set; } = [];

    /// <summary>Probability of each name type by the name tagger, in bins.</summary>
    public byte[] NameBin { get; private set; } = [];

    /// <summary>What the longest name of the knowledge base over the unit may be: place in it, kinds, exactness, ambiguity; 0 where there is none.</summary>
    public uint[] Listed { get; private set; } = [];

    /// <summary>Kinds of the longest name of the knowledge base, and of all, as bits.</summary>
    public ushort[] ListedKinds { get; private set; } = [];
    public ushort[] AnyKinds { get; private set; } = [];

    /// <summary>Length of that longest name.</summary>
    public int[] ListedLength { get; private set; } = [];

    /// <summary>Whether no mention can reach the unit.</summary>
    public bool[] IsPlain { get; private set; } = [];

    /// <summary>0 for sentences, 1 for headlines in capitals, 2 for headlines in title case.</summary>
    public byte[] Case { get; private set; } = [];

    public DocumentMemory Memory { get; } = new();

    public void Clear()
    {
        Units.Clear();
        Sentences.Clear();
        Memory.Clear();
    }

    /// <summary>Makes room for all units.</summary>
    public void Reserve()
    {
        int count = Units.Count;
        if (Cues.Length < count)
        {
            int capacity = Math.Max(256, count * 3 / 2);
            Cues = new uint[capacity];
            SentenceCues = new uint[capacity];
            RolePlace = new byte[capacity];
            NameLabel = new byte[capacity];
            NameBin = new byte[capacity * NameTypes];
            Listed = new uint[capacity];
            ListedKinds = new ushort[capacity];
            AnyKinds = new ushort[capacity];
            ListedLength = new int[capacity];
            Case = new byte[capacity];
            IsPlain = new bool[capacity];
        }

        Array.Clear(Listed, 0, count);
        Array.Clear(ListedKinds, 0, count);
        Array.Clear(AnyKinds, 0, count);
        Array.Clear(ListedLength, 0, count);
    }

    /// <summary>Marks the units that a name of the knowledge base covers.</summary>
    public void AddListed(GazetteerMatch match)
    {
        int first = UnitAt(match.Span.Start), end = first;
        while (end < Units.Count && Units.Start[end] < match.Span.End) end++;
        if (end == first) return;
        uint kinds = 0;
        foreach (GazetteerCandidate candidate in match.Candidates) kinds |= 1u << KindIndex(candidate.Entry.Kind);
        bool fits = Units.Start[first] == match.Span.Start && Units.Start[end - 1] + Units.Length[end - 1] == match.Span.End;
        uint description = FeatureHash.Mix(kinds, ((uint)match.Exactness << 2) | (match.IsAmbiguous ? 2u : 0u) | (fits ? 1u : 0u));
        for (int u = first; u < end; u++)
        {
            AnyKinds[u] |= (ushort)kinds;
            if (ListedLength[u] >= match.Span.Length) continue;
            ListedLength[u] = match.Span.Length;
            ListedKinds[u] = (ushort)kinds;
            uint place = end - first == 1 ? 4u : u == first ? 1u : u == end - 1 ? 3u : 2u;
            Listed[u] = FeatureHash.Mix(description, place);
        }

        if (!match.IsAmbiguous && match.Exactness <= GazetteerExactness.Surname) Memory.AddListed(Units, first, end, kinds);
    }

    public static int KindIndex(EntityKind kind)
    {
        for (int i = 0; i < EntityKind.All.Count; i++)
        {
            if (EntityKind.All[i] == kind) return i;
        }

        return EntityKind.All.Count;
    }

    private int UnitAt(int offset)
    {
        int low = 0, high = Units.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (Units.Start[middle] + Units.Length[middle] <= offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
