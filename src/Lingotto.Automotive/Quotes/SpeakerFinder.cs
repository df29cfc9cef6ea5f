using Lingotto.Automotive.Lexing;
using Lingotto.Domain;

namespace Lingotto.Automotive.Quotes;

/// <summary>Says who speaks in each quotation of one article, in order. Not safe for concurrent use.</summary>
internal sealed class SpeakerFinder(LexemeList l, MentionIndex mentions, ArticleAnalysis analysis, IReadOnlyList<TextSpan> quotes)
{
    private const int VerbReach = 9;
    private const int LongVerbReach = 26;
    private const int SpeakerReach = 130;
    private const int ProseLength = 120;
    private const int RunOnReach = 250;
    private const int FullSentence = 20;
    private const int LabelLength = 14;
    private const int UnderstoodReach = 6;

    private readonly RoleHolders _holders = new(l.Text, mentions, analysis);
    private string? _last;
    private int _lastEnd;
    private string? _interviewee;
    private bool _intervieweeKnown;

    /// <summary>Ids of the entities that speak, most often one; empty where nobody does.</summary>
    public IReadOnlyList<string> Speakers(int quote)
    {
        TextSpan span = quotes[quote];
        List<string> speakers = Within(span);
        if (speakers.Count == 0)
        {
            if (!After(span, out string? speaker) && !Before(span, quote, out speaker)) speaker = Continued(span) ?? Interviewed(span);
            if (speaker is null) return [];
            speakers.Add(speaker);
            AddPartner(span, speakers);
        }

        (_last, _lastEnd) = (speakers[0], span.End);
        return speakers;
    }

    /// <summary>A second speaker beside the first, after the words: <c>dicono X e Y</c>.</summary>
    private void AddPartner(TextSpan span, List<string> speakers)
    {
        for (int m = mentions.FirstFrom(span.End); m + 1 < mentions.All.Count && mentions.All[m].Start < span.End + SpeakerReach; m++)
        {
            MentionAt first = mentions.All[m], second = mentions.All[m + 1];
            if (first.Id != speakers[0] || !first.IsPerson || !second.IsPerson || second.Id == first.Id) continue;
            int between = LexemeFrom(first.End);
            if (l.Is(between, WordClass.And) && l[between + 1].Start == second.Start && Has(UnitClass.Reporting, LexemeFrom(span.End), between)) speakers.Add(second.Id);
            return;
        }
    }

    // ---- within: “… – dichiara X, vicesindaca di Y – …” ----

    /// <summary>Speakers that a parenthesis between dashes names within the words, as press releases have it.</summary>
    private List<string> Within(TextSpan span)
    {
        var speakers = new List<string>();
        int end = LexemeFrom(span.End);
        for (int i = LexemeFrom(span.Start) + 1; i < end; i++)
        {
            if (!l.IsSymbol(i, '-') || l.IsGlued(i) || FirstReporting(i + 1, Math.Min(end, i + 4)) < 0) continue;
            int close = i + 1;
            while (close < end && close < i + 50 && !l.IsSymbol(close, '-')) close++;
            for (int m = mentions.FirstFrom(l[i].Start); m < mentions.All.Count && mentions.All[m].End <= l[close - 1].End; m++)
            {
                if (mentions.All[m].IsPerson && !speakers.Contains(mentions.All[m].Id)) speakers.Add(mentions.All[m].Id);
            }

            if (speakers.Count > 0) return speakers;
        }

        return speakers;
    }

    // ---- after: «…», ha detto X; "…," said X; "…," X said; "…," she said ----

    /// <summary>Whether a verb of saying follows the words; the speaker is null where it is nobody that the article names.</summary>
    private bool After(TextSpan span, out string? speaker)
    {
        speaker = null;
        int first = LexemeFrom(span.End + 1), end = ClauseEnd(first, span.End);
        if (first >= end) return false;
        char last = l.Text[span.End - 1];
        bool comma = last == ',' || l.IsSymbol(first, ',') || (last is '?' or '!' or '…' && !l[first].IsCapitalized);
        if (l.IsSymbol(first, ',')) first++;
        if (l[first].Kind == LexemeKind.Symbol && l[first].Symbol is '-' or ':') first++;
        int verb = FirstReporting(first, Math.Min(end, first + (StartsMention(first) ? LongVerbReach : VerbReach)));
        if (verb < 0 && first < end && (comma || (span.Length > FullSentence && !l[first].IsCapitalized))) verb = UnknownVerb(first, end, comma ? 5 : 3);
        if (verb < 0 || l.Is(first, WordClass.And) || GoesOn(first)) return false;
        bool ended = last is '.' or '?' or '!';
        bool beside = verb <= first + 1 || (verb == first + 2 && l.Is(first, WordClass.Auxiliary));
        if (!comma && !beside && !(ended && verb <= first + 4 && l[first].IsCapitalized)) return false;
        bool named = StartsMention(first) || (verb <= first + 1 && (verb == first || l.TextOf(first) is "Lo" or "A" or "So" or "Sono"));
        if (ended && !comma && l[first].IsCapitalized && !named) return false;
        speaker = BetweenAndVerb(span, first, verb) ?? AfterVerb(span, verb, end);
        return true;
    }

    /// <summary>A verb that no table knows, with a person beside it: <c>», gongola X</c>, <c>", X quipped</c>.</summary>
    private int UnknownVerb(int first, int end, int reach)
    {
        int m = mentions.FirstFrom(l[first].Start);
        if (m >= mentions.All.Count || mentions.All[m].IsPlace || l.Is(first, UnitClass.Preposition) || l.Is(first, WordClass.And | WordClass.Of | WordClass.InArticle)) return -1;
        int person = LexemeFrom(mentions.All[m].Start), after = LexemeFrom(mentions.All[m].End);
        bool leads = mentions.All[m].IsPerson && person == first && after < end && l.IsWord(after) && !l[after].IsCapitalized && l[after].Entry is null or { Classes: WordClass.None };
        if (leads) return after;
        bool follows = person > first && person <= first + reach && person < end && l.IsWord(first) && !l[first].IsCapitalized && !l.Is(first, WordClass.Article) && !HasSymbol(first, person);
        return follows ? first : -1;
    }

    /// <summary>Whether the sentence goes on with something else: <c>", adding that</c>, <c>», mentre X</c>.</summary>
    private bool GoesOn(int first)
    {
        ReadOnlySpan<char> word = l.TextOf(first);
        bool gerund = l.IsWord(first) && word.Length > 5 && !l[first].IsCapitalized && (word.EndsWith("ing") || word.EndsWith("ando") || word.EndsWith("endo"));
        return gerund || word is "while" or "but" or "as" or "though" or "although" or "which" or "who" or "ma" or "mentre" or "anche" or "perché" or "se" or "che";
    }

    private bool HasSymbol(int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (l[i].Kind == LexemeKind.Symbol && l[i].Symbol != '\'') return true;
        }

        return false;
    }

    private bool StartsMention(int lexeme)
    {
        int m = mentions.FirstFrom(l[lexeme].Start);
        return m < mentions.All.Count && mentions.All[m].Start <= l[lexeme].Start + 4 && !mentions.All[m].IsPlace;
    }

    /// <summary>A speaker named between the words and the verb: <c>Cirio told reporters</c>, <c>the automaker said</c>.</summary>
    private string? BetweenAndVerb(TextSpan span, int first, int verb)
    {
        if (first == verb) return null;
        int from = l[first].Start, to = l[verb].Start;
        if (Has(UnitClass.Spokesperson, first, verb)) return Organization(from, to) ?? LastOrganization(span.Start);
        return Person(from, to) ?? (l.Is(first, UnitClass.Pronoun) ? Understood(span.Start) : null) ?? Role(from, to) ?? Organization(from, to);
    }

    private string? AfterVerb(TextSpan span, int verb, int end)
    {
        int from = l[verb].End, to = Math.Min(l[end - 1].End, from + SpeakerReach);
        int relative = RelativeClause(verb + 1, end);
        if (relative > 0) to = Math.Min(to, l[relative].Start);
        if (Has(UnitClass.Spokesperson, verb + 1, Math.Min(end, verb + 6))) return Organization(from, to) ?? LastOrganization(span.Start);
        int said = l.Is(verb + 1, UnitClass.Reporting) ? verb + 1 : verb;
        if (l[said + 1].Kind == LexemeKind.Symbol && l[said + 1].Symbol is ',' or '.' or ';' && Understood(span.Start) is { } understood) return understood;
        if (Person(from, to) is { } person) return person;
        if (l.Is(said + 1, WordClass.FromOpen)) return First(from, Math.Min(to, l[said + 3].End), m => m.IsOrganization) ?? LastOrganization(span.Start);
        if (Has(UnitClass.Pronoun, verb + 1, Math.Min(end, verb + 4))) return Understood(span.Start);
        if (Role(from, to) is { } holder) return holder;
        if (Organization(from, to) is { } organization && !HasOtherSubject(verb, organization)) return organization;
        return HasOtherSubject(verb, null) ? null : Understood(span.Start);
    }

    /// <summary>The subject is understood or a pronoun: the first person of the sentence before, else who spoke last.</summary>
    private string? Understood(int before)
    {
        int end = LexemeFrom(before - 1), i = end - 1;
        for (int sentences = 0; i >= 0 && sentences < UnderstoodReach; i--)
        {
            bool border = i == 0 || l[i].StartsLine || l.EndsSentence(i - 1);
            if (!border) continue;
            if (FirstPersonOutsideQuotes(l[i].Start, before) is { } person) return person;
            if (l[i].StartsLine && (_last is not null && l[i].Start <= _lastEnd)) break;
            sentences++;
        }

        return _last ?? LastPerson(before);
    }

    private string? FirstPersonOutsideQuotes(int start, int end) => First(start, end, m => m.IsPerson && !IsQuoted(m.Start));

    private bool IsQuoted(int offset)
    {
        foreach (TextSpan quote in quotes)
        {
            if (quote.Contains(offset)) return true;
        }

        return false;
    }

    // ---- before: X ha detto: «…»; X called it "…"; per X è «…» ----

    /// <summary>Whether the words before lead to the quotation; the speaker is null where it is nobody that the article names.</summary>
    private bool Before(TextSpan span, int quote, out string? speaker)
    {
        speaker = null;
        int end = LexemeFrom(span.Start - 1), start = SentenceStart(end, quote);
        if (start >= end) return false;
        int from = l[start].Start, to = l[end - 1].End;
        bool colon = l.IsSymbol(end - 1, ':');
        if (IsHeadline(span) && BeforeColon(from, to) is { } named) { speaker = named; return true; }
        if (Adjacent(span, to) is { } adjacent) { speaker = adjacent; return true; }
        int verb = LastReporting(start, end);
        if (verb < 0 && !colon) return false;
        if (verb >= 0 && l.Is(verb, UnitClass.SourceOpen) && !l.Is(verb, UnitClass.Reporting)) speaker = First(l[verb].End, Math.Min(to, l[verb + 3].End + 40), m => m.IsPerson || (m.IsOrganization && m.Start <= l[verb + 2].Start));
        else if (verb >= 0) speaker = BesideVerb(verb, start, end);
        if (speaker is not null) return true;
        if (verb >= 0 && HasOtherSubject(verb, null)) return true;
        speaker = FirstPersonOutsideQuotes(ClauseStart(start, end), to);
        if (speaker is not null && IsHeadline(span) && NearestPerson(from, to) != speaker) speaker = null;
        speaker ??= Role(from, to) ?? (verb >= 0 ? Organization(from, to) : null);
        return speaker is not null;
    }

    /// <summary>A name right before a colon: <c>LA UILM: «…»</c>, <c>Urso: dal 2026 soldi "…"</c>.</summary>
    private string? BeforeColon(int from, int to) =>
        First(from, to, m => (m.IsPerson || (m.IsOrganization && StartsSentence(m.Start))) && m.End < l.Text.Length && l.Text[m.End] == ':');

    private bool StartsSentence(int offset)
    {
        int i = LexemeFrom(offset);
        if (l.Is(i - 1, WordClass.Article) && !l.StartsLine(i)) i--;
        return l.StartsLine(i) || l.EndsSentence(i - 1);
    }

    /// <summary>A name right before words that go on from it: <c>Stellantis «smentisce categoricamente»</c>.</summary>
    private string? Adjacent(TextSpan span, int to) => !char.IsLower(l.Text[span.Start]) ? null
        : First(Math.Max(0, to - 60), to, m => (m.IsPerson || m.IsOrganization) && m.End == to && !m.Nominal);

    private int ClauseStart(int start, int end)
    {
        for (int i = end - 1; i > start; i--)
        {
            if (l.IsSymbol(i, ';')) return l[i].End;
        }

        return l[start].Start;
    }

    /// <summary>The person or organization that a verb of saying belongs to: the subject of its clause, or what follows it in a parenthesis.</summary>
    private string? BesideVerb(int verb, int start, int end)
    {
        int from = ClauseStart(start, verb), to = l[end - 1].End;
        string? after = Person(l[verb].End, to);
        bool parenthesis = l.IsSymbol(verb - 1, ',') || (l.Is(verb - 1, WordClass.Auxiliary) && l.IsSymbol(verb - 2, ','));
        if (parenthesis && after is not null) return after;
        if (l.Is(verb, UnitClass.SourceOpen) && after is not null) return after;
        if (l.Is(verb - 1, UnitClass.Pronoun)) return Understood(l[verb].Start);
        if (RelativeBefore(verb, start) is > 0 and var relative && NearestPerson(from, l[relative].Start) is { } antecedent) return antecedent;
        if (InvertedSubject(verb, end) is { } inverted) return inverted;
        if (FirstPersonOutsideQuotes(from, l[verb].Start) is { } before) return SubjectAt(verb, from) ?? before;
        if (Role(from, l[verb].Start) is { } holder) return holder;
        if (Organization(from, l[verb].Start) is { } organization && !parenthesis) return organization;
        return after ?? Role(l[verb].End, to) ?? (parenthesis || verb == start || verb >= end - 3 ? HasOtherSubject(verb, null) ? null : Understood(l[start].Start) : null);
    }

    /// <summary>The person right before the verb: <c>…, but X called</c>.</summary>
    private string? SubjectAt(int verb, int from)
    {
        int m = mentions.FirstFrom(l[verb].Start) - 1;
        if (m < 0 || !mentions.All[m].IsPerson || mentions.All[m].Start < from) return null;
        int between = verb - LexemeFrom(mentions.All[m].End), start = LexemeFrom(mentions.All[m].Start);
        return between <= 2 && (l[start - 1].Kind == LexemeKind.Symbol || l.Is(start - 1, WordClass.And) || GoesOn(start - 1)) ? mentions.All[m].Id : null;
    }

    /// <summary>Index of the relative pronoun that the verb belongs to: <c>X, che ha detto</c>; -1 where there is none.</summary>
    private int RelativeBefore(int verb, int start)
    {
        for (int i = verb - 1; i >= Math.Max(start, verb - 3); i--)
        {
            if (l.TextOf(i) is "che" or "who" or "whose") return l.IsSymbol(i - 1, ',') || !l.Is(i - 1, UnitClass.Reporting) ? i : -1;
            if (!l.Is(i, WordClass.Auxiliary | WordClass.NoVerb)) return -1;
        }

        return -1;
    }

    /// <summary>The person right after a verb of saying, past a title, where no preposition makes it the one who is told: <c>replica il sindaco X: «…»</c>.</summary>
    private string? InvertedSubject(int verb, int end)
    {
        if (!l.IsSymbol(end - 1, ':') && !l.IsSymbol(end - 1, ',')) return null;
        int m = mentions.FirstFrom(l[verb].End);
        int first = m < mentions.All.Count ? LexemeFrom(mentions.All[m].Start) : l.Count;
        if (first > verb + 4 || first >= end) return null;
        for (int i = verb + 1; i < first; i++)
        {
            if (!l.Is(i, WordClass.Article | WordClass.NoVerb | WordClass.DeicticDay) || l.Is(i, UnitClass.Preposition)) return null;
        }

        return mentions.All[m].IsPerson ? mentions.All[m].Id : mentions.All[m].IsRole ? Person(mentions.All[m].End, Math.Min(l[end - 1].End, mentions.All[m].End + 60)) : null;
    }

    // ---- neither: the words go on, or answer a question ----

    /// <summary>A quotation that is a sentence of its own, in the paragraph of the one before or right after who spoke.</summary>
    private string? Continued(TextSpan span)
    {
        if (!StartsSentence(span) || IsTitleLike(span)) return null;
        bool sameParagraph = _last is not null && !HasLineBreak(_lastEnd, span.Start) && span.Start - _lastEnd < 300;
        int end = LexemeFrom(span.Start - 1);
        if (sameParagraph) return (SentenceEnds(_lastEnd, end) > 1 ? OnlyPersonOfSentence(end) : null) ?? _last;
        if (!l.StartsLine(end)) return OnlyPersonOfSentence(end) ?? (span.Length > FullSentence ? Understood(span.Start) : null);
        return IsWholeParagraph(span) ? Labelled(span) ?? Signed(span) ?? RunsOn(span) : null;
    }

    private int SentenceEnds(int from, int end)
    {
        int ends = 0;
        for (int i = LexemeFrom(from + 1); i < end; i++)
        {
            if (l.EndsSentence(i)) ends++;
        }

        return ends;
    }

    /// <summary>The only name of a short line before, or of one that ends with a colon: a label over the words.</summary>
    private string? Labelled(TextSpan span)
    {
        int end = LexemeFrom(span.Start - 1), start = end - 1;
        if (end == 0 || l.IsSymbol(end - 1, '?')) return null;
        while (start > 0 && !l.StartsLine(start)) start--;
        bool isLabel = l.IsSymbol(end - 1, ':') || end - start <= LabelLength;
        if (!isLabel || l.Text.AsSpan(l[start].Start, l[end - 1].End - l[start].Start).IndexOfAny("“«\"") >= 0) return null;
        string? person = Person(l[start].Start, l[end - 1].End);
        return person == NearestPerson(l[start].Start, l[end - 1].End) ? person : null;
    }

    /// <summary>A name on the line after, past a dash: <c>— Ruth Alder, CEO</c>.</summary>
    private string? Signed(TextSpan span)
    {
        int i = LexemeFrom(span.End + 1);
        while (i < l.Count && !l.StartsLine(i)) i++;
        return l.IsSymbol(i, '-') && i + 1 < l.Count ? First(l[i].Start, l[i + 1].Start + 8, m => m.IsPerson) : null;
    }

    /// <summary>A paragraph that is all quotation goes on where the paragraph before ended in one.</summary>
    private string? RunsOn(TextSpan span)
    {
        if (_last is null || span.Start - _lastEnd > RunOnReach || Person(_lastEnd, span.Start) is { } other && other != _last) return null;
        int breaks = 0;
        bool inBreak = false;
        foreach (char c in l.Text.AsSpan(_lastEnd, span.Start - _lastEnd))
        {
            if (c == '\n' && !inBreak) { breaks++; inBreak = true; }
            else if (!char.IsWhiteSpace(c)) inBreak = false;
        }

        return breaks == 1 ? _last : null;
    }

    private string? OnlyPersonOfSentence(int end)
    {
        int i = end - 1;
        while (i > 0 && !l[i].StartsLine && !l.EndsSentence(i - 1)) i--;
        string? first = Person(l[i].Start, l[end - 1].End);
        return first == NearestPerson(l[i].Start, l[end - 1].End) ? first : null;
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

    /// <summary>A person that the prose before the first answer names; of several the one that is said to speak after it, then the last.</summary>
    private string? MainPerson()
    {
        int firstAnswer = quotes.First(IsWholeParagraph).Start;
        if (IsHeadlineEnd(firstAnswer)) firstAnswer = quotes.Where(IsWholeParagraph).Skip(1).First().Start;
        string? best = null;
        (int, int, int) most = default;
        foreach (Entity entity in analysis.Entities)
        {
            if (entity.Kind != EntityKind.Person) continue;
            (int Intro, int Later, int Last) weight = default;
            foreach (Mention mention in entity.Mentions)
            {
                if (IsQuoted(mention.Start) || IsQuestion(mention.Start)) continue;
                if (mention.Start >= firstAnswer) weight.Later += IsBesideVerb(mention) ? 1 : 0;
                else (weight.Intro, weight.Last) = (Math.Max(weight.Intro, IsByline(mention.Start) ? 1 : 2), mention.Start);
            }

            if (weight.CompareTo(most) <= 0) continue;
            (best, most) = (entity.Id, weight);
        }

        return best;
    }

    /// <summary><c>di Corrado Vayr</c> in a short line is who wrote the interview.</summary>
    private bool IsByline(int offset) => LineLength(offset) <= ProseLength && (l.Is(LexemeFrom(offset) - 1, WordClass.Of) || l.TextOf(LexemeFrom(offset) - 1) is "by" or "By");

    private bool IsBesideVerb(Mention mention)
    {
        int first = LexemeFrom(mention.Start), end = LexemeFrom(mention.End);
        return Has(UnitClass.Reporting, Math.Max(0, first - 2), first) || Has(UnitClass.Reporting, end, Math.Min(l.Count, end + 2));
    }

    private bool IsHeadlineEnd(int offset) => !l.Text.AsSpan(0, offset).Contains('\n');

    private bool IsQuestion(int offset)
    {
        int end = l.Text.IndexOf('\n', offset);
        ReadOnlySpan<char> line = l.Text.AsSpan(offset, (end < 0 ? l.Text.Length : end) - offset).TrimEnd();
        return line.Length > 0 && line[^1] == '?';
    }

    private int LineLength(int offset)
    {
        int end = l.Text.IndexOf('\n', offset), start = offset == 0 ? -1 : l.Text.LastIndexOf('\n', offset - 1);
        return (end < 0 ? l.Text.Length : end) - start;
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
        if (end > 0 && l.EndsSentence(end - 1) && !l.IsSymbol(end - 1, ':')) return end;
        int floor = quote > 0 ? quotes[quote - 1].End : -1, i = end - 1;
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
            if (IsReporting(i)) return i;
        }

        return -1;
    }

    private int LastReporting(int start, int end)
    {
        for (int i = end - 1; i >= start; i--)
        {
            if (IsReporting(i) || (l.Is(i, UnitClass.SourceOpen) && (i == start || l[i - 1].Kind == LexemeKind.Symbol) && !IsInMention(l[i].Start))) return i;
        }

        return -1;
    }

    /// <summary><c>fa sapere</c> says, <c>sapere</c> alone knows.</summary>
    private bool IsReporting(int i) => l.Is(i, UnitClass.Reporting) && !IsInMention(l[i].Start)
        && (!l.TextOf(i).Equals("sapere", StringComparison.Ordinal) || l.TextOf(i - 1) is "fa" or "fanno" or "fatto" or "Fa" or "Fanno");

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

    private bool Has(UnitClass unitClass, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (l.Is(i, unitClass)) return true;
        }

        return false;
    }

    /// <summary>Whether the verb has a subject of its own that is no entity: <c>fa sapere la rsu</c>.</summary>
    private bool HasOtherSubject(int verb, string? except)
    {
        int article = l.Is(verb + 1, UnitClass.Reporting) ? verb + 2 : verb + 1;
        if (!l.Is(article, WordClass.Article | WordClass.Indefinite) || !l.IsWord(article + 1)) return false;
        int m = mentions.FirstFrom(l[article + 1].Start);
        bool isMention = m < mentions.All.Count && mentions.All[m].Start == l[article + 1].Start;
        if (!isMention && l.Is(article + 1, UnitClass.Pronoun)) return false;
        return !isMention || (mentions.All[m].IsRole && except is not null);
    }

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
            if (mentions.All[m].IsPerson) return mentions.All[m].Id;
        }

        return null;
    }

    /// <summary>The first organization of the nearest sentence before that has one, within the paragraph; else the last one before.</summary>
    private string? LastOrganization(int before)
    {
        for (int i = LexemeFrom(before - 1) - 1; i >= 0; i--)
        {
            if (i > 0 && !l[i].StartsLine && !l.EndsSentence(i - 1)) continue;
            if (Organization(l[i].Start, before) is { } organization) return organization;
            if (l[i].StartsLine) break;
        }

        for (int m = mentions.FirstFrom(before) - 1; m >= 0; m--)
        {
            if (mentions.All[m].IsOrganization) return mentions.All[m].Id;
        }

        return null;
    }
}
