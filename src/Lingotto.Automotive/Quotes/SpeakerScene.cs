using Lingotto.Automotive.Lexing;
using Lingotto.Domain;

namespace Lingotto.Automotive.Quotes;

/// <summary>Somebody who may have said the words, and what speaks for it. No entity: nobody said them.</summary>
/// <param name="Entity">Id of the entity; null for nobody, and for a title whose holder is not known.</param>
/// <param name="Features">Names of what is observed.</param>
internal sealed record SpeakerCandidate(string? Entity, List<string> Features);

/// <summary>Lists who may have said the words of each quotation of one article. Not safe for concurrent use.</summary>
internal sealed class SpeakerScene
{
    private const int PriorSentences = 3;
    private const int PriorMentions = 8;

    private readonly LexemeList _l;
    private readonly MentionIndex _mentions;
    private readonly IReadOnlyList<TextSpan> _quotes;
    private readonly QuoteLayout _layout;
    private readonly SyntaxIndex _syntax;
    private readonly SayingVerbs _verbs;
    private readonly SpeakerMentions _who;
    private readonly RoleHolders _holders;
    private readonly UnderstoodSpeaker _known;
    private readonly PersonSorts _sorts;
    private readonly HashSet<string> _spoke = new(StringComparer.Ordinal);

    public SpeakerScene(LexemeList l, MentionIndex mentions, IReadOnlyList<TextSpan> quotes, QuoteLayout layout, SayingVerbs verbs, SpeakerMentions who, RoleHolders holders, UnderstoodSpeaker known, ArticleAnalysis analysis)
    {
        (_l, _mentions, _quotes, _layout, _verbs, _who, _holders, _known) = (l, mentions, quotes, layout, verbs, who, holders, known);
        _sorts = new PersonSorts(analysis);
        _syntax = new SyntaxIndex(l.Document, layout);
    }

    /// <summary>The candidates; the first is nobody.</summary>
    public List<SpeakerCandidate> Candidates(int quote)
    {
        var frame = QuoteFrame.Of(_l, _layout, _verbs, _syntax, _quotes[quote], quote);
        var candidates = new List<SpeakerCandidate> { new(null, Nobody(frame)) };
        AddZone(candidates, frame, frame.ZoneStart, frame.QuoteStart, "before");
        AddZone(candidates, frame, frame.QuoteEnd, frame.ZoneEnd, "after");
        AddPrior(candidates, frame);
        if (_known.Last is { } last) AddLast(candidates, frame, last);
        return candidates;
    }

    private void AddZone(List<SpeakerCandidate> candidates, QuoteFrame frame, int start, int end, string zone)
    {
        int first = candidates.Count;
        for (int m = _mentions.FirstFrom(start); m < _mentions.All.Count && _mentions.All[m].End <= end; m++)
        {
            if (_mentions.All[m].IsPlace || _layout.IsQuoted(_mentions.All[m].Start)) continue;
            candidates.Add(InZone(frame, m, zone));
        }

        if (candidates.Count == first) return;
        candidates[first].Features.Add(zone + ".first");
        candidates[^1].Features.Add(zone + ".last");
        if (candidates.Count == first + 1) candidates[first].Features.Add(zone + ".only");
    }

    private SpeakerCandidate InZone(QuoteFrame frame, int m, string zone)
    {
        MentionAt mention = _mentions.All[m];
        string sort = Sort(mention);
        List<string> features = [zone, sort, $"{zone}.{sort}"];
        int word = _syntax.HeadOf(mention.Start, mention.End), cue = zone == "before" ? frame.CueBefore : frame.CueAfter;
        int from = _l.IndexFrom(mention.Start), to = _l.IndexFrom(mention.End);
        CueRelation relation = _syntax.Relate(word, frame.Word(cue));
        features.Add($"{zone}.cue.{(cue < 0 ? "absent" : relation)}");
        if (!frame.IsSaid) features.Add("unsaid");
        if (cue >= 0)
        {
            features.Add($"cue.{relation}");
            features.Add($"cue.{sort}.{relation}");
            int distance = cue >= to ? cue - to : from - cue - 1;
            features.Add($"{zone}.{(cue >= to ? "left" : "right")}.{Near(distance)}");
        }

        if (frame.Governor >= 0) features.Add($"governor.{_syntax.Relate(word, frame.Governor)}");
        int gap = zone == "before" ? frame.Opening - to : from - frame.First;
        features.Add($"{zone}.gap.{Near(gap)}");
        if (_who.IsGoverned(m)) features.Add($"{zone}.governed");
        if (mention.End < _l.Text.Length && _l.Text[mention.End] == ':') features.Add("label");
        if (_l.StartsLine(from)) features.Add("startsline");
        if (mention.IsRole && _holders.Known(m) is null) features.Add("guess");
        return new SpeakerCandidate(Holder(m), features);
    }

    private void AddPrior(List<SpeakerCandidate> candidates, QuoteFrame frame)
    {
        int sentence = 1, added = 0, boundary = _l.IndexFrom(frame.ZoneStart);
        bool paragraph = _l.StartsLine(boundary);
        for (int m = _mentions.FirstFrom(frame.ZoneStart) - 1; m >= 0 && added < PriorMentions; m--)
        {
            MentionAt mention = _mentions.All[m];
            int at = _l.IndexFrom(mention.Start);
            for (int i = boundary - 1; i > at; i--)
            {
                if (_l.StartsLine(i)) paragraph = true;
                if (_l.StartsLine(i) || _l.EndsSentence(i - 1)) sentence++;
            }

            boundary = Math.Min(boundary, at + 1);
            if (sentence > PriorSentences) return;
            if (mention.IsPlace || mention.IsRole || _layout.IsQuoted(mention.Start) || _layout.IsHeaderLine(mention.Start)) continue;
            added++;
            string sort = Sort(mention);
            List<string> features = ["prior", sort, $"prior.{sort}", $"prior.sentence.{sentence}", $"prior.rank.{Math.Min(added, 4)}", $"prior.{frame.Case}"];
            if (paragraph) features.Add("prior.paragraph");
            if (_who.IsGoverned(m)) features.Add("prior.governed");
            if (SubjectOf(mention) is >= 0 and var subject)
            {
                features.Add("prior.subject");
                if (_l.Document.Head[subject] is >= 0 and var verb && _l.Document.Head[verb] < 0) features.Add("prior.main");
            }

            if (IsFirstOfSentence(m)) features.Add("prior.first");
            if (_spoke.Contains(mention.Id)) features.Add("prior.spoke");
            if (mention.IsPerson) AddAgreement(features, frame, mention.Id, "prior");
            candidates.Add(new SpeakerCandidate(mention.Id, features));
        }
    }

    /// <summary>The head of a mention's phrase where that is a subject, else -1.</summary>
    private int SubjectOf(MentionAt mention)
    {
        int word = _syntax.PhraseHead(_syntax.HeadOf(mention.Start, mention.End));
        return word >= 0 && _syntax.Relation(word).StartsWith("nsubj", StringComparison.Ordinal) ? word : -1;
    }

    private bool IsFirstOfSentence(int m)
    {
        int at = _l.IndexFrom(_mentions.All[m].Start), before = m;
        while (at > 0 && !_l.StartsLine(at) && !_l.EndsSentence(at - 1)) at--;
        while (before > 0 && _mentions.All[before - 1].Start >= _l[at].Start && _mentions.All[before - 1] is { IsPlace: true } or { IsRole: true }) before--;
        return before == 0 || _mentions.All[before - 1].Start < _l[at].Start;
    }

    private void AddLast(List<SpeakerCandidate> candidates, QuoteFrame frame, string last)
    {
        _spoke.Add(last);
        var candidate = new SpeakerCandidate(last, LastSpeaker(frame));
        AddAgreement(candidate.Features, frame, last, "last");
        candidates.Add(candidate);
    }

    /// <summary>Whether a person agrees with the pronoun, or the noun in its place, that is the subject of the word of saying.</summary>
    private void AddAgreement(List<string> features, QuoteFrame frame, string person, string place)
    {
        if (frame.Pronoun is not { } pronoun) return;
        if (_sorts.Gender(person) is { } gender && pronoun.Gender is { } wanted) features.Add(gender == wanted ? "gender.agrees" : "gender.differs");
        if (pronoun.Sort is { } sort) features.Add(_sorts.Fits(person, sort) ? $"sort.{place}.agrees" : $"sort.{place}.differs");
    }

    private List<string> LastSpeaker(QuoteFrame frame)
    {
        bool paragraph = !_layout.HasLineBreak(_known.LastEnd, frame.QuoteStart);
        int sentences = Math.Min(3, _layout.SentenceEnds(_known.LastEnd, frame.Opening));
        bool alone = _mentions.FirstFrom(_known.LastEnd) is var next && (next == _mentions.All.Count || _mentions.All[next].Start >= frame.QuoteStart);
        string link = !paragraph ? "apart" : sentences == 0 ? "sentence" : "paragraph";
        return [$"last.{link}.{(alone ? "alone" : "others")}", $"last.{link}.{frame.Case}", "last", $"last.{(paragraph ? "paragraph" : "apart")}", $"last.{frame.Case}", $"last.{frame.Case}.{(paragraph ? sentences : 9)}", $"last.sentences.{sentences}"];
    }

    private List<string> Nobody(QuoteFrame frame)
    {
        TextSpan span = frame.Span;
        int words = _l.IndexFrom(span.End) - _l.IndexFrom(span.Start);
        string size = words < 3 ? "few" : words < 7 ? "some" : "many";
        List<string> features = ["nobody", $"nobody.{frame.Case}", $"nobody.words.{size}", $"nobody.{frame.Case}.{size}"];
        if (!frame.IsSaid) features.Add($"nobody.unsaid.{size}");
        if (frame.Governor < 0) features.AddRange(["nobody.ungoverned", $"nobody.ungoverned.{frame.Case}"]);
        if (IsLabel(frame)) features.Add($"nobody.label.{size}");
        if (IsCapitalized(span)) features.AddRange(["nobody.capitals", $"nobody.capitals.{size}"]);
        if (_layout.IsTitleOfSomething(span)) features.Add("nobody.title");
        if (_layout.IsHeadline(span)) features.Add("nobody.headline");
        if (char.IsUpper(_l.Text[span.Start])) features.Add("nobody.capital");
        if (_known.Last is null) features.Add("nobody.first");
        else if (!_layout.HasLineBreak(_known.LastEnd, frame.QuoteStart) && _layout.SentenceEnds(_known.LastEnd, frame.Opening) == 0) features.Add("nobody.samesentence");
        if (frame.OtherSubject) features.Add("nobody.othersubject");
        AddSubject(features, frame);
        return features;
    }

    /// <summary>Whether a noun or an article leads right to the words, and not a verb: <c>il libro «…»</c>, <c>the "…" award</c>.</summary>
    private bool IsLabel(QuoteFrame frame)
    {
        int word = frame.Word(frame.Opening - 1);
        return frame.Opening > 0 && _l.IsWord(frame.Opening - 1) && word >= 0 && _l.Document.Upos[word] is Upos.Noun or Upos.Det or Upos.Propn && !_l.Is(frame.Opening - 1, UnitClass.Reporting);
    }

    /// <summary>What the word of saying has for a subject, where that is no mention.</summary>
    private void AddSubject(List<string> features, QuoteFrame frame)
    {
        int cue = frame.Word(frame.CueAfter >= 0 ? frame.CueAfter : frame.CueBefore);
        if (cue < 0 || !_syntax.IsVerb(cue)) return;
        int subject = _syntax.SubjectOf(cue);
        if (subject >= 0 && !_who.IsInMention(_l.Document.Words[subject].Token.Span.Start)) features.Add($"nobody.subject.{_l.Document.Upos[subject].ToName()}");
        if (subject < 0 && _syntax.IsPlural(cue)) features.Add("nobody.plural");
    }

    private bool IsCapitalized(TextSpan span)
    {
        for (int i = _l.IndexFrom(span.Start); i < _l.IndexFrom(span.End); i++)
        {
            if (_l.IsWord(i) && _l[i].Length > 3 && !_l[i].IsCapitalized) return false;
        }

        return true;
    }

    private string? Holder(int m) => _mentions.All[m].IsRole ? _holders.Of(m) : _mentions.All[m].Id;

    private static string Sort(MentionAt mention) => mention.Nominal ? "nominal" : mention.IsPerson ? "person" : mention.IsRole ? "role" : "organization";

    private static string Near(int lexemes) => lexemes switch { <= 0 => "0", 1 => "1", <= 3 => "3", <= 7 => "7", <= 15 => "15", _ => "far" };
}
