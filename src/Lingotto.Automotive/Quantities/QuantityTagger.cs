using Lingotto.Automotive.Lexing;
using Lingotto.Automotive.Quantities;
using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>
/// Finds numbers with their units by hand-written rules over word tables, in Italian and English: cardinals in digits and words,
/// money, percentages with their sign, measures. It needs the text, the language and the times, no tags or trees. Linear in the text.
/// Immutable, safe for concurrent use.
/// </summary>
public sealed class QuantityTagger : IQuantityTagger
{
    private const WordClass Starts = WordClass.Cardinal | WordClass.Hundred | WordClass.Scale | WordClass.Collective | WordClass.HalfWord | WordClass.Indefinite;

    /// <inheritdoc/>
    public ValueList<Quantity> Find(ArticleContext article, ValueList<TimeExpression> times)
    {
        ArgumentNullException.ThrowIfNull(article);
        LexemeList lexemes = Lexer.Read(article.Document);
        var reader = new QuantityReader(lexemes);
        var found = new List<Quantity>();
        int time = 0, lastEnd = 0;
        for (int i = 0; i < lexemes.Count;)
        {
            if (lexemes[i].StartsLine) reader.BeginLine(i);
            if (!lexemes.IsNumber(i) && !lexemes.Is(i, Starts))
            {
                i++;
                continue;
            }

            while (time < times.Count && times[time].End <= lexemes[i].Start) time++;
            if (time < times.Count && times[time].Start < lexemes[i].End)
            {
                i++;
                continue;
            }

            if (Cardinal.Read(lexemes, i) is not { } number || OverlapsTime(lexemes, number.End, times, time) || Exclusions.Apply(lexemes, i, number) || reader.Read(i, number) is not { } match)
            {
                i = SkipUnread(lexemes, i);
                continue;
            }

            int floor = Math.Max(lastEnd, time > 0 ? times[time - 1].End : 0), start = match.Start;
            while (start < i && lexemes[start].Start < floor) start++;
            int end = match.End;
            while (end > number.End && OverlapsTime(lexemes, end, times, time)) end--;
            i = Math.Max(end, i + 1);
            TextSpan span = lexemes.Span(start, end);
            lastEnd = span.End;
            if (!article.IsBoilerplate(span)) found.Add(new Quantity($"q{found.Count + 1}", span.Start, span.End, span.Of(article.Document.Text).ToString(), match.Value, match.Unit));
        }

        return found.ToValueList();
    }

    private static bool OverlapsTime(LexemeList l, int end, ValueList<TimeExpression> times, int time) => time < times.Count && times[time].Start < l[end - 1].End;

    /// <summary>Past the whole of what is no quantity, so that its tail is not read as one.</summary>
    private static int SkipUnread(LexemeList l, int i) => Cardinal.Read(l, i) is { } number && number.End > i + 1 && !l.Is(i, WordClass.Indefinite) ? number.End : i + 1;
}
