using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Times;

/// <summary>Calendar dates with a day: <c>2025-06-19</c>, <c>13/11/2024</c>, <c>venerdì 21 marzo 2025</c>, <c>Oct. 20</c>, <c>24 e 25 marzo</c>.</summary>
internal static class DateGrammar
{
    public static TimeMatch? Read(LexemeList l, TimeResolver r, int i)
    {
        if (l.IsNumber(i)) return Numeric(l, r, i) ?? DayFirst(l, r, i, i) ?? OrdinalAlone(l, r, i);
        if (l.Is(i, WordClass.Weekday)) return AfterWeekday(l, r, i);
        if (l.Is(i, WordClass.Month)) return MonthFirst(l, r, i, i);
        return l.Is(i, WordClass.Ordinal) && l.Value(i, WordClass.Ordinal) == 1 ? DayFirst(l, r, i, i) : null;
    }

    /// <summary>A weekday with its date; without one it is left to the relative expressions.</summary>
    private static TimeMatch? AfterWeekday(LexemeList l, TimeResolver r, int i)
    {
        int j = i + 1;
        if (l.IsSymbol(j, '.') && l.IsGlued(j)) j++;
        if (l.IsSymbol(j, ',')) j++;
        if (l.Is(j, WordClass.Article)) j++;
        if (l.StartsLine(j)) return null;
        TimeMatch? date = l.Is(j, WordClass.Month) ? MonthFirst(l, r, i, j) : DayFirst(l, r, i, j);
        if (date is not null) return date;
        int day = DayNumber(l, j, out int end);
        bool bare = j == i + 1 && day > 0 && !(l.IsGlued(end) && (l.IsWord(end) || l[end].Symbol is '%' or ':' or '/' or '-')) && !l.Is(end, WordClass.TimeUnit) && !l.Is(end, UnitClass.Unit | UnitClass.People);
        return bare && r.Published is { } published ? new TimeMatch(i, end, NearDay(published, day)) : null;
    }

    /// <summary>The day of a month nearest to a day: <c>giovedì 26</c>.</summary>
    private static string NearDay(DateOnly near, int day)
    {
        DateOnly best = default;
        for (int months = -1; months <= 1; months++)
        {
            DateOnly month = near.AddMonths(months);
            if (!IsoTime.IsDate(month.Year, month.Month, day)) continue;
            var candidate = new DateOnly(month.Year, month.Month, day);
            if (best == default || Math.Abs(candidate.DayNumber - near.DayNumber) < Math.Abs(best.DayNumber - near.DayNumber)) best = candidate;
        }

        return IsoTime.Day(best);
    }

    private static TimeMatch? Numeric(LexemeList l, TimeResolver r, int i)
    {
        if (DottedDate(l, i) is { } dotted) return dotted;
        if (!l.IsGlued(i + 1) || !l.IsGlued(i + 2) || !l.IsGlued(i + 3) || !l.IsGlued(i + 4)) return null;
        char separator = l[i + 1].Symbol;
        if (separator is not ('-' or '/') || !l.IsSymbol(i + 3, separator)) return null;
        int first = l.Plain(i, 1, 2100), second = l.Plain(i + 2, 1, 31), third = l.Plain(i + 4, 0, 2100);
        if (second < 0 || third < 0) return null;
        if (first >= 1900) return IsoTime.IsDate(first, second, third) ? new TimeMatch(i, i + 5, IsoTime.Day(new DateOnly(first, second, third))) : null;
        int year = third >= 1900 ? third : separator == '/' && third < 100 && l[i + 4].Length == 2 ? 2000 + third : 0;
        if (year == 0) return null;
        bool dayFirst = IsoTime.IsDate(year, second, first), monthFirst = IsoTime.IsDate(year, first, second);
        if (!dayFirst && !monthFirst) return null;
        var date = dayFirst ? new DateOnly(year, second, first) : new DateOnly(year, first, second);
        if (dayFirst && monthFirst && r.Published is { } published && l.Document.Language == Language.English)
        {
            var other = new DateOnly(year, first, second);
            if (Math.Abs(other.DayNumber - published.DayNumber) < Math.Abs(date.DayNumber - published.DayNumber)) date = other;
        }

        return new TimeMatch(i, i + 5, IsoTime.Day(date));
    }

    /// <summary><c>13.11.2024</c>, which is one number of broken shape.</summary>
    private static TimeMatch? DottedDate(LexemeList l, int i)
    {
        if (l[i].Shape != DigitShape.Broken || l[i].Length is < 8 or > 10) return null;
        Span<Range> parts = stackalloc Range[4];
        ReadOnlySpan<char> text = l.TextOf(i);
        if (text.Split(parts, '.') != 3) return null;
        if (!int.TryParse(text[parts[0]], out int day) || !int.TryParse(text[parts[1]], out int month) || !int.TryParse(text[parts[2]], out int year)) return null;
        return year >= 1900 && IsoTime.IsDate(year, month, day) ? new TimeMatch(i, i + 1, IsoTime.Day(new DateOnly(year, month, day))) : null;
    }

    /// <summary>A day of the month in digits or words, with its ordinal sign; -1 where there is none.</summary>
    private static int DayNumber(LexemeList l, int i, out int end)
    {
        end = i + 1;
        int day = l.Plain(i, 1, 31);
        if (day < 0 && l.Is(i, WordClass.Ordinal)) return l.Value(i, WordClass.Ordinal) == 1 && l.IsWord(i) ? 1 : -1;
        if (day < 0 && l.Is(i, WordClass.Cardinal) && l.Value(i, WordClass.Cardinal) is >= 2 and <= 31 and var spelled) return (int)spelled;
        if (day < 0 || l[i].Length > 2) return -1;
        if (l.IsGlued(end) && l.Is(end, WordClass.OrdinalSuffix)) end++;
        return day;
    }

    /// <summary><c>31 maggio [2024]</c>, <c>5 to 8 June</c>, <c>3 novembre al 12 dicembre</c>.</summary>
    private static TimeMatch? DayFirst(LexemeList l, TimeResolver r, int start, int i)
    {
        int day = DayNumber(l, i, out int j);
        if (day < 0 || PeriodGrammar.IsStreet(l, start)) return null;
        if (l[i].Kind == LexemeKind.Number && Cardinal.IsPartOfName(l, i)) return null;
        if (DayRange(l, r, start, day, j) is { } range) return range;
        return MonthAfterDay(l, j, out int month, out int year, out int end) && !l.StartsLine(j) ? RangeOrDay(l, r, start, day, month, year, end) : null;
    }

    /// <summary>Two days of one month: <c>24 e 25 marzo</c>, <c>15 al 25 settembre</c>, <c>24-25 marzo</c>.</summary>
    private static TimeMatch? DayRange(LexemeList l, TimeResolver r, int start, int first, int j)
    {
        if (!SkipJoin(l, j, out int k)) return null;
        if (l.Is(k, WordClass.Weekday)) k++;
        int second = DayNumber(l, k, out int next);
        if (second < 0 || !MonthAfterDay(l, next, out int month, out int year, out int end)) return null;
        (string? from, string? to) = (Day(r, first, month, year, start, end), Day(r, second, month, year, start, end));
        return from is null || to is null ? null : new TimeMatch(start, end, IsoTime.Interval(from, to));
    }

    /// <summary>A day, or the span from it to a day of another month.</summary>
    private static TimeMatch? RangeOrDay(LexemeList l, TimeResolver r, int start, int day, int month, int year, int end)
    {
        bool opened = l.Is(start - 1, WordClass.FromOpen | WordClass.PairOpen) || l.Is(start - 2, WordClass.FromOpen | WordClass.PairOpen);
        if ((opened || l.IsSymbol(end, '-')) && SkipJoin(l, end, out int k))
        {
            int second = DayNumber(l, k, out int next);
            if (second > 0 && MonthAfterDay(l, next, out int month2, out int year2, out int end2))
            {
                string? to = Day(r, second, month2, year2, start, end2);
                int fromYear = year > 0 ? year : to is not null && char.IsAsciiDigit(to[0]) ? int.Parse(to.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture) - (month > month2 ? 1 : 0) : 0;
                string? from = Day(r, day, month, fromYear, start, end2);
                if (year2 == 0 && from is not null && month > month2 && Day(r, day, month, 0, start, end2) is { } near && char.IsAsciiDigit(near[0]))
                {
                    from = near;
                    to = Day(r, second, month2, int.Parse(near.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture) + 1, start, end2);
                }

                if (from is not null && to is not null) return new TimeMatch(start, end2, IsoTime.Interval(from, to));
            }
        }

        return Day(r, day, month, year, start, end) is { } value ? new TimeMatch(start, end, value) : null;
    }

    /// <summary>Past a dash or a word that joins two days, and the article after it.</summary>
    private static bool SkipJoin(LexemeList l, int j, out int k)
    {
        k = j + 1;
        if (l.StartsLine(j) || l.StartsLine(k)) return false;
        bool joined = (l.IsSymbol(j, '-') || l.IsSymbol(j, '/')) && (l.IsGlued(j) == l.IsGlued(k)) || l.Is(j, WordClass.And | WordClass.To);
        if (!joined) return false;
        if (l.Is(k, WordClass.To | WordClass.InArticle | WordClass.Article)) k++;
        return true;
    }

    /// <summary>A month, with a year after it where there is one.</summary>
    private static bool MonthAfterDay(LexemeList l, int i, out int month, out int year, out int end)
    {
        (month, year, end) = (0, 0, i);
        if (l.Is(i, WordClass.Of)) i++;
        if (l.IsSymbol(i, '-') && l.IsGlued(i) && l.IsGlued(i + 1)) i++;
        if (!l.Is(i, WordClass.Month) || !PeriodGrammar.IsMonthName(l, i)) return false;
        month = (int)l.Value(i, WordClass.Month);
        end = YearAfter(l, PeriodGrammar.SkipAbbreviationDot(l, i + 1, beforeNumber: false), out year);
        return true;
    }

    /// <summary>A year of four digits after a date, past <c>del</c>, <c>of</c> or a comma; the same index where there is none.</summary>
    public static int YearAfter(LexemeList l, int i, out int year)
    {
        int j = i;
        if (l.IsSymbol(j, ',') || l.Is(j, WordClass.Of) || (l.IsSymbol(j, '-') && l.IsGlued(j))) j++;
        year = l.StartsLine(j) ? -1 : l.Plain(j, 1800, 2100);
        bool isYear = year > 0 && l[j].Length == 4 && !(l.IsGlued(j + 1) && l.IsWord(j + 1)) && !l.Is(j + 1, UnitClass.Unit | UnitClass.Currency);
        if (!isYear) year = 0;
        return isYear ? j + 1 : i;
    }

    /// <summary><c>June 25[, 2025]</c>, <c>March 24-25</c>, <c>June 3 to 6</c>, <c>Aug. 28</c>.</summary>
    private static TimeMatch? MonthFirst(LexemeList l, TimeResolver r, int start, int i)
    {
        int month = (int)l.Value(i, WordClass.Month);
        int j = PeriodGrammar.SkipAbbreviationDot(l, i + 1, beforeNumber: true);
        if (l.Is(j, WordClass.Article) && l.IsNumber(j + 1)) j++;
        int day = l.IsNumber(j) && !l.StartsLine(j) ? DayNumber(l, j, out j) : -1;
        if (day < 0 || Cardinal.IsPartOfName(l, j - 1) || l.IsSymbol(j, '%') || l.Is(j, WordClass.TimeUnit) || l.Is(j, UnitClass.Unit | UnitClass.Currency)) return null;
        if (SkipJoin(l, j, out int k) && DayNumber(l, k, out int next) is > 0 and var second && l.IsNumber(k) && second > day && !l.Is(next, UnitClass.Unit | UnitClass.People))
        {
            int rangeEnd = YearAfter(l, next, out int rangeYear);
            (string? from, string? to) = (Day(r, day, month, rangeYear, start, rangeEnd), Day(r, second, month, rangeYear, start, rangeEnd));
            if (from is not null && to is not null) return new TimeMatch(start, rangeEnd, IsoTime.Interval(from, to));
        }

        int end = YearAfter(l, j, out int year);
        if ((l.Is(start - 1, WordClass.FromOpen | WordClass.PairOpen) || l.IsSymbol(end, '-')) && SkipJoin(l, end, out int k2) && l.Is(k2, WordClass.Month) && MonthFirst(l, r, k2, k2) is { } other && !other.Value.Contains('/', StringComparison.Ordinal))
        {
            if (Day(r, day, month, year, start, other.End) is { } from) return new TimeMatch(start, other.End, IsoTime.Interval(from, other.Value));
        }

        return Day(r, day, month, year, start, end) is { } value ? new TimeMatch(start, end, value) : null;
    }

    /// <summary><c>the 25th</c>: a day of this month, or of the next one where it has passed.</summary>
    private static TimeMatch? OrdinalAlone(LexemeList l, TimeResolver r, int i)
    {
        if (!l.Is(i - 1, WordClass.Article) || !l.IsGlued(i + 1) || !l.Is(i + 1, WordClass.OrdinalSuffix) || l[i + 1].Length != 2) return null;
        int day = l.Plain(i, 1, 31);
        if (day < 0 || l.IsWord(i + 2) || l.IsNumber(i + 2) || l.IsSymbol(i + 2, '-') || r.Published is not { } published) return null;
        return new TimeMatch(i, i + 2, NearDay(published, day));
    }

    private static string? Day(TimeResolver r, int day, int month, int year, int start, int end)
    {
        if (year > 0) return IsoTime.IsDate(year, month, day) ? IsoTime.Day(new DateOnly(year, month, day)) : null;
        if (day > DateTime.DaysInMonth(2024, month)) return null;
        if (r.Published is null) return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"XXXX-{month:D2}-{day:D2}");
        return r.DayOfYear(month, day, start, end) is { } date ? IsoTime.Day(date) : null;
    }
}
