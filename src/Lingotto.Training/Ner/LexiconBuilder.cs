using System.Globalization;
using System.Runtime.InteropServices;
using Lingotto.Ner;

namespace Lingotto.Training.Ner;

/// <summary>Gathers what name lists and running text say of words into a lexicon.</summary>
internal sealed class LexiconBuilder
{
    private readonly Dictionary<uint, (NameClasses Classes, int Cluster)> _words = [];

    public IReadOnlyDictionary<uint, (NameClasses Classes, int Cluster)> Words => _words;

    /// <summary>Adds a name of one or several words.</summary>
    public void Add(string name, NameClasses classes)
    {
        const int LongestPhrase = 6;
        var hashes = new List<uint>();
        for (int at = 0; at < name.Length;)
        {
            if (UnitSplitter.IsSkipped(name[at])) { at++; continue; }
            int end = UnitSplitter.End(name, at, name.Length);
            hashes.Add(FeatureHash.OfLower(name.AsSpan(at, end - at)));
            at = end;
        }

        if (hashes.Count is 0 or > LongestPhrase) return;
        if (hashes.Count == 1)
        {
            Mark(hashes[0], classes);
            return;
        }

        Mark(hashes[0], NameClasses.BeginsPhrase);
        uint hash = hashes[0];
        foreach (uint next in hashes.Skip(1)) hash = FeatureHash.Mix(hash, next);
        Mark(FeatureHash.Mix(hash, 1u), classes);
    }

    public void AddMany(IEnumerable<string> names, NameClasses classes)
    {
        foreach (string name in names) Add(name, classes);
    }

    /// <summary>Adds the words that are frequent in a list of organizations.</summary>
    public void AddFrequentWords(IEnumerable<string> names, int minimumCount, NameClasses classes)
    {
        var counts = new Dictionary<uint, int>();
        foreach (string name in names)
        {
            for (int at = 0; at < name.Length;)
            {
                if (UnitSplitter.IsSkipped(name[at])) { at++; continue; }
                int end = UnitSplitter.End(name, at, name.Length);
                if (end - at > 1) CollectionsMarshal.GetValueRefOrAddDefault(counts, FeatureHash.OfLower(name.AsSpan(at, end - at)), out _)++;
                at = end;
            }
        }

        foreach ((uint word, int count) in counts)
        {
            if (count >= minimumCount) Mark(word, classes);
        }
    }

    /// <summary>Marks how words are mostly written inside sentences.</summary>
    public void AddCase(IEnumerable<string> lines, int minimumCount)
    {
        var counts = new Dictionary<uint, (int Lower, int Capital)>();
        foreach (string line in lines)
        {
            bool first = true;
            for (int at = 0; at < line.Length;)
            {
                if (UnitSplitter.IsSkipped(line[at])) { at++; continue; }
                int end = UnitSplitter.End(line, at, line.Length);
                if (char.IsLetter(line[at]))
                {
                    ref (int Lower, int Capital) count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, FeatureHash.OfLower(line.AsSpan(at, end - at)), out _);
                    if (char.IsLower(line[at])) count.Lower++;
                    else if (!first) count.Capital++;
                    first = false;
                }
                else if (line[at] is not (',' or '-' or '\'')) first = true;

                at = end;
            }
        }

        foreach ((uint word, (int lower, int capital)) in counts)
        {
            if (lower + capital < minimumCount) continue;
            double share = (double)lower / (lower + capital);
            if (share > 0.9) Mark(word, NameClasses.MostlyLower);
            else if (share < 0.1) Mark(word, NameClasses.MostlyCapital);
        }
    }

    public void SetCluster(uint word, int cluster)
    {
        ref (NameClasses Classes, int Cluster) entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, word, out _);
        entry.Cluster = cluster;
    }

    public byte[] Write() => WordLexicon.Write(_words);

    public void Mark(uint hash, NameClasses classes)
    {
        ref (NameClasses Classes, int Cluster) entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, hash, out _);
        entry.Classes |= classes;
    }

    internal static int Population(string field) => int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out int population) ? population : 0;
}
