using System.Globalization;
using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Times;

/// <summary>Parts of years: <c>primo trimestre 2025</c>, <c>third-quarter</c>, <c>H1 2025</c>, <c>1Q25</c>, <c>primi nove mesi</c>, <c>seconda metà del 2026</c>.</summary>
internal static class PartGrammar
{
    public static TimeMatch? Read(LexemeList l, TimeResolver r, int i)
    {
        if (l.IsNumber(i)) return NumberFirst(l, r, i);
        if (l[i].Entry is not { } entry) return null;
        if (entry.Is(WordClass.ShortQuarter | WordClass.ShortHalf) && LetterFirst(l, r, i) is { } shorthand) return shorthand;
        return entry.Is(WordClass.Ordinal) ? AfterOrdinal(l, r, i) : null;
    }

    /// <summary><c>Q1 2025</c>, <c>H1</c>, <c>Q3 FY25</c>.</summary>
    private static TimeMatch? LetterFirst(LexemeList l, TimeResolver r, int i)
    {
        if (!l.IsGlued(i + 1) || l[i].Length != 1 || (l.IsGlued(i) && l[i - 1].Kind != LexemeKind.Word && l[i - 1].Symbol is not ('(' or '"' or '«' or '“')) || !l[i].IsCapitalized || (l.IsGlued(i + 2) && l.IsWord(i + 2))) return null;
        bool isQuarter = l.Is(i, WordClass.ShortQuarter) && l[i].Entry!.Is(WordClass.ShortQuarter) && l.TextOf(i)[0] is 'Q' or 'T';
        int number = l.Plain(i + 1, 1, isQuarter ? 4 : 2);
        if (number < 0 || l[i + 1].Length != 1) return null;
        bool afterBrand = l.IsWord(i - 1) && l[i - 1].IsCapitalized && l[i - 1].Entry is null && !l[i].StartsLine;
        int end = YearOf(l, r, i + 2, out int year);
        if (year == 0 && afterBrand) return null;
        return Quarter(r, i, end, number, isQuarter, year);
    }

    /// <summary><c>1Q25</c>, <c>2H 2025</c>, <c>1° trimestre</c>, <c>2nd quarter</c>.</summary>
    private static TimeMatch? NumberFirst(LexemeList l, TimeResolver r, int i)
    {
        int number = l.Plain(i, 1, 4);
        if (number < 0 || !l.IsGlued(i + 1) || l[i].Length != 1) return null;
        if (l.Is(i + 1, WordClass.OrdinalSuffix)) return OfOrdinal(l, r, i, i + 2, number);
        if (!l.Is(i + 1, WordClass.ShortQuarter | WordClass.ShortHalf) || l[i + 1].Length != 1 || !l[i + 1].IsCapitalized) return null;
        bool isQuarter = l.Is(i + 1, WordClass.ShortQuarter);
        if (!isQuarter && number > 2) return null;
        int end = i + 2, year = 0;
        if (l.IsGlued(end) && l[end].Length == 2 && l.Plain(end, 10, 60) is > 0 and var two) (end, year) = (end + 1, 2000 + two);
        else end = YearOf(l, r, end, out year);
        return Quarter(r, i, end, number, isQuarter, year);
    }

    private static TimeMatch? AfterOrdinal(LexemeList l, TimeResolver r, int i)
    {
        int j = i + 1;
        if (l.IsSymbol(j, '-') && l.IsGlued(j)) j++;
        return OfOrdinal(l, r, i, j, (int)l.Value(i, WordClass.Ordinal));
    }

    private static TimeMatch? OfOrdinal(LexemeList l, TimeResolver r, int start, int j, int ordinal)
    {
        if (l.StartsLine(j) || ordinal > 6) return null;
        if (l.Is(j, WordClass.Quarter) && ordinal <= 4) return Quarter(r, start, YearOf(l, r, j + 1, out int year), ordinal < 0 ? 4 : ordinal, true, year);
        if (l.Is(j, WordClass.Half) && ordinal <= 2) return Half(l, r, start, j, ordinal < 0 ? 2 : ordinal);
        if (l.Is(j, WordClass.ThirdOfYear) && ordinal is >= 1 and <= 3) return Months(l, r, start, j + 1, (4 * ordinal) - 3, 4 * ordinal);
        if (l.Is(j, WordClass.SixthOfYear) && ordinal is >= 1 and <= 6) return Months(l, r, start, j + 1, (2 * ordinal) - 1, 2 * ordinal);
        if (Cardinal.Read(l, j) is not { } number || number.Value is < 2 or > 12 || !l.Is(number.End, WordClass.TimeUnit | WordClass.Quarter)) return WeekOfMonth(l, r, start, j);
        if (l.Is(number.End, WordClass.Quarter) && ordinal == 1 && number.Value <= 3) return Months(l, r, start, number.End + 1, 1, 3 * (int)number.Value);
        if (l[number.End].Entry!.Value(WordClass.TimeUnit) != "M" || ordinal is not (1 or -1)) return WeekOfMonth(l, r, start, number.End);
        int months = (int)number.Value;
        return ordinal == 1 ? Months(l, r, start, number.End + 1, 1, months) : LastMonths(l, r, start, number.End + 1, months);
    }

    /// <summary><c>ultimi tre mesi del 2024</c>; without a year it is a duration.</summary>
    private static TimeMatch? LastMonths(LexemeList l, TimeResolver r, int start, int next, int months)
    {
        int end = YearOf(l, r, next, out int year);
        return year > 0 ? new TimeMatch(start, end, Interval(year, 13 - months, 12)) : null;
    }

    /// <summary><c>second half of 2026</c>, <c>second half of April</c>, <c>first-half</c>.</summary>
    private static TimeMatch? Half(LexemeList l, TimeResolver r, int start, int j, int half)
    {
        int next = j + 1;
        if (l.Is(next, WordClass.Of))
        {
            int k = l.Is(next + 1, WordClass.Article) ? next + 2 : next + 1;
            if (l.Is(k, WordClass.Month) && PeriodGrammar.IsMonthName(l, k)) return PeriodGrammar.Read(l, r, k) is { } month ? month with { Start = start } : null;
            if (IsOtherWhole(l, k)) return null;
        }

        int end = YearOf(l, r, next, out int year);
        bool isMetà = l.Is(j, WordClass.Edge);
        return isMetà && year == 0 ? null : Quarter(r, start, end, half, false, year);
    }

    private static bool IsOtherWhole(LexemeList l, int k) => l.IsWord(k) && !l.Is(k, WordClass.TimeUnit | WordClass.This | WordClass.Last | WordClass.Next | WordClass.Fiscal | WordClass.That);

    /// <summary><c>first week of June</c>: the month; <c>prima settimana di giugno</c>.</summary>
    private static TimeMatch? WeekOfMonth(LexemeList l, TimeResolver r, int start, int unit)
    {
        if (!l.Is(unit, WordClass.TimeUnit) || l[unit].Entry!.Value(WordClass.TimeUnit) is not ("W" or "D") || !l.Is(unit + 1, WordClass.Of)) return null;
        int k = l.Is(unit + 2, WordClass.Article) ? unit + 3 : unit + 2;
        if (l.Is(k, WordClass.Month) && PeriodGrammar.IsMonthName(l, k)) return PeriodGrammar.Read(l, r, k) is { } month ? month with { Start = start } : null;
        return null;
    }

    private static TimeMatch Months(LexemeList l, TimeResolver r, int start, int next, int first, int last)
    {
        int end = YearOf(l, r, next, out int year);
        int? known = year > 0 ? year : r.YearOfPart(Math.Max(first, last), last, start, end);
        return new TimeMatch(start, end, known is { } y ? Interval(y, first, last)
            : string.Create(CultureInfo.InvariantCulture, $"XXXX-{first:D2}/XXXX-{last:D2}"));
    }

    private static string Interval(int year, int first, int last) => IsoTime.Interval(IsoTime.Month(year, first), IsoTime.Month(year, last));

    private static TimeMatch? Quarter(TimeResolver r, int start, int end, int number, bool isQuarter, int year)
    {
        int months = isQuarter ? 3 : 6, first = (months * (number - 1)) + 1;
        string part = (isQuarter ? "Q" : "H") + number.ToString(CultureInfo.InvariantCulture);
        int? known = year > 0 ? year : r.YearOfPart(first, first + months - 1, start, end);
        return new TimeMatch(start, end, known is { } y ? IsoTime.Part(y, part) : "XXXX-" + part);
    }

    /// <summary><c>nei nove mesi</c>: the first nine months of the year.</summary>
    public static TimeMatch? MonthsSoFar(LexemeList l, TimeResolver r, int start, Cardinal number)
    {
        if (number.Value is not (6 or 9) || !l.Is(start - 1, WordClass.InArticle) || l[number.End].Entry!.Value(WordClass.TimeUnit) != "M") return null;
        return Months(l, r, start, number.End + 1, 1, (int)number.Value);
    }

    /// <summary><c>year to March 2026</c>, <c>three months to June</c>, <c>year ended March 31</c>.</summary>
    public static TimeMatch? EndingIn(LexemeList l, TimeResolver r, int start, int i, int months)
    {
        if (WordTable.Of(l.Document.Language).IsItalian || !(l.TextOf(i) is "to" or "ending" or "ended" or "through")) return null;
        int j = l.Is(i + 1, WordClass.Of) || l.Is(i + 1, WordClass.Article) ? i + 2 : i + 1;
        if (!l.Is(j, WordClass.Month) || !PeriodGrammar.IsMonthName(l, j)) return null;
        TimeMatch? month = DateGrammar.Read(l, r, j) ?? PeriodGrammar.Read(l, r, j);
        if (month is not { Value.Length: >= 7 } last || !DateOnly.TryParseExact(last.Value[..7] + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly end)) return null;
        DateOnly first = end.AddMonths(1 - months);
        return new TimeMatch(start, last.End, IsoTime.Interval(IsoTime.Month(first.Year, first.Month), IsoTime.Month(end.Year, end.Month)));
    }

    /// <summary>The year after a part of one: <c>2025</c>, <c>del 2024</c>, <c>of the year</c>, <c>dell'anno scorso</c>, <c>of fiscal 2026</c>.</summary>
    private static int YearOf(LexemeList l, TimeResolver r, int i, out int year)
    {
        int end = DateGrammar.YearAfter(l, i, out year);
        if (year > 0 || l.StartsLine(i)) return end;
        int j = l.Is(i, WordClass.Of) ? i + 1 : i;
        if (l.Is(j, WordClass.Article)) j++;
        if (l[j].Entry is null || l.StartsLine(j)) return i;
        if (FiscalGrammar.Read(l, r, j) is { Value.Length: 4 } fiscal)
        {
            year = int.Parse(fiscal.Value, CultureInfo.InvariantCulture);
            return fiscal.End;
        }

        if (j == i && !l.Is(j, WordClass.This | WordClass.Last | WordClass.Next)) return i;
        if (RelativeGrammar.Directed(l, r, j) is { Value.Length: 4 } relative)
        {
            year = int.Parse(relative.Value, CultureInfo.InvariantCulture);
            return relative.End;
        }

        return l.Is(j, WordClass.TimeUnit) && l[j].Entry!.Value(WordClass.TimeUnit) == "Y" && j > i ? j + 1 : i;
    }
}
