using System.Globalization;
using System.Text;
using Lingotto.Parsing;

namespace Lingotto.Training.Parsing;

/// <summary>Counts where a treebank hangs its punctuation and writes the rules that hold almost always.</summary>
internal static class PunctuationCounter
{
    private const int MinimumCount = 5;
    private const double MinimumShare = 0.75;
    private static readonly PunctuationPlace[] Places = [PunctuationPlace.After, PunctuationPlace.ParentOfAfter, PunctuationPlace.Before, PunctuationPlace.ParentOfBefore];

    /// <summary>The rules as <see cref="PunctuationRules"/> reads them.</summary>
    public static string Rules(IEnumerable<ParserSentence> sentences)
    {
        var counts = new SortedDictionary<(char Mark, int Side, string Relation), int[]>();
        foreach (ParserSentence sentence in sentences) Count(sentence, counts);
        var rules = new StringBuilder();
        foreach (((char mark, int side, string relation), int[] count) in counts)
        {
            int best = 0;
            for (int p = 1; p < Places.Length; p++)
            {
                if (count[p] > count[best]) best = p;
            }

            if (count[^1] < MinimumCount || count[best] < MinimumShare * count[^1]) continue;
            rules.Append(CultureInfo.InvariantCulture, $"{mark}\t{side}\t{relation}\t{(int)Places[best]}\n");
        }

        return rules.ToString();
    }

    private static void Count(ParserSentence sentence, SortedDictionary<(char Mark, int Side, string Relation), int[]> counts)
    {
        int[] heads = sentence.Heads;
        byte[] upos = [0, .. sentence.Upos.Select(u => (byte)u)];
        for (int i = 0; i < heads.Length; i++)
        {
            string form = sentence.Forms[i];
            if (sentence.Upos[i] != Upos.Punct || form.Length != 1 || form[0] >= 128 || heads.Contains(i + 1)) continue;
            if (!PunctuationRules.Phrases(i + 1, heads, upos, out int before, out int after)) continue;
            int side = PunctuationRules.Side(i + 1, before, heads);
            (char, int, string) key = (form[0], side, sentence.Relations[(side == 0 ? before : after) - 1]);
            if (!counts.TryGetValue(key, out int[]? count)) counts[key] = count = new int[Places.Length + 1];
            count[^1]++;
            for (int p = 0; p < Places.Length; p++)
            {
                if (PunctuationRules.Candidate(Places[p], before, after, heads) == heads[i]) count[p]++;
            }
        }
    }
}
