using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>Settings of the event engine.</summary>
public sealed record EventOptions
{
    /// <summary>The frames to work with.</summary>
    public FrameSet Frames { get; init; } = FrameSet.Default;

    /// <summary>Events of a lower confidence are left out, 0 to 1; 0 keeps all that the engine finds.</summary>
    public double MinimumConfidence { get; init; }

    /// <summary>What proposes triggers; null for the frames' own words and the learned scorer. The confidence that an own proposer gives stands, and the engine's threshold for events applies to it.</summary>
    public ITriggerProposer? TriggerProposer { get; init; }
}

/// <summary>
/// Finds events by frames over trees: frames propose triggers and fillers, a learned scorer chooses, mentions of one event are merged. Linear in the length
/// of the text for sentences of bounded length. Immutable, safe for concurrent use.
/// </summary>
public sealed class EventExtractor : IEventExtractor
{
    private const int MaximumTimes = 8;

    private readonly TriggerLexicon _lexicon;
    private readonly EventModel? _model;
    private readonly EventOptions _options;

    /// <summary>An extractor with the scorer that comes with the library.</summary>
    public EventExtractor(EventOptions? options = null) : this(options ?? new EventOptions(), EventModel.BuiltIn) { }

    internal EventExtractor(EventOptions options, EventModel? model)
    {
        _options = options;
        _model = model;
        _lexicon = new TriggerLexicon(options.Frames);
    }

    /// <inheritdoc/>
    public (ValueList<AutomotiveEvent> Events, ValueList<MergedEvent> Merged) Extract(ArticleContext article, ArticleAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(analysis);
        if (article.Document.Words.Count == 0) return ([], []);
        EventScene scene = Scene(article, analysis, out EventScorer scorer);
        List<AutomotiveEvent> events = Extract(scene, scorer);
        return (events.ToValueList(), EventMerger.Merge(events, analysis));
    }

    /// <summary>Why an article gets its events: frame, trigger and slot of each argument, and for every other candidate what failed.</summary>
    public EventExplanation Explain(ArticleContext article, ArticleAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(analysis);
        EventScene scene = Scene(article, analysis, out EventScorer scorer);
        return new EventExplainer(scene, scorer).Explain();
    }

    private EventScene Scene(ArticleContext article, ArticleAnalysis analysis, out EventScorer scorer)
    {
        var text = new EventText(article, analysis);
        ProposedTriggers? proposed = _options.TriggerProposer is { } own ? ProposedTriggers.Read(own.Propose(article, analysis), text, _lexicon) : null;
        scorer = new EventScorer(_model, proposed?.Confidence);
        return new EventScene(text, _lexicon, proposed?.Candidates);
    }

    private List<AutomotiveEvent> Extract(EventScene scene, EventScorer scorer) => Extract(scene, scorer, new EventChooser(scorer).Propose(scene));

    internal List<AutomotiveEvent> Extract(EventScene scene, EventScorer scorer, List<EventProposal> proposals)
    {
        List<EventProposal> chosen = new EventChooser(scorer).Select(proposals);
        chosen.RemoveAll(p => p.Probability < _options.MinimumConfidence);
        var events = new List<AutomotiveEvent>(chosen.Count);
        for (int i = 0; i < chosen.Count; i++) events.Add(ToEvent(scene, scorer, chosen[i], $"v{i + 1}"));
        return events;
    }

    private static AutomotiveEvent ToEvent(EventScene scene, EventScorer scorer, EventProposal proposal, string id)
    {
        Span<int> times = stackalloc int[MaximumTimes];
        int timeCount = 0;
        foreach (ChosenArgument argument in proposal.Arguments)
        {
            if (scene.Text.Fillers.Fillers[argument.Candidate.Filler].Kind == FillerKind.Time && timeCount < times.Length) times[timeCount++] = argument.Candidate.Filler;
        }

        (Modality modality, Polarity polarity) = scorer.Mood(scene, proposal.Unit, times[..timeCount]);
        EventText text = scene.Text;
        Filler[] fillers = text.Fillers.Fillers;
        EventUnit unit = proposal.Unit;
        EventFrame frame = scene.FrameOf(unit.Trigger);
        int start = text.Start(unit.Word), end = text.End(unit.Trigger.LastWord);
        return new AutomotiveEvent
        {
            Id = id,
            Type = frame.Type,
            Trigger = new Trigger(start, end, text.Document.Text[start..end]),
            Arguments = proposal.Arguments.OrderBy(a => Array.IndexOf(frame.Roles, a.Role)).Select(a => new EventArgument(a.Role.Name, fillers[a.Candidate.Filler].Ref)).ToValueList(),
            Modality = modality,
            Polarity = polarity,
            Confidence = Math.Round(proposal.Probability, 3),
            Evidence = [Evidence(text, unit)],
        };
    }

    private static TextRange Evidence(EventText text, in EventUnit unit)
    {
        if (unit.Row >= 0) return new TextRange(text.Start(text.Lines.FirstWord(unit.Row)), text.End(text.Lines.EndWord(unit.Row) - 1));
        int sentence = text.SentenceOf[unit.Word];
        return new TextRange(text.Start(text.FirstWord(sentence)), text.End(text.EndWord(sentence) - 1));
    }
}
