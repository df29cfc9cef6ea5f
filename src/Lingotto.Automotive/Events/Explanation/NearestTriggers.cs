namespace Lingotto.Automotive;

/// <summary>The words of a sentence that are most like a trigger of a frame: what to show where nothing was found.</summary>
internal static class NearestTriggers
{
    private const int MaximumShown = 5;
    private const int MinimumLength = 4;

    public static IReadOnlyList<string> Of(EventScene scene, int sentence)
    {
        EventText text = scene.Text;
        var nearest = new List<(double Distance, string Text)>();
        for (int word = text.FirstWord(sentence); word < text.EndWord(sentence); word++)
        {
            if (text.Fillers.OfWord[word] >= 0 || text.Document.LemmaSpan(word).Length < MinimumLength) continue;
            string lemma = text.Document.LemmaSpan(word).ToString().ToLowerInvariant();
            (double distance, FrameTrigger? trigger, EventFrame? frame) = (0.5, null, null);
            foreach (EventFrame candidate in scene.Lexicon.Frames)
            {
                foreach (FrameTrigger other in candidate.Triggers)
                {
                    if (other.Language != text.Language(word) || other.Lemmas.Length > 1) continue;
                    double here = (double)EditDistance(lemma, other.Lemmas[0]) / Math.Max(lemma.Length, other.Lemmas[0].Length);
                    if (here < distance) (distance, trigger, frame) = (here, other, candidate);
                }
            }

            if (trigger is not null) nearest.Add((distance, $"{lemma} ~ {trigger.Text} ({frame!.Type})"));
        }

        return [.. nearest.OrderBy(n => n.Distance).ThenBy(n => n.Text, StringComparer.Ordinal).Select(n => n.Text).Distinct().Take(MaximumShown)];
    }

    /// <summary>Levenshtein distance (1966); quadratic in the length of the words.</summary>
    internal static int EditDistance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++) row[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, substituted);
            }
        }

        return row[b.Length];
    }
}
