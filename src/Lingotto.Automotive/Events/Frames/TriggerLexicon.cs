namespace Lingotto.Automotive;

/// <summary>A trigger of a frame as the lexicon finds it.</summary>
/// <param name="Frame">Index of the frame in the set.</param>
/// <param name="Trigger">The line of the frame.</param>
/// <param name="Rest">Hashes of the lemmas after the first.</param>
internal readonly record struct LexiconEntry(int Frame, FrameTrigger Trigger, uint[] Rest);

/// <summary>What the frames say of a lemma: the triggers and blocks that begin with it, and the frames that it is a topic word of, one bit each.</summary>
internal sealed class LexiconWord
{
    public LexiconEntry[] Triggers { get; set; } = [];
    public LexiconEntry[] Blocks { get; set; } = [];
    public ulong Context { get; set; }
}

/// <summary>All triggers, blocks and topic words of a frame set by the hash of their first lemma. Immutable.</summary>
internal sealed class TriggerLexicon
{
    private readonly Dictionary<uint, LexiconWord> _words = [];
    private readonly Lazy<Dictionary<uint, LexiconEntry[]>> _italianForms, _englishForms;   // a language that never comes costs nothing

    public TriggerLexicon(FrameSet frames)
    {
        Frames = frames.Frames;
        foreach ((uint key, List<LexiconEntry> entries) in Group(f => f.Triggers)) Word(key).Triggers = [.. entries];
        foreach ((uint key, List<LexiconEntry> entries) in Group(f => f.Blocks)) Word(key).Blocks = [.. entries];
        _italianForms = new(() => Inflect(Language.Italian));
        _englishForms = new(() => Inflect(Language.English));
        for (int i = 0; i < Frames.Length; i++)
        {
            foreach (FrameTrigger word in Frames[i].Context) Word(Key(word)).Context |= 1UL << i;
        }
    }

    public EventFrame[] Frames { get; }

    public static uint Key(Language language, uint lemma) => Hash.Mix(lemma, language == Language.Italian ? 1u : 2u);

    /// <summary>What is known of a lemma, null where no frame names it.</summary>
    public LexiconWord? Find(uint key) => _words.GetValueOrDefault(key);

    public LexiconEntry[] Triggers(uint key) => _words.TryGetValue(key, out LexiconWord? word) ? word.Triggers : [];

    /// <summary>Single verbs by an inflected form: for words that the tagger gave another lemma, as in headlines of capitals.</summary>
    public LexiconEntry[] ByForm(Language language, uint key) => (language == Language.Italian ? _italianForms : _englishForms).Value.GetValueOrDefault(key) ?? [];

    private static uint Key(FrameTrigger trigger) => Key(trigger.Language, Hash.Of(trigger.Lemmas[0]));

    private LexiconWord Word(uint key)
    {
        if (!_words.TryGetValue(key, out LexiconWord? word)) _words.Add(key, word = new LexiconWord());
        return word;
    }

    private Dictionary<uint, List<LexiconEntry>> Group(Func<EventFrame, IReadOnlyList<FrameTrigger>> select)
    {
        var groups = new Dictionary<uint, List<LexiconEntry>>();
        for (int i = 0; i < Frames.Length; i++)
        {
            foreach (FrameTrigger trigger in select(Frames[i])) Add(groups, Key(trigger), new LexiconEntry(i, trigger, [.. trigger.Lemmas.Skip(1).Select(l => Hash.Of(l))]));
        }

        return groups;
    }

    private Dictionary<uint, LexiconEntry[]> Inflect(Language language)
    {
        var groups = new Dictionary<uint, List<LexiconEntry>>();
        for (int i = 0; i < Frames.Length; i++)
        {
            foreach (FrameTrigger trigger in Frames[i].Triggers)
            {
                if (trigger.Lemmas.Length > 1 || trigger.Language != language) continue;
                foreach (string form in Inflection.FormsOf(trigger.Language, trigger.Lemmas[0], trigger.Class == TriggerClass.Verb)) Add(groups, Key(trigger.Language, Hash.Of(form)), new LexiconEntry(i, trigger, []));
            }
        }

        return groups.ToDictionary(g => g.Key, g => g.Value.ToArray());
    }

    private static void Add(Dictionary<uint, List<LexiconEntry>> groups, uint key, LexiconEntry entry)
    {
        if (!groups.TryGetValue(key, out List<LexiconEntry>? list)) groups.Add(key, list = []);
        list.Add(entry);
    }
}
