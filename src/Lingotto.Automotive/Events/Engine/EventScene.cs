namespace Lingotto.Automotive;

/// <summary>What the scorers share for one article: the text, the lexicon, all trigger candidates, and, once chosen, the triggers.</summary>
internal sealed class EventScene
{
    private const int MaximumFillerWords = 12;

    /// <summary>Fillers that are more words away than this have no part in an event.</summary>
    public const int MaximumPathDistance = 60;
    private readonly int[] _firstFiller;
    private readonly ulong[] _topics, _twoTopics;
    private int[] _earlier = [];
    private SlotPath[] _paths = new SlotPath[32];
    private int _pathWord = -1, _firstPath, _pathCount;
    private readonly Dictionary<int, int> _frequency = [];

    public EventScene(EventText text, TriggerLexicon lexicon, List<TriggerCandidate>? proposed = null)
    {
        Text = text;
        Lexicon = lexicon;
        var words = new LexiconWord?[text.Count];
        Context = new ulong[text.Count];
        for (int word = 0; word < words.Length; word++)
        {
            words[word] = lexicon.Find(text.Key[word]);
            Context[word] = words[word]?.Context ?? 0;
        }

        Candidates = proposed ?? TriggerFinder.Find(text, lexicon, words, Blocked);
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
        FramesAt = new ulong[text.Count];
        UnitsAt = new ulong[text.Count];
        StrongOf = new int[lexicon.Frames.Length];
        foreach (TriggerCandidate candidate in Candidates) Count(candidate);
        CountEarlier();
        _topics = new ulong[sentences];
        _twoTopics = new ulong[sentences];
        for (int word = 0; word < text.Count; word++)
        {
            int sentence = text.SentenceOf[word];
            _twoTopics[sentence] |= _topics[sentence] & Context[word];
            _topics[sentence] |= Context[word];
        }
    }

    public EventText Text { get; }
    public TriggerLexicon Lexicon { get; }
    public List<TriggerCandidate> Candidates { get; }
    public List<(int Frame, int First, int Last)> Blocked { get; } = [];

    /// <summary>The frames that have a candidate at each word.</summary>
    public ulong[] FramesAt { get; }

    /// <summary>How many candidates of each frame are strong.</summary>
    public int[] StrongOf { get; }

    /// <summary>The frames that have a candidate in the title that is not weak.</summary>
    public ulong InTitle { get; private set; }

    /// <summary>The frames that each word is a topic word of.</summary>
    public ulong[] Context { get; }

    /// <summary>The triggers that were chosen, in order of the text.</summary>
    public List<EventUnit> Units { get; } = [];

    /// <summary>The frames that have a unit at each word which competes with its neighbours.</summary>
    public ulong[] UnitsAt { get; }

    /// <summary>Sets <see cref="Units"/>.</summary>
    public void Choose(IEnumerable<EventUnit> units)
    {
        foreach (EventUnit unit in Units) UnitsAt[unit.Word] = 0;
        Units.Clear();
        Units.AddRange(units);
        foreach (EventUnit unit in Units)
        {
            if (unit.First >= EventUnit.Competes) UnitsAt[unit.Word] |= 1UL << unit.Trigger.Frame;
        }
    }

    private void Count(in TriggerCandidate candidate)
    {
        FramesAt[candidate.Word] |= 1UL << candidate.Frame;
        if (candidate.Trigger.Strength == TriggerStrength.Strong) StrongOf[candidate.Frame]++;
        if (candidate.Trigger.Strength != TriggerStrength.Weak && Text.Lines.OfWord[candidate.Word] == 0) InTitle |= 1UL << candidate.Frame;
    }

    /// <summary>Topic words of the candidate's frame in its sentence: 0, 1, or 2 for more.</summary>
    public int TopicsBeside(in TriggerCandidate candidate)
    {
        int sentence = Text.SentenceOf[candidate.Word];
        return (int)((_topics[sentence] >> candidate.Frame & 1) + (_twoTopics[sentence] >> candidate.Frame & 1));
    }

    /// <summary>How many strong candidates of the same frame earlier sentences hold, and whether one of them is the same word.</summary>
    public (int Count, bool SameLemma) EarlierOf(int candidate) => (_earlier[candidate] >> 1, (_earlier[candidate] & 1) != 0);

    private void CountEarlier()
    {
        _earlier = new int[Candidates.Count];
        var counts = new int[Lexicon.Frames.Length];
        var seen = new HashSet<FrameTrigger>(ReferenceEqualityComparer.Instance);
        for (int first = 0, next; first < Candidates.Count; first = next)
        {
            int end = Text.EndWord(Text.SentenceOf[Candidates[first].Word]);
            for (next = first; next < Candidates.Count && Candidates[next].Word < end; next++) _earlier[next] = (counts[Candidates[next].Frame] << 1) | (seen.Contains(Candidates[next].Trigger) ? 1 : 0);
            for (int i = first; i < next; i++)
            {
                if (Candidates[i].Trigger.Strength != TriggerStrength.Strong) continue;
                counts[Candidates[i].Frame]++;
                seen.Add(Candidates[i].Trigger);
            }
        }
    }

    public EventFrame FrameOf(in TriggerCandidate candidate) => Lexicon.Frames[candidate.Frame];

    public (int First, int End) FillersOf(int sentence) => (_firstFiller[sentence], _firstFiller[sentence + 1]);

    /// <summary>The fillers of a word's sentence that are at most so many words away. Logarithmic in the number of fillers.</summary>
    public (int First, int End) FillersNear(int word, int distance)
    {
        (int first, int end) = FillersOf(Text.SentenceOf[word]);
        return (LowerBound(first, end, word - distance - MaximumFillerWords), LowerBound(first, end, word + distance + 1));
    }

    /// <summary>How the fillers of a word's sentence that are near it hang on it; the answer for the last word is kept, as candidates of several frames ask for it.</summary>
    public ReadOnlySpan<SlotPath> PathsNear(int word, out int first)
    {
        if (_pathWord != word)
        {
            (_firstPath, int end) = FillersNear(word, MaximumPathDistance);
            _pathWord = word;
            _pathCount = end - _firstPath;
            if (_paths.Length < _pathCount) _paths = new SlotPath[2 * _pathCount];
            for (int i = 0; i < _pathCount; i++) _paths[i] = SlotFinder.Find(Text, word, Text.Fillers.Fillers[_firstPath + i].Head);
        }

        first = _firstPath;
        return _paths.AsSpan(0, _pathCount);
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

    public static uint LemmaOf(in TriggerCandidate candidate) => candidate.Trigger.Symbol;
}
