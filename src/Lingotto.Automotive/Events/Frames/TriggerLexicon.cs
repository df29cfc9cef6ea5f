namespace Lingotto.Automotive;

/// <summary>A trigger of a frame as the lexicon finds it.</summary>
/// <param name="Frame">Index of the frame in the set.</param>
/// <param name="Trigger">The line of the frame.</param>
/// <param name="Rest">Hashes of the lemmas after the first.</param>
internal readonly record struct LexiconEntry(int Frame, FrameTrigger Trigger, uint[] Rest);

/// <summary>All triggers, blocks and topic words of a frame set by the hash of their first lemma. Immutable.</summary>
internal sealed class TriggerLexicon
{
    private readonly Dictionary<uint, LexiconEntry[]> _triggers;
    private readonly Lazy<Dictionary<uint, LexiconEntry[]>> _italianForms, _englishForms;   // a language that never comes costs nothing
    private readonly Dictionary<uint, LexiconEntry[]> _blocks;
    private readonly Dictionary<uint, ulong> _context = [];

    public TriggerLexicon(FrameSet frames)
    {
        Frames = frames.Frames;
        _triggers = Group(f => f.Triggers);
        _blocks = Group(f => f.Blocks);
        _italianForms = new(() => Inflect(Language.Italian));
        _englishForms = new(() => Inflect(Language.English));
        for (int i = 0; i < Frames.Length; i++)
        {
            foreach (FrameTrigger word in Frames[i].Context) _context[Key(word)] = _context.GetValueOrDefault(Key(word)) | (1UL << i);
        }
    }

    public EventFrame[] Frames { get; }

    public static uint Key(Language language, uint lemma) => Hash.Mix(lemma, language == Language.Italian ? 1u : 2u);

    public LexiconEntry[] Triggers(uint key) => _triggers.GetValueOrDefault(key) ?? [];

    /// <summary>Single verbs by an inflected form: for words that the tagger gave another lemma, as in headlines of capitals.</summary>
    public LexiconEntry[] ByForm(Language language, uint key) => (language == Language.Italian ? _italianForms : _englishForms).Value.GetValueOrDefault(key) ?? [];

    public LexiconEntry[] Blocks(uint key) => _blocks.GetValueOrDefault(key) ?? [];

    /// <summary>The frames that a word is a topic word of, one bit each.</summary>
    public ulong Context(uint key) => _context.GetValueOrDefault(key);

    private static uint Key(FrameTrigger trigger) => Key(trigger.Language, Hash.Of(trigger.Lemmas[0]));

    private Dictionary<uint, LexiconEntry[]> Group(Func<EventFrame, IReadOnlyList<FrameTrigger>> select)
    {
        var groups = new Dictionary<uint, List<LexiconEntry>>();
        for (int i = 0; i < Frames.Length; i++)
        {
            foreach (FrameTrigger trigger in select(Frames[i])) Add(groups, Key(trigger), new LexiconEntry(i, trigger, [.. trigger.Lemmas.Skip(1).Select(l => Hash.Of(l))]));
        }

        return groups.ToDictionary(g => g.Key, g => g.Value.ToArray());
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
