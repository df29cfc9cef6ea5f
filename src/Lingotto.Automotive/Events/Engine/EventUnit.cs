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
    private const int MaximumFillerWords = 12;
    private readonly int[] _firstFiller;
    private readonly Dictionary<int, int> _frequency = [];

    public EventScene(EventText text, TriggerLexicon lexicon, List<TriggerCandidate>? proposed = null)
    {
        Text = text;
        Lexicon = lexicon;
        Candidates = proposed ?? TriggerFinder.Find(text, lexicon, Blocked);
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

    /// <summary>The fillers of a word's sentence that are at most so many words away. Logarithmic in the number of fillers.</summary>
    public (int First, int End) FillersNear(int word, int distance)
    {
        (int first, int end) = FillersOf(Text.SentenceOf[word]);
        return (LowerBound(first, end, word - distance - MaximumFillerWords), LowerBound(first, end, word + distance + 1));
    }

    private int LowerBound(int low, int high, int word)
    {
        Filler[] fillers = Text.Fillers.Fillers;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (fillers[middle].FirstWord < word) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Index of the first unit whose trigger is in a sentence or after it. Logarithmic.</summary>
    public int FirstUnitOf(int sentence)
    {
        int low = 0, high = Units.Count, word = Text.FirstWord(sentence);
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (Units[middle].Word < word) low = middle + 1;
            else high = middle;
        }

        return low;
    }

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
