namespace Lingotto.Automotive;

/// <summary>A word or multiword that a frame lists.</summary>
/// <param name="Word">The anchor: the first word.</param>
/// <param name="LastWord">The last word of a multiword, else the anchor.</param>
/// <param name="Frame">Index of the frame.</param>
/// <param name="Trigger">The line of the frame.</param>
/// <param name="ByForm">Whether the form alone matched, not the lemma.</param>
internal readonly record struct TriggerCandidate(int Word, int LastWord, int Frame, FrameTrigger Trigger, bool ByForm);

/// <summary>Proposes triggers: every listed word and multiword outside boilerplate, names and blocked phrases.</summary>
internal static class TriggerFinder
{
    private const int MaximumGap = 3;

    public static List<TriggerCandidate> Find(EventText text, TriggerLexicon lexicon, List<(int Frame, int First, int Last)>? blocked = null)
    {
        var words = new LexiconWord?[text.Count];
        for (int word = 0; word < words.Length; word++) words[word] = lexicon.Find(text.Key[word]);
        return Find(text, lexicon, words, blocked ?? []);
    }

    /// <param name="text">The article.</param>
    /// <param name="lexicon">The frames' words.</param>
    /// <param name="words">What the lexicon knows of each word.</param>
    /// <param name="blocked">Receives the blocked phrases.</param>
    public static List<TriggerCandidate> Find(EventText text, TriggerLexicon lexicon, LexiconWord?[] words, List<(int Frame, int First, int Last)> blocked)
    {
        var found = new List<TriggerCandidate>();
        for (int word = 0; word < text.Count; word++)
        {
            if (words[word] is { Blocks.Length: > 0 } known) AddMatches(text, word, known.Blocks, blocked);
        }

        HashSet<(int Frame, int Word)> blockedWords = [];
        foreach ((int frame, int first, int last) in blocked)
        {
            for (int word = first; word <= last; word++) blockedWords.Add((frame, word));
        }

        for (int word = 0; word < text.Count; word++)
        {
            if (text.Fillers.OfWord[word] >= 0 || text.Upos(word) == Upos.Punct) continue;
            int before = found.Count;
            if (words[word] is { Triggers.Length: > 0 } known) Propose(text, word, known.Triggers, blockedWords, found, before, byForm: false);
            if (found.Count > before) continue;
            uint formKey = TriggerLexicon.Key(text.Language(word), text.Form[word]);
            if (text.Form[word] != text.Lemma[word]) Propose(text, word, lexicon.Triggers(formKey), blockedWords, found, before, byForm: true);
            if (found.Count == before) Propose(text, word, lexicon.ByForm(text.Language(word), formKey), blockedWords, found, before, byForm: true);
        }

        if (text.Article.Page.Boilerplate.Count > 0) found.RemoveAll(c => text.Article.IsBoilerplate(new TextSpan(text.Start(c.Word), 1)));
        return found;
    }

    private static void Propose(EventText text, int word, LexiconEntry[] entries, HashSet<(int Frame, int Word)> blocked, List<TriggerCandidate> found, int from, bool byForm)
    {
        foreach (LexiconEntry entry in entries)
        {
            int last = Match(text, word, entry);
            if (last < 0 || blocked.Contains((entry.Frame, word))) continue;
            var candidate = new TriggerCandidate(word, last, entry.Frame, entry.Trigger, byForm);
            int same = from;
            while (same < found.Count && found[same].Frame != entry.Frame) same++;
            if (same == found.Count) found.Add(candidate);
            else if (Preference(text, candidate) > Preference(text, found[same])) found[same] = candidate;
        }
    }

    // A multiword before a single word; then the class that the tagger gave.
    private static int Preference(EventText text, in TriggerCandidate c) => (10 * (c.LastWord - c.Word)) + (Agrees(text, c) ? 4 : 0) + (int)c.Trigger.Strength;

    public static bool Agrees(EventText text, in TriggerCandidate candidate)
    {
        Upos upos = text.Upos(candidate.Word);
        return candidate.Trigger.Class switch
        {
            TriggerClass.Verb => upos is Upos.Verb or Upos.Aux,
            TriggerClass.Noun => upos is Upos.Noun or Upos.Propn,
            TriggerClass.Adjective => upos is Upos.Adj or Upos.Verb or Upos.Adv,
            _ => true,
        };
    }

    private static void AddMatches(EventText text, int word, LexiconEntry[] entries, List<(int, int, int)> matches)
    {
        foreach (LexiconEntry entry in entries)
        {
            int last = Match(text, word, entry);
            if (last >= 0) matches.Add((entry.Frame, word, last));
        }
    }

    /// <summary>The last word of a multiword that begins at a word; articles and up to three other words in all may stand between. -1 where it does not match.</summary>
    private static int Match(EventText text, int word, in LexiconEntry entry)
    {
        int at = word, gaps = 0;
        foreach (uint lemma in entry.Rest)
        {
            int next = at + 1;
            while (next < text.Count && text.SentenceOf[next] == text.SentenceOf[word] && text.Lemma[next] != lemma && text.Form[next] != lemma)
            {
                if (text.Upos(next) == Upos.Punct) return -1;
                bool article = text.Upos(next) == Upos.Det;
                if (!article && (entry.Trigger.Class == TriggerClass.Phrase && ++gaps > (text.IsVerb(word) ? MaximumGap : 0))) return -1;
                if (next - at > MaximumGap + 1) return -1;
                next++;
            }

            if (next >= text.Count || text.SentenceOf[next] != text.SentenceOf[word]) return -1;
            at = next;
        }

        return at;
    }
}
