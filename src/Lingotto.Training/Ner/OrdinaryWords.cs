using System.Runtime.InteropServices;
using Lingotto.Ner;

namespace Lingotto.Training.Ner;

/// <summary>Finds the words of small letters that names hardly ever hold, from corpora of names: they need not be scored.</summary>
internal static class OrdinaryWords
{
    private const double LargestShare = 0.01;
    private const int Frequent = 20;

    /// <summary>Marks the ordinary words of a lexicon, and adds those that it lacks.</summary>
    public static void Mark(LexiconBuilder lexicon, IEnumerable<NerSource> corpora)
    {
        Dictionary<uint, (int All, int Inside)> counts = Count(corpora);
        uint[] small = [.. lexicon.Words.Where(w => (w.Value.Classes & NameClasses.MostlyLower) != 0).Select(w => w.Key)];
        foreach (uint word in small)
        {
            if (!counts.ContainsKey(word)) lexicon.Mark(word, NameClasses.Ordinary);
        }

        foreach ((uint word, (int all, int inside)) in counts)
        {
            if (inside > LargestShare * all || (inside == 0 && all < 2 && !lexicon.Words.ContainsKey(word))) continue;
            bool isSmall = all >= Frequent || (lexicon.Words.TryGetValue(word, out var entry) && (entry.Classes & NameClasses.MostlyLower) != 0);
            if (!isSmall) continue;
            lexicon.Mark(word, inside == 0 && all >= Frequent ? NameClasses.Ordinary | NameClasses.NeverInName : NameClasses.Ordinary);
        }
    }

    private static Dictionary<uint, (int All, int Inside)> Count(IEnumerable<NerSource> corpora)
    {
        var counts = new Dictionary<uint, (int All, int Inside)>();
        foreach (NerSource corpus in corpora)
        {
            foreach (NerSentence sentence in corpus.Read())
            {
                var inside = new bool[sentence.Count];
                foreach (NerSpan span in sentence.Spans) inside.AsSpan(span.Start, span.End - span.Start).Fill(true);
                for (int i = 0; i < sentence.Count; i++)
                {
                    if (char.IsUpper(sentence.Text[sentence.Start[i]])) continue;
                    uint word = FeatureHash.OfLower(sentence.Text.AsSpan(sentence.Start[i], sentence.Length[i]));
                    ref (int All, int Inside) count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _);
                    count.All++;
                    if (inside[i]) count.Inside++;
                }
            }
        }

        return counts;
    }
}
