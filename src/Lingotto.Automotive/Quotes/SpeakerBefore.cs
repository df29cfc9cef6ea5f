using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Quotes;

/// <summary>Speakers before the words: <c>X ha detto: «…»</c>; <c>X called it "…"</c>; <c>per X è «…»</c>. Immutable but for who spoke last.</summary>
internal sealed class SpeakerBefore(LexemeList l, MentionIndex mentions, QuoteLayout layout, SpeakerMentions who, SayingVerbs verbs, UnderstoodSpeaker known)
{
    /// <summary>Whether the words before lead to the quotation; the speaker is null where it is nobody that the article names.</summary>
    public bool Before(TextSpan span, int quote, out string? speaker)
    {
        speaker = null;
        int end = l.IndexFrom(span.Start - 1), start = layout.SentenceStart(end, quote);
        if (start >= end) return false;
        int from = l[start].Start, to = l[end - 1].End;
        bool colon = l.IsSymbol(end - 1, ':');
        if (layout.IsHeadline(span) && BeforeColon(from, to) is { } named) { speaker = named; return true; }
        if (Adjacent(span, to) is { } adjacent) { speaker = adjacent; return true; }
        int verb = verbs.LastReporting(start, end);
        if (verb < 0 && !colon) return false;
        if (verb >= 0 && l.Is(verb, UnitClass.SourceOpen) && !l.Is(verb, UnitClass.Reporting)) speaker = Source(verb, to);
        else if (verb >= 0) speaker = BesideVerb(verb, start, end);
        if (speaker is not null) return true;
        if (verb >= 0 && verbs.HasOtherSubject(verb, null)) return true;
        speaker = who.FirstPersonOutsideQuotes(layout.ClauseStart(start, end), to);
        if (speaker is not null && layout.IsHeadline(span) && who.NearestPerson(from, to) != speaker) speaker = null;
        speaker ??= who.Role(from, to) ?? (verb >= 0 ? who.Organization(from, to) : null);
        return speaker is not null;
    }

    /// <summary>A name right before a colon: <c>LA UILM: «…»</c>, <c>Urso: dal 2026 soldi "…"</c>.</summary>
    private string? BeforeColon(int from, int to) =>
        who.First(from, to, m => (m.IsPerson || (m.IsOrganization && layout.StartsSentence(m.Start))) && m.End < l.Text.Length && l.Text[m.End] == ':' && !IsToldTo(m, from));

    /// <summary>Whether the name before the colon is who is told: <c>X risponde a Y: «…»</c>.</summary>
    private bool IsToldTo(MentionAt named, int from)
    {
        int before = l.IndexFrom(named.Start) - 1;
        return l.Is(before, WordClass.To) && layout.Has(UnitClass.Reporting, l.IndexFrom(from), before) && who.Person(from, l[before].Start) is not null;
    }

    /// <summary>A name right before words that go on from it: <c>Stellantis «smentisce categoricamente»</c>.</summary>
    private string? Adjacent(TextSpan span, int to) => !char.IsLower(l.Text[span.Start]) ? null
        : who.First(Math.Max(0, to - 60), to, m => (m.IsPerson || m.IsOrganization) && m.End == to && !m.Nominal);

    /// <summary>The person or organization that a verb of saying belongs to: the subject of its clause, or what follows it in a parenthesis.</summary>
    private string? BesideVerb(int verb, int start, int end)
    {
        int from = layout.ClauseStart(start, verb), to = l[end - 1].End;
        string? after = who.Person(l[verb].End, to);
        bool parenthesis = l.IsSymbol(verb - 1, ',') || (l.Is(verb - 1, WordClass.Auxiliary) && l.IsSymbol(verb - 2, ','));
        if (parenthesis && after is not null) return after;
        if (l.Is(verb, UnitClass.SourceOpen) && Source(verb, to) is { } source) return source;
        if (l.Is(verb - 1, UnitClass.Pronoun)) return known.Understood(l[verb].Start);
        if (layout.Has(UnitClass.Spokesperson, start, verb) && who.Person(from, l[verb].Start) is null) return who.Organization(from, l[verb].Start) ?? who.LastOrganization(l[start].Start);
        if (verbs.RelativeBefore(verb, start) is > 0 and var relative && who.NearestPerson(from, l[relative].Start) is { } antecedent) return antecedent;
        if (InvertedSubject(verb, end) is { } inverted) return inverted;
        if (who.FirstPersonOutsideQuotes(from, l[verb].Start) is { } before) return SubjectAt(verb, from) ?? before;
        if (who.Role(from, l[verb].Start) is { } holder) return holder;
        if (who.Organization(from, l[verb].Start) is { } organization && !parenthesis) return organization;
        return after ?? who.Role(l[verb].End, to) ?? (parenthesis || verb == start || verb >= end - 3 ? verbs.HasOtherSubject(verb, null) ? null : known.Understood(l[start].Start) : null);
    }

    /// <summary>The person or organization after <c>secondo</c>, <c>according to</c>.</summary>
    private string? Source(int opener, int to) =>
        who.First(l[opener].End, Math.Min(to, l[opener + 3].End + 40), m => m.IsPerson || (m.IsOrganization && m.Start <= l[opener + 2].Start));

    /// <summary>The person right before the verb: <c>…, but X called</c>.</summary>
    private string? SubjectAt(int verb, int from)
    {
        int m = mentions.FirstFrom(l[verb].Start) - 1;
        if (m < 0 || !mentions.All[m].IsPerson || mentions.All[m].Start < from) return null;
        int between = verb - l.IndexFrom(mentions.All[m].End), start = l.IndexFrom(mentions.All[m].Start);
        return between <= 2 && (l[start - 1].Kind == LexemeKind.Symbol || l.Is(start - 1, WordClass.And) || verbs.GoesOn(start - 1)) ? mentions.All[m].Id : null;
    }

    /// <summary>The person right after a verb of saying, past a title, where no preposition makes it the one who is told: <c>replica il sindaco X: «…»</c>.</summary>
    private string? InvertedSubject(int verb, int end)
    {
        if (!l.IsSymbol(end - 1, ':') && !l.IsSymbol(end - 1, ',')) return null;
        int m = mentions.FirstFrom(l[verb].End);
        int first = m < mentions.All.Count ? l.IndexFrom(mentions.All[m].Start) : l.Count;
        if (first > verb + 4 || first >= end) return null;
        for (int i = verb + 1; i < first; i++)
        {
            if (!l.Is(i, WordClass.Article | WordClass.NoVerb | WordClass.DeicticDay) || l.Is(i, UnitClass.Preposition)) return null;
        }

        return mentions.All[m].IsPerson ? mentions.All[m].Id : mentions.All[m].IsRole ? who.Person(mentions.All[m].End, Math.Min(l[end - 1].End, mentions.All[m].End + 60)) : null;
    }
}
