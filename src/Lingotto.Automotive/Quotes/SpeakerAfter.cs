using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Quotes;

/// <summary>Speakers after the words: <c>«…», ha detto X</c>; <c>"…," said X</c>; <c>"…," she said</c>. Immutable but for who spoke last.</summary>
internal sealed class SpeakerAfter(LexemeList l, QuoteLayout layout, SpeakerMentions who, SayingVerbs verbs, UnderstoodSpeaker known)
{
    private const int VerbReach = 9;
    private const int LongVerbReach = 26;
    private const int SpeakerReach = 130;
    private const int FullSentence = 20;

    /// <summary>Whether a verb of saying follows the words; the speaker is null where it is nobody that the article names.</summary>
    public bool After(TextSpan span, out string? speaker)
    {
        speaker = null;
        int first = l.IndexFrom(span.End + 1), end = layout.ClauseEnd(first, span.End);
        if (first >= end) return false;
        char last = l.Text[span.End - 1];
        bool comma = last == ',' || l.IsSymbol(first, ',') || (last is '?' or '!' or '…' && !l[first].IsCapitalized);
        if (l.IsSymbol(first, ',')) first++;
        if (l[first].Kind == LexemeKind.Symbol && l[first].Symbol is '-' or ':') first++;
        int verb = verbs.FirstReporting(first, Math.Min(end, first + (who.StartsMention(first) ? LongVerbReach : VerbReach)));
        if (verb < 0 && first < end && (comma || (span.Length > FullSentence && !l[first].IsCapitalized))) verb = verbs.UnknownVerb(first, end, comma ? 5 : 3);
        if (verb < 0 || l.Is(first, WordClass.And) || verbs.GoesOn(first)) return false;
        bool ended = last is '.' or '?' or '!';
        bool beside = verb <= first + 1 || (verb == first + 2 && l.Is(first, WordClass.Auxiliary));
        if (!comma && !beside && !(ended && verb <= first + 4 && l[first].IsCapitalized)) return false;
        bool named = who.StartsMention(first) || (verb <= first + 1 && (verb == first || l.TextOf(first) is "Lo" or "A" or "So" or "Sono"));
        if (ended && !comma && l[first].IsCapitalized && (!named || l.Is(first, UnitClass.SourceOpen))) return false;
        speaker = BetweenAndVerb(span, first, verb) ?? AfterVerb(span, verb, end);
        return true;
    }

    /// <summary>A speaker named between the words and the verb: <c>Cirio told reporters</c>, <c>the automaker said</c>.</summary>
    private string? BetweenAndVerb(TextSpan span, int first, int verb)
    {
        if (first == verb) return null;
        int from = l[first].Start, to = l[verb].Start;
        if (layout.Has(UnitClass.Spokesperson, first, verb)) return who.Organization(from, to) ?? who.LastOrganization(span.Start);
        return who.Person(from, to) ?? (l.Is(first, UnitClass.Pronoun) ? known.Understood(span.Start) : null) ?? who.Role(from, to) ?? who.Organization(from, to);
    }

    private string? AfterVerb(TextSpan span, int verb, int end)
    {
        int from = l[verb].End, to = Math.Min(l[end - 1].End, from + SpeakerReach);
        int relative = verbs.RelativeClause(verb + 1, end);
        if (relative > 0) to = Math.Min(to, l[relative].Start);
        if (layout.Has(UnitClass.Spokesperson, verb + 1, Math.Min(end, verb + 6))) return who.Organization(from, to) ?? who.LastOrganization(span.Start);
        int said = l.Is(verb + 1, UnitClass.Reporting) ? verb + 1 : verb;
        if (l[said + 1].Kind == LexemeKind.Symbol && l[said + 1].Symbol is ',' or '.' or ';' && known.Understood(span.Start) is { } understood) return understood;
        if (who.Person(from, to) is { } person) return person;
        if (l.Is(said + 1, WordClass.FromOpen)) return who.First(from, Math.Min(to, l[said + 3].End), m => m.IsOrganization) ?? who.LastOrganization(span.Start);
        if (layout.Has(UnitClass.Pronoun, verb + 1, Math.Min(end, verb + 4))) return known.Understood(span.Start);
        if (who.Role(from, to) is { } holder) return holder;
        if (who.Organization(from, to) is { } organization && !verbs.HasOtherSubject(verb, organization)) return organization;
        return verbs.HasOtherSubject(verb, null) ? null : known.Understood(span.Start);
    }
}
