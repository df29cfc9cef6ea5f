using System.Globalization;
using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Times;

/// <summary>
/// Turns what an expression says into a value: against the day of publication, the tense around it and what was mentioned before.
/// Without a day of publication, what depends on it stays symbolic. One article's state; not safe for concurrent use.
/// </summary>
internal sealed class TimeResolver(LexemeList lexemes, DateOnly? published)
{
    private const int EarliestYear = 1800, LatestYear = 9000;
    private const int NarrativeDistance = 10;
    private const int ContextReach = 40;

    private string? _lastYear, _lastMonth, _lastQuarter, _lastHalf, _lastDay, _last;
    private int _lastAt, _lastYearAt = int.MinValue, _lastHalfAt, _beforeLastYear = int.MaxValue;

    public DateOnly? Published { get; private set; } = published is { Year: > EarliestYear and < LatestYear } ? published : null;

    /// <summary>A dateline one or two days before the publication is the day that the article speaks from.</summary>
    public void SpeakFrom(DateOnly dateline)
    {
        if (Published is { } day && day.DayNumber - dateline.DayNumber is 1 or 2) Published = dateline;
    }

    /// <summary>Remembers a value, so that later expressions may refer to it.</summary>
    public void Note(string value, int at)
    {
        if (value.Length < 4 || !char.IsAsciiDigit(value[0])) return;
        if (_lastYear is not null) _beforeLastYear = int.Parse(_lastYear, CultureInfo.InvariantCulture);
        _last = value;
        _lastAt = at;
        _lastYear = value[..4];
        if (value.Contains('/', StringComparison.Ordinal)) return;
        if (value.Length == 4) _lastYearAt = at;
        else if (value[5] == 'Q') _lastQuarter = value;
        else if (value[5] == 'H') (_lastHalf, _lastHalfAt) = (value, at);
        else if (value.Length == 7) _lastMonth = value;
        else if (value.Length == 10) _lastDay = value;
    }

    /// <summary>The last value before, if it lies within the same stretch of text; null otherwise.</summary>
    public string? Recent(int at) => at - _lastAt <= ContextReach ? _last : null;

    public string? LastMonth => _lastMonth;

    public string? LastYear => _lastYear;

    public string? LastDay => _lastDay;

    /// <summary>The quarter that the article speaks of: the last one named, or the last one that has ended.</summary>
    public string LastQuarter => _lastQuarter ?? Shifted(-3, d => IsoTime.Part(d.Year, Q(d.Month)), IsoTime.Past);

    /// <summary>The half year that the article speaks of: the last one named, or the last one that has ended.</summary>
    public string LastHalf(int at) => (at - _lastHalfAt <= 2 * ContextReach ? _lastHalf : null) ?? Shifted(-6, d => IsoTime.Part(d.Year, H(d.Month)), IsoTime.Past);

    /// <summary>A value of the day of publication moved by months; the symbol where there is no such day.</summary>
    public string Shifted(int months, Func<DateOnly, string> value, string symbol) => Published is { } day ? value(day.AddMonths(months)) : symbol;

    /// <summary>A value of the day of publication moved by days; the symbol where there is no such day.</summary>
    public string ShiftedDays(int days, Func<DateOnly, string> value, string symbol) => Published is { } day ? value(day.AddDays(days)) : symbol;

    public static string Q(int month) => "Q" + (((month - 1) / 3) + 1).ToString(CultureInfo.InvariantCulture);

    public static string H(int month) => month <= 6 ? "H1" : "H2";

    public Tense TenseAt(int start, int end) => TenseReader.Around(lexemes, start, end);

    /// <summary>The year of a month without one, null without a day of publication.</summary>
    public int? YearOfMonth(int month, int start, int end)
    {
        if (Published is not { } day) return null;
        return ContextYear(start, TenseAt(start, end)) ?? Nearest(start, end, y => new DateOnly(y, month, 1), y => new DateOnly(y, month, DateTime.DaysInMonth(y, month)));
    }

    /// <summary>The day of a month and day without a year, null without a day of publication.</summary>
    public DateOnly? DayOfYear(int month, int dayOfMonth, int start, int end)
    {
        if (Published is not { } day) return null;
        DateOnly In(int y) => new(y, month, Math.Min(dayOfMonth, DateTime.DaysInMonth(y, month)));
        int year = ContextYear(start, TenseAt(start, end)) ?? Nearest(start, end, In, In);
        return IsoTime.IsDate(year, month, dayOfMonth) ? new DateOnly(year, month, dayOfMonth) : null;
    }

    /// <summary>The year in which something that comes back every year is meant: the nearest one, where the tense does not tell against it.</summary>
    public int Nearest(int start, int end, Func<int, DateOnly> first, Func<int, DateOnly> last)
    {
        DateOnly day = Published!.Value;
        (Tense tense, int weight) = TenseReader.ClueAround(lexemes, start, end);
        int best = day.Year, bestCost = int.MaxValue;
        for (int year = day.Year - 1; year <= day.Year + 1; year++)
        {
            int ahead = first(year).DayNumber - day.DayNumber, behind = day.DayNumber - last(year).DayNumber;
            int cost = Math.Max(0, Math.Max(ahead, behind));
            if ((tense == Tense.Past && ahead > 0) || (tense == Tense.Future && behind > 0)) cost += weight;
            if (cost >= bestCost) continue;
            (best, bestCost) = (year, cost);
        }

        return best;
    }

    /// <summary>The year of a quarter, half or season that spans the given months, null without a day of publication.</summary>
    public int? YearOfPart(int firstMonth, int lastMonth, int start, int end)
    {
        if (Published is not { } day) return null;
        Tense tense = TenseAt(start, end);
        if (ContextYear(start, tense) is { } context) return context;
        if (day.Month > lastMonth && tense == Tense.Future && day.Month - lastMonth > 6) return day.Year + 1;
        if (day.Month >= firstMonth) return day.Year;
        if (tense == Tense.Future) return day.Year;
        if (tense == Tense.Past) return day.Year - 1;
        return firstMonth - day.Month <= day.Month + 12 - lastMonth ? day.Year : day.Year - 1;
    }

    /// <summary>The year of a season, which may be near in both directions.</summary>
    public int? YearOfSeason(int firstMonth, int start, int end)
    {
        if (Published is null) return null;
        return ContextYear(start, TenseAt(start, end)) ?? Nearest(start, end, y => new DateOnly(y, firstMonth, 1), y => new DateOnly(y, firstMonth, 1).AddMonths(3).AddDays(-1));
    }

    /// <summary>A year named shortly before that holds for what follows: in a tale of long ago, or for plans of a year to come.</summary>
    private int? ContextYear(int start, Tense tense)
    {
        if (_lastYear is null || Published is not { } day || start - _lastAt > ContextReach) return null;
        int year = int.Parse(_lastYear, CultureInfo.InvariantCulture);
        if (year <= day.Year - NarrativeDistance && _beforeLastYear <= day.Year - NarrativeDistance) return year;
        bool planned = year > day.Year && tense != Tense.Past && _lastYearAt == _lastAt && IsSameSentence(_lastAt, start);
        return planned ? year : null;
    }

    private bool IsSameSentence(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (lexemes.EndsSentence(i)) return false;
        }

        return true;
    }

    /// <summary>The day of a weekday: the last one, the day of publication included, or the next one where the text looks ahead.</summary>
    public DateOnly? Weekday(int weekday, int start, int end) =>
        start - _lastAt <= 4 && DateOnly.TryParseExact(_last, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly named) && IsoDay(named) == weekday ? named
        : TenseAt(start, end) == Tense.Future ? NextWeekday(weekday) : LastWeekday(weekday, inclusive: true);

    public DateOnly? NextWeekday(int weekday) => Published?.AddDays((((weekday - IsoDay() - 1) % 7) + 7) % 7 + 1);

    public DateOnly? LastWeekday(int weekday, bool inclusive)
    {
        int back = (((IsoDay() - weekday) % 7) + 7) % 7;
        return Published?.AddDays(-(back == 0 && !inclusive ? 7 : back));
    }

    private int IsoDay() => Published is { } day ? IsoDay(day) : 0;

    private static int IsoDay(DateOnly day) => (((int)day.DayOfWeek + 6) % 7) + 1;
}
