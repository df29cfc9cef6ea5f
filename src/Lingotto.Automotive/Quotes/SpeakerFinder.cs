using Lingotto.Automotive.Lexing;
using Lingotto.Domain;

namespace Lingotto.Automotive.Quotes;

/// <summary>Says who speaks in each quotation of one article, in order. Not safe for concurrent use.</summary>
internal sealed class SpeakerFinder
{
    private const int SpeakerReach = 130;

    private readonly LexemeList _l;
    private readonly MentionIndex _mentions;
    private readonly IReadOnlyList<TextSpan> _quotes;
    private readonly QuoteLayout _layout;
    private readonly UnderstoodSpeaker _known;
    private readonly SpeakerWithin _within;
    private readonly SpeakerAfter _after;
    private readonly SpeakerBefore _before;
    private readonly SpeakerPointedBack _pointed;
    private readonly SpeakerCarriedOn _carried;
    private readonly Interviewee _interview;
    private readonly SpeakerScene? _scene;
    private readonly SpeakerRanker? _ranker;

    public SpeakerFinder(LexemeList l, MentionIndex mentions, ArticleAnalysis analysis, IReadOnlyList<TextSpan> quotes, KnownTitles titles, SpeakerRanker? ranker)
    {
        (_l, _mentions, _quotes) = (l, mentions, quotes);
        _layout = new QuoteLayout(l, quotes);
        var holders = new RoleHolders(l.Document, mentions, analysis, titles, _layout);
        var who = new SpeakerMentions(l, mentions, _layout, holders);
        var verbs = new SayingVerbs(l, mentions, _layout, who);
        _known = new UnderstoodSpeaker(l, who);
        _within = new SpeakerWithin(l, mentions, verbs);
        _after = new SpeakerAfter(l, _layout, who, verbs, _known);
        _before = new SpeakerBefore(l, mentions, _layout, who, verbs, _known);
        _pointed = new SpeakerPointedBack(l, _layout, who, verbs);
        _carried = new SpeakerCarriedOn(l, _layout, who, _known);
        _interview = new Interviewee(l, analysis, quotes, _layout);
        if (!l.Document.HasTrees) return;
        _scene = new SpeakerScene(l, mentions, quotes, _layout, verbs, who, holders, _known, analysis);
        _ranker = ranker;
    }

    /// <summary>Ids of the entities that speak, most often one; empty where nobody does.</summary>
    public IReadOnlyList<string> Speakers(int quote)
    {
        TextSpan span = _quotes[quote];
        List<string> speakers = _within.Within(span);
        if (speakers.Count == 0)
        {
            string? speaker = RuleSpeaker(quote);
            if (_ranker is not null) speaker = _ranker.Choose(Candidates(quote, speaker), speaker);
            if (speaker is null) return [];
            speakers.Add(speaker);
            AddPartner(span, speakers);
        }

        _known.Remember(speakers[0], span.End);
        return speakers;
    }

    /// <summary>Who may have said the words, the first nobody; null where the quotation itself says who speaks.</summary>
    public List<SpeakerCandidate>? Candidates(int quote) => _within.Within(_quotes[quote]).Count > 0 ? null : Candidates(quote, RuleSpeaker(quote));

    /// <summary>Tells who spoke, for the quotations that follow.</summary>
    public void Remember(string speaker, int quote) => _known.Remember(speaker, _quotes[quote].End);

    private List<SpeakerCandidate> Candidates(int quote, string? rule)
    {
        List<SpeakerCandidate> candidates = _scene!.Candidates(quote);
        if (rule is not null && !candidates.Exists(c => c.Entity == rule)) candidates.Add(new SpeakerCandidate(rule, ["far"]));
        if (_interview.Interviewed(_quotes[quote]) is { } interviewed) candidates.Add(new SpeakerCandidate(interviewed, ["interviewed"]));
        return candidates;
    }

    private string? RuleSpeaker(int quote)
    {
        TextSpan span = _quotes[quote];
        if (_layout.IsTitleOfSomething(span)) return null;
        return Beside(span, quote, out string? speaker) ? speaker : _pointed.PointedBack(span) ?? _carried.Continued(span) ?? _interview.Interviewed(span);
    }

    /// <summary>Whether a clause beside the words says who speaks: the one after, but where the words end their sentence first the one before.</summary>
    private bool Beside(TextSpan span, int quote, out string? speaker)
    {
        int next = _l.IndexFrom(span.End + 1);
        bool ended = _l.Text[span.End - 1] == '.' && _l.IsWord(next) && _l[next].IsCapitalized;
        if (ended && _before.Before(span, quote, out speaker) && speaker is not null) return true;
        return _after.After(span, out speaker) || _before.Before(span, quote, out speaker);
    }

    /// <summary>A second speaker beside the first, after the words: <c>dicono X e Y</c>.</summary>
    private void AddPartner(TextSpan span, List<string> speakers)
    {
        for (int m = _mentions.FirstFrom(span.End); m + 1 < _mentions.All.Count && _mentions.All[m].Start < span.End + SpeakerReach; m++)
        {
            MentionAt first = _mentions.All[m], second = _mentions.All[m + 1];
            if (first.Id != speakers[0] || !first.IsPerson || !second.IsPerson || second.Id == first.Id) continue;
            int between = _l.IndexFrom(first.End);
            if (_l.Is(between, WordClass.And) && _l[between + 1].Start == second.Start && _layout.Has(UnitClass.Reporting, _l.IndexFrom(span.End), between)) speakers.Add(second.Id);
            return;
        }
    }
}
