using System.Runtime.InteropServices;
using Lingotto.Ner;

namespace Lingotto.Automotive.Mentions;

/// <summary>What a document says elsewhere of a capitalised word: how the name tagger saw it, and which names of the knowledge base it is part of. Not safe for concurrent use.</summary>
internal sealed class DocumentMemory
{
    private readonly Dictionary<uint, Entry> _words = [];

    public void Clear() => _words.Clear();

    /// <summary>Adds the probabilities of the name types of one occurrence, and whether a name of several units ends with it.</summary>
    public void AddOccurrence(uint word, ReadOnlySpan<float> probabilities, bool endsLongName)
    {
        ref Entry entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, word, out _);
        entry.Count++;
        entry.Person += probabilities[0];
        entry.Organization += probabilities[1];
        entry.Place += probabilities[2];
        entry.Other += probabilities[3];
        if (endsLongName) entry.LongNameEnds++;
    }

    public void AddListed(UnitColumns units, int first, int end, uint kinds)
    {
        for (int u = first; u < end; u++)
        {
            if (!units.IsCapital[u]) continue;
            ref Entry entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, units.Lower[u], out _);
            if (end - first > 1) entry.LongKinds |= (ushort)kinds;
            else entry.Kinds |= (ushort)kinds;
        }
    }

    /// <summary>Notes that a word which means a plant stands right beside an occurrence.</summary>
    public void AddPlantCue(uint word) => CollectionsMarshal.GetValueRefOrAddDefault(_words, word, out _).PlantCues++;

    public Entry Find(uint word) => _words.GetValueOrDefault(word);

    /// <summary>Sums over the occurrences of a word.</summary>
    internal struct Entry
    {
        public int Count, LongNameEnds, PlantCues;
        public float Person, Organization, Place, Other;
        public ushort Kinds, LongKinds;
    }
}
