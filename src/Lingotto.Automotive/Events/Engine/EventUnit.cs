namespace Lingotto.Automotive;

/// <summary>One event to be: a trigger and, in a table, the row that the event is about (-1 elsewhere).</summary>
/// <param name="Trigger">The trigger.</param>
/// <param name="Row">The line of the row.</param>
/// <param name="First">Probability of the trigger by the first pass.</param>
internal readonly record struct EventUnit(TriggerCandidate Trigger, int Row, double First = 1)
{
    /// <summary>First-pass probability from which on an event competes with its neighbours for fillers.</summary>
    public const double Competes = 0.4;

    public int Word => Trigger.Word;
}

/// <summary>What the scorers share for one article: the text, the lexicon, all trigger candidates, and, once chosen, the triggers.</summary>
internal sealed class EventScene
{
    private readonly int[] _firstFiller;
    private readonly Dictionary<int, int> _frequency = [];

    public EventScene(EventText text, TriggerLexicon lexicon)
    {
        Text = text;
        Lexicon = lexicon;
        Candidates = TriggerFinder.Find(text, lexicon, Blocked);
        Filler[] fillers = text.Fillers.Fillers;
        int sentences = text.Document.Sentences.Count;
        _firstFiller = new int[sentences + 1];
        for (int sentence = 0, filler = 0; sentence < sentences; sentence++)
        {
            while (filler < fillers.Length && text.SentenceOf[fillers[filler].Head] < sentence) filler++;
            _firstFiller[sentence] = filler;
        }

        _firstFiller[sentences] = fillers.Length;
        foreach (Filler filler in fillers) _frequency[filler.Thing] = _frequency.GetValueOrDefault(filler.Thing) + 1;
        Context = new ulong[text.Count];
        for (int word = 0; word < text.Count; word++) Context[word] = lexicon.Context(TriggerLexicon.Key(text.Language(word), text.Lemma[word]));
    }

    public EventText Text { get; }
    public TriggerLexicon Lexicon { get; }
    public List<TriggerCandidate> Candidates { get; }
    public List<(int Frame, int First, int Last)> Blocked { get; } = [];

    /// <summary>The frames that each word is a topic word of.</summary>
    public ulong[] Context { get; }

    /// <summary>The triggers that were chosen, in order of the text.</summary>
    public List<EventUnit> Units { get; } = [];

    public EventFrame FrameOf(in TriggerCandidate candidate) => Lexicon.Frames[candidate.Frame];

    public (int First, int End) FillersOf(int sentence) => (_firstFiller[sentence], _firstFiller[sentence + 1]);

    public int FrequencyOf(int thing) => _frequency.GetValueOrDefault(thing);

    public static uint LemmaOf(in TriggerCandidate candidate, EventText text)
    {
        uint lemma = TriggerLexicon.Key(candidate.Trigger.Language, Hash.Of(candidate.Trigger.Lemmas[0]));
        if (candidate.LastWord > candidate.Word)
        {
            foreach (string next in candidate.Trigger.Lemmas.AsSpan(1)) lemma = Hash.Mix(lemma, Hash.Of(next));
        }

        return lemma;
    }
}
