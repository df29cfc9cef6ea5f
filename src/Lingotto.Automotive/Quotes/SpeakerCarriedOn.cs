using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Quotes;

/// <summary>Speakers of words that nobody is said to say: they go on from the quotation before, or stand under or over a name. Immutable but for who spoke last.</summary>
internal sealed class SpeakerCarriedOn(LexemeList l, QuoteLayout layout, SpeakerMentions who, UnderstoodSpeaker known)
{
    private const int RunOnReach = 250;
    private const int FullSentence = 20;
    private const int CoordinationLength = 8;
    private const int FewWords = 3;
    private const int ConnectionLength = 6;
    private const int LabelLength = 14;

    /// <summary>A quotation that is a sentence of its own, in the paragraph of the one before or right after who spoke.</summary>
    public string? Continued(TextSpan span)
    {
        if ((Connected(span) ?? Coordinated(span)) is { } connected) return connected;
        if (!layout.IsSentenceStart(span) || layout.IsTitleLike(span)) return null;
        bool sameParagraph = known.Last is not null && !layout.HasLineBreak(known.LastEnd, span.Start) && span.Start - known.LastEnd < 300;
        int end = l.IndexFrom(span.Start - 1);
        if (sameParagraph) return (layout.SentenceEnds(known.LastEnd, end) > 1 ? who.OnlyPersonOfSentence(end) : null) ?? known.Last;
        if (!l.StartsLine(end)) return who.OnlyPersonOfSentence(end) ?? (span.Length > FullSentence ? known.Understood(span.Start) : null);
        return layout.IsWholeParagraph(span) ? Labelled(span) ?? Signed(span) ?? RunsOn(span) : null;
    }

    /// <summary>Who spoke last, where a few words without a name lead on: <c>«…». E ancora: «…»</c>.</summary>
    private string? Connected(TextSpan span)
    {
        int end = l.IndexFrom(span.Start - 1), start = end - 1;
        if (known.Last is null || !l.IsSymbol(end - 1, ':') || layout.HasLineBreak(known.LastEnd, span.Start)) return null;
        while (start > 0 && end - start <= ConnectionLength && !l.StartsLine(start) && !l.EndsSentence(start - 1)) start--;
        return end - start <= ConnectionLength && who.First(l[start].Start, l[end - 1].End, m => true) is null ? known.Last : null;
    }

    /// <summary>Who spoke last, where a conjunction or a few words stand between: <c>il piano è «povero» e «confuso»</c>.</summary>
    private string? Coordinated(TextSpan span)
    {
        int end = l.IndexFrom(span.Start - 1), start = l.IndexFrom(known.LastEnd + 1);
        if (known.Last is null || known.LastEnd == 0 || end <= start || end - start > CoordinationLength || layout.HasLineBreak(known.LastEnd, span.Start)) return null;
        bool joined = l.Is(start, WordClass.And | WordClass.NoVerb) || l.Is(start, UnitClass.GoesOn) || l.IsSymbol(start, ',') || (end - start <= FewWords && !layout.HasSymbol(start, end));
        return joined && layout.SentenceEnds(known.LastEnd, end) == 0 && who.First(l[start].Start, l[end - 1].End, m => true) is null ? known.Last : null;
    }

    /// <summary>The only name of a short line before, or of one that ends with a colon: a label over the words.</summary>
    private string? Labelled(TextSpan span)
    {
        int end = l.IndexFrom(span.Start - 1), start = end - 1;
        if (end == 0 || l.IsSymbol(end - 1, '?')) return null;
        while (start > 0 && !l.StartsLine(start)) start--;
        bool isLabel = l.IsSymbol(end - 1, ':') || end - start <= LabelLength;
        if (!isLabel || l.Text.AsSpan(l[start].Start, l[end - 1].End - l[start].Start).IndexOfAny("“«\"") >= 0) return null;
        string? person = who.Person(l[start].Start, l[end - 1].End);
        return person == who.NearestPerson(l[start].Start, l[end - 1].End) ? person : null;
    }

    /// <summary>A name on the line after, past a dash: <c>— Ruth Alder, CEO</c>.</summary>
    private string? Signed(TextSpan span)
    {
        int i = l.IndexFrom(span.End + 1);
        while (i < l.Count && !l.StartsLine(i)) i++;
        return l.IsSymbol(i, '-') && i + 1 < l.Count ? who.First(l[i].Start, l[i + 1].Start + 8, m => m.IsPerson) : null;
    }

    /// <summary>A paragraph that is all quotation goes on where the paragraph before ended in one.</summary>
    private string? RunsOn(TextSpan span)
    {
        if (known.Last is null || span.Start - known.LastEnd > RunOnReach || who.Person(known.LastEnd, span.Start) is { } other && other != known.Last) return null;
        int breaks = 0;
        bool inBreak = false;
        foreach (char c in l.Text.AsSpan(known.LastEnd, span.Start - known.LastEnd))
        {
            if (c == '\n' && !inBreak) { breaks++; inBreak = true; }
            else if (!char.IsWhiteSpace(c)) inBreak = false;
        }

        return breaks == 1 ? known.Last : null;
    }
}
