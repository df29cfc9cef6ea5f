namespace Lingotto.Training.Tagging;

/// <summary>
/// Joins sentences that two files of the same conventions both have, so that none counts twice: the tags of the file that has nothing else,
/// the features and lemmas of the other.
/// </summary>
internal static class TwinSentences
{
    public static List<TaggedSentence> Join(IReadOnlyList<TaggedSentence> sentences, ITrainingReport report)
    {
        var bare = new Dictionary<(int Domain, string Text), TaggedSentence>();
        foreach (TaggedSentence s in sentences)
        {
            if (IsBare(s)) bare.TryAdd(KeyOf(s), s);
        }

        var joined = new HashSet<TaggedSentence>();
        foreach (TaggedSentence s in sentences)
        {
            if (IsBare(s) || !bare.TryGetValue(KeyOf(s), out TaggedSentence? twin) || twin.Count != s.Count) continue;
            TakeTags(s, twin);
            joined.Add(twin);
        }

        if (joined.Count > 0) report.Line($"{joined.Count} sentences of tags alone are in another file too");
        return [.. sentences.Where(s => !joined.Contains(s))];
    }

    // Where only the part of speech differs, that of the file with trees is the better one.
    private static void TakeTags(TaggedSentence s, TaggedSentence twin)
    {
        for (int i = 0; i < s.Count; i++)
        {
            if (s.Xpos[i] == twin.Xpos[i]) continue;
            s.Upos[i] = twin.Upos[i];
            s.Xpos[i] = twin.Xpos[i];
            s.Feats[i] = s.Lemmas[i] = null;
        }
    }

    private static bool IsBare(TaggedSentence s) => s.Count > 3 && Array.TrueForAll(s.Feats, f => f is null);

    private static (int Domain, string Text) KeyOf(TaggedSentence s) => (s.Domain, string.Join(' ', s.Forms).ToLowerInvariant());
}
