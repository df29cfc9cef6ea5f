using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Quotes;

/// <summary>What stands around one quotation: the sentence that leads to it, the clause after it, and their words of saying. Immutable.</summary>
internal sealed record QuoteFrame
{
    private const int AfterReach = 26;

    private readonly SyntaxIndex _syntax;
    private readonly LexemeList _l;

    private QuoteFrame(LexemeList l, SyntaxIndex syntax, TextSpan span) => (_l, _syntax, Span) = (l, syntax, span);

    public TextSpan Span { get; }
    public int QuoteStart => Span.Start;
    public int QuoteEnd => Span.End;

    /// <summary>Index of the lexeme that opens the quotation.</summary>
    public int Opening { get; private init; }

    /// <summary>Index of the first lexeme after it.</summary>
    public int First { get; private init; }

    /// <summary>Offsets that bound what belongs to the quotation.</summary>
    public int ZoneStart { get; private init; }
    public int ZoneEnd { get; private init; }

    /// <summary>Lexemes of saying, -1 where there is none.</summary>
    public int CueBefore { get; private init; }
    public int CueAfter { get; private init; }

    /// <summary>The verb that the words hang on.</summary>
    public int Governor { get; private init; }

    /// <summary>Whether a word of saying, a colon or a full sentence tells that somebody speaks.</summary>
    public bool IsSaid => CueBefore >= 0 || CueAfter >= 0 || Case is "colon" or "closed" or "sentence";

    /// <summary>Whether the nearest cue has a subject that is no mention.</summary>
    public bool OtherSubject { get; private init; }

    /// <summary>The pronoun, or the noun in place of a name, beside the nearest cue.</summary>
    public SpokenPronoun? Pronoun { get; private init; }

    /// <summary>How the words are led in, for what depends on it.</summary>
    public string Case { get; private init; } = "";

    public int Word(int lexeme) => lexeme < 0 ? -1 : _syntax.WordAt(_l[lexeme].Start);

    public static QuoteFrame Of(LexemeList l, QuoteLayout layout, SayingVerbs verbs, SyntaxIndex syntax, TextSpan span, int quote)
    {
        int opening = l.IndexFrom(span.Start - 1), start = Math.Min(layout.SentenceStart(opening, quote), opening);
        int first = l.IndexFrom(span.End + 1), end = Math.Max(first, layout.ClauseEnd(first, span.End));
        int before = start < opening ? verbs.LastReporting(start, opening) : -1, after = verbs.FirstReporting(first, Math.Min(end, first + AfterReach));
        int nearest = after >= 0 ? after : before;
        SpokenPronoun? pronoun = nearest >= 0 ? SpokenPronoun.Beside(l, nearest) : null;
        bool closed = layout.IsSentenceStart(span) && l.EndsSentence(first - 1) | l.Text[span.End - 1] is '.' or '!' or '?';
        string how = pronoun is not null ? "pronoun" : after >= 0 ? "after" : before >= 0 ? "before" : start < opening && l.IsSymbol(opening - 1, ':') ? "colon" : closed ? "closed" : layout.IsSentenceStart(span) ? "sentence" : "inner";
        return new QuoteFrame(l, syntax, span)
        {
            Opening = opening, First = first, ZoneStart = start < opening ? l[start].Start : Math.Max(0, span.Start - 1), ZoneEnd = end > first ? l[end - 1].End : span.End,
            CueBefore = before, CueAfter = after, Governor = syntax.Governor(span), Case = how, Pronoun = pronoun, OtherSubject = nearest >= 0 && verbs.HasOtherSubject(nearest, null),
        };
    }
}
