using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Quotes;

/// <summary>
/// Speakers that the clause after the words gives by pointing back at them: <c>«…». Così X</c>; <c>«…»: lo ha assicurato X</c>;
/// <c>"…" That was the message from X</c>. Immutable.
/// </summary>
internal sealed class SpeakerPointedBack(LexemeList l, QuoteLayout layout, SpeakerMentions who, SayingVerbs verbs)
{
    private const int VerbReach = 7;
    private const int SpeakerReach = 100;
    private const int NearReach = 40;

    /// <summary>The speaker; null where the clause after does not point back.</summary>
    public string? PointedBack(TextSpan span)
    {
        int first = l.IndexFrom(span.End + 1);
        bool stopped = l[first].Kind == LexemeKind.Symbol && l[first].Symbol is '.' or ':' or ',' or '-' && !l.StartsLine(first);
        if (stopped) first++;
        int opener = Opener(first, stopped);
        if (opener < 0 || layout.HasLineBreak(span.End, l[opener].Start)) return null;
        int end = layout.ClauseEnd(first, span.End);
        if (end <= opener || (end < l.Count && layout.IsQuoted(l[end].Start + 1))) return null;
        bool near = l[opener].Entry!.Value(UnitClass.PointsBack) == "near";
        int verb = verbs.FirstReporting(near ? opener : opener + 1, Math.Min(end, opener + VerbReach));
        if (!near && verb < 0 && !l.Is(opener, UnitClass.Reporting)) return null;
        int from = l[opener].End, to = Math.Min(l[end - 1].End, from + (near ? NearReach : SpeakerReach));
        return who.Person(from, to) ?? who.Role(from, to) ?? who.Organization(from, to);
    }

    /// <summary>The word that points back: the first, or the second after a short one (<c>è quanto</c>, <c>is how</c>); -1 where there is none.</summary>
    private int Opener(int first, bool stopped)
    {
        if (l.Is(first, UnitClass.PointsBack) && (stopped || l[first].IsCapitalized)) return first;
        return l.IsWord(first) && l[first].Length <= 4 && l.Is(first + 1, UnitClass.PointsBack) ? first + 1 : -1;
    }
}
