using Lingotto.Automotive.Lexing;
using Lingotto.Domain;

namespace Lingotto.Automotive.Quotes;

/// <summary>Says who speaks in each quotation of one article, in order. Not safe for concurrent use.</summary>
internal sealed class SpeakerFinder(LexemeList l, MentionIndex mentions, ArticleAnalysis analysis, IReadOnlyList<TextSpan> quotes)
{
    private const int VerbReach = 9;
    private const int SpeakerReach = 130;

    private readonly RoleHolders _holders = new(l.Text, mentions, analysis);
    private string? _last;
    private int _lastEnd;
    private string? _interviewee;
    private bool _intervieweeKnown;

    /// <summary>Id of the entity that speaks; null where nobody does.</summary>
    public string? Speaker(int quote)
    {
        TextSpan span = quotes[quote];
        string? speaker = After(span) ?? Before(span, quote) ?? Continued(span) ?? Interviewed(span);
        if (speaker is null) return null;
        (_last, _lastEnd) = (speaker, span.End);
        return speaker;
    }

    // ---- after: «…», ha detto X; "…," said X; "…," X said; "…," she said ----

    private string? After(TextSpan span)
    {
        int first = LexemeFrom(span.End + 1), end = ClauseEnd(first, span.End);
        if (first >= end) return null;
        char last = l.Text[span.End - 1];
        bool comma = last == ',' || l.IsSymbol(first, ',') || (last is '?' or '!' or '…' && !l[first].IsCapitalized);
        if (l.IsSymbol(first, ',')) first++;
        int verb = FirstReporting(first, Math.Min(end, first + VerbReach));
        if (verb < 0) return null;
        bool startsSentence = last is '.' or '?' or '!' && !comma && l[first].IsCapitalized;
        if (startsSentence && verb > first + 4) return null;
        if (!comma && !startsSentence && l.IsSymbol(first, '.')) return null;
        return BetweenAndVerb(first, verb) ?? AfterVerb(span, verb, end) ?? Understood(span);
    }

    /// <summary>A speaker named between the words and the verb: <c>Cirio told reporters</c>, <c>the automaker said</c>.</summary>
    private string? BetweenAndVerb(int first, int verb)
    {
        if (first == verb) return null;
        return Person(l[first].Start, l[verb].Start) ?? Role(l[first].Start, l[verb].Start) ?? Organization(l[first].Start, l[verb].Start);
    }

    private string? AfterVerb(TextSpan span, int verb, int end)
    {
        int from = l[verb].End, to = Math.Min(l[end - 1].End, from + SpeakerReach);
        int relative = RelativeClause(verb + 1, end);
        if (relative > 0) to = Math.Min(to, l[relative].Start);
        if (IsSpokesperson(verb + 1, Math.Min(end, verb + 5))) return Organization(from, to) ?? LastOrganization(span.Start);
        string? person = Person(from, to);
        if (person is not null) return person;
        return Role(from, to) ?? Organization(from, to) ?? (HasOtherSubject(verb, end) ? "" : null) switch { "" => NoSpeaker, var x => x };
    }

    private const string? NoSpeaker = null;

    /// <summary>The subject is understood or a pronoun: the person spoken of last, before the words, else who spoke last.</summary>
    private string? Understood(TextSpan span) => LastPerson(span.Start) ?? _last;

    // ---- before: X ha detto: «…»; X called it "…"; per X è «…» ----

    private string? Before(TextSpan span, int quote)
    {
        int end = LexemeFrom(span.Start - 1), start = SentenceStart(end, quote);
        if (start >= end) return null;
        bool colon = l.IsSymbol(end - 1, ':') || (l[end - 1].Kind == LexemeKind.Symbol && l[end - 2].Symbol == ':' && l[end - 2].Kind == LexemeKind.Symbol);
        int verb = LastReporting(start, end);
        if (verb < 0 && !colon) return null;
        int from = l[start].Start, to = l[end - 1].End;
        if (verb >= 0)
        {
            string? beside = BesideVerb(verb, start, end);
            if (beside is not null) return beside;
        }

        string? person = NearestPerson(from, to);
        if (person is not null) return person;
        if (colon && mentions.All is var all && all.Any(m => m.IsOrganization && m.End == l[end - 1].Start && m.Start >= from)) return all.First(m => m.IsOrganization && m.End == l[end - 1].Start && m.Start >= from).Id;
        if (Role(from, to) is { } holder) return holder;
        if (verb < 0) return null;
        return Organization(from, to) ?? (colon || l.Is(verb, UnitClass.Reporting) && verb >= end - 4 ? LastPerson(from) : null);
    }

    /// <summary>The person or organization that a verb of saying belongs to: before it in its clause, else after it.</summary>
    private string? BesideVerb(int verb, int start, int end)
    {
        if (l.Is(verb, UnitClass.SourceOpen)) return Person(l[verb].End, l[end - 1].End) ?? Role(l[verb].End, l[end - 1].End) ?? Organization(l[verb].End, l[end - 1].End);
        string? before = NearestPerson(l[start].Start, l[verb].Start);
        string? after = Person(l[verb].End, l[end - 1].End);
        if (before is not null) return before;
        string? organization = Organization(l[start].Start, l[verb].Start);
        return Role(l[start].Start, l[verb].Start) ?? (organization is not null ? organization : after);
    }

    // ---- neither: the words go on, or answer a question ----

    /// <summary>A quotation that is a sentence of its own, in the paragraph of the one before or right after who spoke.</summary>
    private string? Continued(TextSpan span)
    {
        if (!StartsSentence(span) || IsTitleLike(span)) return null;
        bool sameParagraph = _last is not null && !HasLineBreak(_lastEnd, span.Start) && span.Start - _lastEnd < 300;
        if (sameParagraph) return NearestPerson(_lastEnd, span.Start) ?? _last;
        return null;
    }

    /// <summary>In an interview the paragraphs that are all quotation are the answers of the person who is interviewed.</summary>
    private string? Interviewed(TextSpan span)
    {
        if (!IsWholeParagraph(span) && !IsHeadline(span)) return null;
        if (!_intervieweeKnown)
        {
            _intervieweeKnown = true;
            _interviewee = quotes.Count(IsWholeParagraph) >= 3 ? MainPerson() : null;
        }

        return _interviewee;
    }

    private string? MainPerson()
    {
        string? best = null;
        int most = 0;
        foreach (Entity entity in analysis.Entities)
        {
            if (entity.Kind != EntityKind.Person) continue;
            int weight = (2 * entity.Mentions.Count) + analysis.Affiliations.Count(a => a.Person == entity.Id);
            if (weight <= most) continue;
            (best, most) = (entity.Id, weight);
        }

        return best;
    }

    // ---- the text around ----

    private int LexemeFrom(int offset)
    {
        int low = 0, high = l.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (l[middle].Start < offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private int ClauseEnd(int first, int quoteEnd)
    {
        int i = first;
        if (l.StartsLine(i) || l.Text.AsSpan(quoteEnd, Math.Max(0, Math.Min(l[i].Start, l.Text.Length) - quoteEnd)).Contains('\n')) return first;
        while (i < l.Count && i < first + 40)
        {
            if (i > first && l.StartsLine(i)) break;
            if (l[i].Kind == LexemeKind.Symbol && l[i].Symbol is '"' or '“' or '«' or '”' or '»') break;
            if (l.EndsSentence(i)) return i + (i == first ? 0 : 1);
            i++;
        }

        return i;
    }

    /// <summary>Start of the sentence that leads to a quotation; the quotation before is skipped, not a border.</summary>
    private int SentenceStart(int end, int quote)
    {
        int floor = quote > 0 ? quotes[quote - 1].End : 0, i = end - 1;
        for (; i >= 0 && i > end - 60; i--)
        {
            if (l[i].Start < floor + 1) return i + 1;
            if (i < end - 1 && l.EndsSentence(i)) return i + 1;
            if (l.StartsLine(i)) return i;
        }

        return Math.Max(0, i + 1);
    }

    private int FirstReporting(int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (l.Is(i, UnitClass.Reporting) && !IsInMention(l[i].Start)) return i;
        }

        return -1;
    }

    private int LastReporting(int start, int end)
    {
        for (int i = end - 1; i >= start; i--)
        {
            if ((l.Is(i, UnitClass.Reporting) || (l.Is(i, UnitClass.SourceOpen) && (i == start || l.IsSymbol(i - 1, ',')))) && !IsInMention(l[i].Start)) return i;
        }

        return -1;
    }

    private bool IsInMention(int offset)
    {
        for (int m = Math.Max(0, mentions.FirstFrom(offset + 1) - 1); m >= 0 && m < mentions.All.Count; m--)
        {
            if (mentions.All[m].End <= offset) return false;
            if (mentions.All[m].Start <= offset) return true;
        }

        return false;
    }

    private int RelativeClause(int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (l.TextOf(i) is "who" or "which" or "whose" or "che" && l.IsSymbol(i - 1, ',')) return i;
        }

        return -1;
    }

    private bool IsSpokesperson(int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (l.Is(i, UnitClass.Spokesperson)) return true;
        }

        return false;
    }

    /// <summary>Whether the verb has a subject of its own that is no entity: <c>fa sapere la rsu</c>.</summary>
    private bool HasOtherSubject(int verb, int end) => l.Is(verb + 1, WordClass.Article) && verb + 2 < end && l.IsWord(verb + 2) || (l.Is(verb + 1, UnitClass.Reporting) && l.Is(verb + 2, WordClass.Article));

    private bool StartsSentence(TextSpan span)
    {
        int i = LexemeFrom(span.Start - 1);
        return char.IsUpper(l.Text[span.Start]) && (l.StartsLine(i) || l.EndsSentence(i - 1));
    }

    private bool IsTitleLike(TextSpan span) => span.Length < 8;

    private bool IsWholeParagraph(TextSpan span)
    {
        int open = span.Start - 1, close = span.End;
        while (open > 0 && l.Text[open - 1] is ' ' or '\t') open--;
        while (close < l.Text.Length && l.Text[close] is not '\n' && !char.IsLetterOrDigit(l.Text[close])) close++;
        return (open <= 0 || l.Text[open - 1] == '\n') && (close >= l.Text.Length || l.Text[close] == '\n');
    }

    private bool IsHeadline(TextSpan span) => !l.Text.AsSpan(0, span.Start).Contains('\n');

    private bool HasLineBreak(int start, int end) => l.Text.AsSpan(start, Math.Max(0, end - start)).Contains('\n');

    // ---- who stands where ----

    private string? Person(int start, int end) => First(start, end, m => m.IsPerson);

    private string? Organization(int start, int end) => First(start, end, m => m.IsOrganization);

    private string? First(int start, int end, Func<MentionAt, bool> fits)
    {
        for (int m = mentions.FirstFrom(start); m < mentions.All.Count && mentions.All[m].End <= end; m++)
        {
            if (fits(mentions.All[m])) return mentions.All[m].Id;
        }

        return null;
    }

    private string? NearestPerson(int start, int end)
    {
        string? nearest = null;
        for (int m = mentions.FirstFrom(start); m < mentions.All.Count && mentions.All[m].End <= end; m++)
        {
            if (mentions.All[m].IsPerson) nearest = mentions.All[m].Id;
        }

        return nearest;
    }

    private string? Role(int start, int end)
    {
        for (int m = mentions.FirstFrom(start); m < mentions.All.Count && mentions.All[m].End <= end; m++)
        {
            if (mentions.All[m].IsRole && _holders.Of(m) is { } holder) return holder;
        }

        return null;
    }

    private string? LastPerson(int before)
    {
        for (int m = mentions.FirstFrom(before) - 1; m >= 0; m--)
        {
            if (mentions.All[m].IsPerson) return HasLineBreak(mentions.All[m].End, before) && _last is not null && _lastEnd > mentions.All[m].End ? _last : mentions.All[m].Id;
        }

        return null;
    }

    private string? LastOrganization(int before)
    {
        string? nearest = null;
        int paragraph = before > 0 ? l.Text.LastIndexOf('\n', Math.Min(before, l.Text.Length - 1)) : -1;
        for (int m = mentions.FirstFrom(before) - 1; m >= 0; m--)
        {
            if (!mentions.All[m].IsOrganization) continue;
            nearest ??= mentions.All[m].Id;
            if (mentions.All[m].Start < paragraph) break;
            int lexeme = LexemeFrom(mentions.All[m].Start);
            if (l.StartsLine(lexeme) || l.EndsSentence(lexeme - 1)) return mentions.All[m].Id;
        }

        return nearest;
    }
}
