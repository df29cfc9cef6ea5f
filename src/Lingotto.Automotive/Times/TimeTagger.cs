using System.Globalization;
using Lingotto.Automotive.Lexing;
using Lingotto.Automotive.Times;
using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>
/// Finds and normalises time expressions by hand-written grammars over word tables, in Italian and English. It needs the text and the
/// language alone, no tags or trees. Linear in the text. Immutable, safe for concurrent use.
/// </summary>
public sealed class TimeTagger : ITimeTagger
{
    private const WordClass Starts = WordClass.Month | WordClass.Weekday | WordClass.Season | WordClass.TimeUnit | WordClass.Quarter | WordClass.Half | WordClass.ThirdOfYear
        | WordClass.ShortQuarter | WordClass.ShortHalf | WordClass.Ordinal | WordClass.DeicticDay | WordClass.Now | WordClass.DayPart | WordClass.Last | WordClass.Recent
        | WordClass.Next | WordClass.This | WordClass.That | WordClass.Previous | WordClass.Following | WordClass.Edge | WordClass.Indefinite | WordClass.Holiday | WordClass.YearSpan
        | WordClass.Fiscal | WordClass.DecadeName | WordClass.Whole | WordClass.HalfWord | WordClass.Cardinal | WordClass.ModelYear | WordClass.Later | WordClass.Future;

    /// <inheritdoc/>
    public ValueList<TimeExpression> Find(ArticleContext article)
    {
        ArgumentNullException.ThrowIfNull(article);
        LexemeList lexemes = Lexer.Read(article.Document);
        var resolver = new TimeResolver(lexemes, article.Published);
        var found = new List<TimeExpression>();
        int lastEnd = 0;
        for (int i = 0; i < lexemes.Count;)
        {
            TimeMatch? match = lexemes.IsNumber(i) ? ReadNumber(lexemes, resolver, i) : lexemes.Is(i, Starts) ? ReadWord(lexemes, resolver, i) : null;
            if (match is not { } time || time.Start < lastEnd)
            {
                i++;
                continue;
            }

            i = lastEnd = Math.Max(time.End, i + 1);
            TextSpan span = lexemes.Span(time.Start, time.End);
            if (time.Value.Length == 0 || article.IsBoilerplate(span)) continue;
            if (found.Count == 0 && IsDateline(lexemes, time)) resolver.SpeakFrom(DateOnly.ParseExact(time.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture));
            resolver.Note(time.Value, time.Start);
            found.Add(new TimeExpression($"t{found.Count + 1}", span.Start, span.End, span.Of(article.Document.Text).ToString(), time.Value));
        }

        return found.ToValueList();
    }

    /// <summary>A full date, year included, that ends a line of the article's head.</summary>
    private static bool IsDateline(LexemeList l, TimeMatch time) =>
        time.Start <= 60 && time.Value.Length == 10 && time.Value[0] != 'X' && l.StartsLine(time.End) && l.Plain(time.End - 1, 1900, 2100) > 0;

    private static TimeMatch? ReadNumber(LexemeList l, TimeResolver r, int i) =>
        DateGrammar.Read(l, r, i) ?? PartGrammar.Read(l, r, i) ?? FiscalGrammar.Digits(l, i) ?? CountedGrammar(l, r, i);

    private static TimeMatch? ReadWord(LexemeList l, TimeResolver r, int i) =>
        DateGrammar.Read(l, r, i) ?? PartGrammar.Read(l, r, i) ?? FiscalGrammar.Read(l, r, i) ?? PeriodGrammar.Read(l, r, i) ?? VagueGrammar.Read(l, r, i)
        ?? CountedGrammar(l, r, i) ?? RelativeGrammar.Read(l, r, i) ?? AnaphoricGrammar.Read(l, r, i);

    private static TimeMatch? CountedGrammar(LexemeList l, TimeResolver r, int i)
    {
        if (Cardinal.Read(l, i) is { } number && l.Is(number.End, WordClass.TimeUnit) && !l.StartsLine(number.End))
        {
            if (PartGrammar.MonthsSoFar(l, r, i, number) is { } soFar) return soFar;
            if (l[number.End].Entry!.Value(WordClass.TimeUnit) == "M" && number.Value is >= 2 and <= 12 && PartGrammar.EndingIn(l, r, i, number.End + 1, (int)number.Value) is { } ending) return ending;
        }

        return DurationGrammar.Read(l, r, i);
    }
}
