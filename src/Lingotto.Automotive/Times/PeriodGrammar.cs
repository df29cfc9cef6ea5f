using System.Globalization;
using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Times;

/// <summary>Months, seasons, holidays, weeks and what lies at their edges: <c>giugno 2024</c>, <c>aprile-giugno</c>, <c>autumn</c>, <c>fine mese</c>, <c>early 2027</c>.</summary>
internal static class PeriodGrammar
{
    private const int MaximumNameLength = 3;

    public static TimeMatch? Read(LexemeList l, TimeResolver r, int i)
    {
        WordEntry entry = l[i].Entry!;
        if (entry.Is(WordClass.Edge | WordClass.Later) && Edge(l, r, i) is { } edge) return edge;
        if (entry.Is(WordClass.Month) && IsMonthName(l, i) && Month(l, r, i) is { } month) return month;
        if (entry.Is(WordClass.Season) && Season(l, r, i) is { } season) return season;
        if (entry.Is(WordClass.Holiday) && l[i].IsCapitalized) return Holiday(l, r, i);
        if (entry.Is(WordClass.TimeUnit) && entry.Value(WordClass.TimeUnit) == "W") return Week(l, r, i);
        return null;
    }

    /// <summary>An abbreviation of a month may carry a stop.</summary>
    public static int SkipAbbreviationDot(LexemeList l, int i, bool beforeNumber)
    {
        bool abbreviated = l.IsSymbol(i, '.') && l.IsGlued(i) && l[i - 1].Length is 3 or 4;
        return abbreviated && (!beforeNumber || l.IsNumber(i + 1)) ? i + 1 : i;
    }

    /// <summary>Whether the word is meant as a month: an abbreviation only beside a number, <c>may</c> and <c>march</c> not as verbs.</summary>
    public static bool IsMonthName(LexemeList l, int i)
    {
        bool english = WordTable.Of(l.Document.Language) == WordTable.English;
        if (english && !l[i].IsCapitalized) return false;
        bool besideNumber = l.IsNumber(i - 1) || l.IsNumber(i + 1) || (l.IsSymbol(i + 1, '.') && l.IsNumber(i + 2)) || l.IsSymbol(i - 1, '-');
        ReadOnlySpan<char> name = l.TextOf(i).TrimEnd('\'').TrimEnd('’');
        bool isMay = name.Equals("may", StringComparison.OrdinalIgnoreCase), isMarch = name.Equals("march", StringComparison.OrdinalIgnoreCase);
        if (isMay || isMarch) return besideNumber || IsAfterPreposition(l, i) || l.IsSymbol(i + 1, '-') || (isMarch && !l[i].StartsLine && !l.IsSymbol(i - 1, '.') && !l.IsSymbol(i - 1, '"'));
        return name.Length > MaximumNameLength + (name.StartsWith("Sept", StringComparison.Ordinal) && name.Length == 4 ? 1 : 0) || besideNumber;
    }

    private static bool IsAfterPreposition(LexemeList l, int i) =>
        l.Is(i - 1, WordClass.Of | WordClass.UntilPrep | WordClass.SincePrep | WordClass.FromOpen | WordClass.To | WordClass.PairOpen | WordClass.And
            | WordClass.Last | WordClass.Next | WordClass.This | WordClass.Edge | WordClass.AgeTail | WordClass.ClockOpen) || l.IsSymbol(i - 1, '(') || l.IsSymbol(i - 1, '-');

    private static TimeMatch? Month(LexemeList l, TimeResolver r, int i)
    {
        if (IsStreet(l, i) || (l.IsNumber(i - 1) && IsStreet(l, i - 1))) return null;
        int month = (int)l.Value(i, WordClass.Month);
        int end = DateGrammar.YearAfter(l, SkipAbbreviationDot(l, i + 1, beforeNumber: true), out int year);
        if (MonthRange(l, r, i, month, year, end) is { } range) return range;
        if (year == 0) end = i + 1;
        if (l.Is(end, WordClass.Last) && year == 0) return Directed(l, r, i, end + 1, month, past: true);
        if (l.Is(end, WordClass.Next) && year == 0) return Directed(l, r, i, end + 1, month, past: false);
        if (l.Is(end, WordClass.Quarter) && year == 0) return new TimeMatch(i, end + 1, Part(r.YearOfPart(month - 2, month, i, end + 1), TimeResolver.Q(month)));
        return new TimeMatch(i, end, MonthValue(r, month, year, i, end));
    }

    /// <summary>Whether a street or a title stands before, so that the date or month is a name: <c>via 25 Aprile</c>, <c>Ms March</c>.</summary>
    public static bool IsStreet(LexemeList l, int i) => (l.Is(i - 1, UnitClass.DayOfName) && l[i - 1].IsCapitalized) || l.Is(i - 1, UnitClass.NoteRefs) && l.IsWord(i - 1) && l[i - 1].Length > 2 && !l.Is(i - 1, WordClass.ClockOpen);

    private static string MonthValue(TimeResolver r, int month, int year, int start, int end)
    {
        if (year > 0) return IsoTime.Month(year, month);
        return r.YearOfMonth(month, start, end) is { } resolved ? IsoTime.Month(resolved, month) : string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:D2}");
    }

    /// <summary><c>gennaio e marzo</c> after <c>tra</c>, <c>aprile-giugno</c>, <c>January to June 2025</c>.</summary>
    private static TimeMatch? MonthRange(LexemeList l, TimeResolver r, int i, int first, int firstYear, int end)
    {
        int j = end;
        bool dash = l.IsSymbol(j, '-') && l.IsGlued(j) == l.IsGlued(j + 1);
        bool opened = l.Is(i - 1, WordClass.PairOpen | WordClass.FromOpen) || l.Is(i - 2, WordClass.PairOpen | WordClass.FromOpen);
        bool joined = l.Is(j, WordClass.And) || l.Is(j, WordClass.To);
        if (l.StartsLine(j) || l.StartsLine(j + 1) || !(dash || joined)) return null;
        int k = j + 1;
        if (l.Is(k, WordClass.Article | WordClass.InArticle) && !l.Is(k, WordClass.Month)) k++;
        if (!l.Is(k, WordClass.Month) || !IsMonthName(l, k)) return null;
        int second = (int)l.Value(k, WordClass.Month);
        bool consecutive = second == (first % 12) + 1 && l.Is(j, WordClass.And);
        if (!dash && !opened && !consecutive && !(l.Is(j, WordClass.To) && !l.Is(j, WordClass.And))) return null;
        int rangeEnd = DateGrammar.YearAfter(l, SkipAbbreviationDot(l, k + 1, beforeNumber: true), out int year);
        if (year == 0) rangeEnd = k + 1;
        if (year == 0 && r.Published is null) return new TimeMatch(i, rangeEnd, string.Create(CultureInfo.InvariantCulture, $"XXXX-{first:D2}/XXXX-{second:D2}"));
        int lastYear = year > 0 ? year : firstYear > 0 ? firstYear + (second < first ? 1 : 0) : r.YearOfMonth(second, i, rangeEnd) ?? 0;
        int fromYear = firstYear > 0 ? firstYear : second < first ? lastYear - 1 : lastYear;
        return new TimeMatch(i, rangeEnd, IsoTime.Interval(IsoTime.Month(fromYear, first), IsoTime.Month(lastYear, second)));
    }

    /// <summary>A month said to be the last or the next one, before or after it: <c>giugno scorso</c>, <c>last November</c>.</summary>
    public static TimeMatch? Directed(LexemeList l, TimeResolver r, int start, int end, int month, bool past)
    {
        if (r.Published is not { } day) return new TimeMatch(start, end, past ? IsoTime.Past : IsoTime.Future);
        int year = past ? (month < day.Month ? day.Year : day.Year - 1) : (month > day.Month ? day.Year : day.Year + 1);
        return new TimeMatch(start, end, IsoTime.Month(year, month));
    }

    private static string Part(int? year, string part) => year is { } known ? IsoTime.Part(known, part) : "XXXX-" + part;

    private static TimeMatch? Season(LexemeList l, TimeResolver r, int i)
    {
        string season = l[i].Entry!.Value(WordClass.Season);
        int end = DateGrammar.YearAfter(l, i + 1, out int year);
        if (year > 0) return new TimeMatch(i, end, IsoTime.Part(year, season));
        bool english = WordTable.Of(l.Document.Language) == WordTable.English;
        if (english && !IsEnglishSeason(l, i)) return null;
        if (!english && l[i].IsCapitalized && !l[i].StartsLine && l.IsWord(i - 1) && !l.Is(i - 1, WordClass.InArticle | WordClass.Article | WordClass.Of)) return null;
        if (l.Is(i + 1, WordClass.Last) || l.Is(i + 1, WordClass.Next)) return SeasonDirected(r, i, i + 2, season, l.Is(i + 1, WordClass.Last));
        return new TimeMatch(i, i + 1, Part(r.YearOfSeason(FirstMonth(season), i, i + 1), season));
    }

    /// <summary><c>spring</c> and <c>fall</c> mean a season only where the words around say so.</summary>
    private static bool IsEnglishSeason(LexemeList l, int i)
    {
        bool marked = l.Is(i - 1, WordClass.Article | WordClass.Of | WordClass.UntilPrep | WordClass.This | WordClass.Edge | WordClass.SincePrep | WordClass.FromOpen);
        if (!l.TextOf(i).Equals("fall", StringComparison.OrdinalIgnoreCase)) return marked && !l[i].IsCapitalized;
        return l.Is(i - 1, WordClass.Article) && l.Is(i - 2, WordClass.Of | WordClass.UntilPrep | WordClass.FromOpen) && !l.Is(i + 1, WordClass.Of);
    }

    public static TimeMatch SeasonDirected(TimeResolver r, int start, int end, string season, bool past)
    {
        if (r.Published is not { } day) return new TimeMatch(start, end, past ? IsoTime.Past : IsoTime.Future);
        int first = FirstMonth(season);
        int year = past ? (first + 2 < day.Month || first < day.Month - 1 ? day.Year : day.Year - 1) : (first > day.Month ? day.Year : day.Year + 1);
        return new TimeMatch(start, end, IsoTime.Part(year, season));
    }

    public static int FirstMonth(string season) => season switch { "SP" => 3, "SU" => 6, "AU" => 9, _ => 12 };

    private static TimeMatch? Holiday(LexemeList l, TimeResolver r, int i)
    {
        if (l.IsWord(i - 1) && l[i - 1].IsCapitalized && l[i - 1].Entry is null) return null;
        int end = DateGrammar.YearAfter(l, i + 1, out int year);
        if (r.Published is not { } day && year == 0) return new TimeMatch(i, end, IsoTime.Future);
        string holiday = l[i].Entry!.Value(WordClass.Holiday);
        if (year > 0) return new TimeMatch(i, end, IsoTime.Day(DayOf(holiday, year)));
        int nearest = r.Nearest(i, end, y => DayOf(holiday, y), y => DayOf(holiday, y));
        return new TimeMatch(i, i + 1, IsoTime.Day(DayOf(holiday, nearest)));
    }

    private static DateOnly DayOf(string holiday, int year) => holiday switch
    {
        "EASTER" => IsoTime.Easter(year),
        "EASTERMONDAY" => IsoTime.Easter(year).AddDays(1),
        "THANKSGIVING" => new DateOnly(year, 11, 22 + ((11 - (int)new DateOnly(year, 11, 1).DayOfWeek) % 7)),
        _ => DateOnly.ParseExact(year.ToString("D4", CultureInfo.InvariantCulture) + "-" + holiday, "yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    /// <summary><c>settimana di Pasqua</c>, <c>week 40</c>, <c>settimana del 6 ottobre</c>.</summary>
    private static TimeMatch? Week(LexemeList l, TimeResolver r, int i)
    {
        if (l.Plain(i + 1, 1, 53) is > 0 and var week && !l.IsGlued(i + 2) && !l.Is(i + 2, WordClass.TimeUnit))
        {
            int end = DateGrammar.YearAfter(l, i + 2, out int year);
            if (year == 0 && r.Published is null) return null;
            return new TimeMatch(i, end, IsoTime.Week(year > 0 ? year : r.Published!.Value.Year, week));
        }

        if (!l.Is(i + 1, WordClass.Of)) return null;
        int j = l.Is(i + 2, WordClass.Article) ? i + 3 : i + 2;
        TimeMatch? inner = l.Is(j, WordClass.Holiday) ? Holiday(l, r, j) : l.IsNumber(j) || l.Is(j, WordClass.Month) ? DateGrammar.Read(l, r, j) : null;
        return inner is { Value.Length: 10 } && DateOnly.TryParseExact(inner.Value.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? new TimeMatch(i, inner.Value.End, IsoTime.Week(day)) : null;
    }

    /// <summary><c>fine 2026</c>, <c>early next year</c>, <c>end of the decade</c>, <c>later this week</c>: the value of what it is the edge of.</summary>
    private static TimeMatch? Edge(LexemeList l, TimeResolver r, int i)
    {
        if (l.Is(i, WordClass.Half) && l.Is(i - 1, WordClass.Article | WordClass.InArticle)) return null;
        int j = i + 1;
        bool bare = true;
        if (l.IsSymbol(j, '-') && l.IsGlued(j)) j++;
        else
        {
            if (l.Is(j, WordClass.Of)) (j, bare) = (j + 1, false);
            if (l.Is(j, WordClass.Article)) j++;
            if (l.Is(j, WordClass.That) || l.Is(j, WordClass.Whole)) j++;
        }

        if (l.StartsLine(j)) return null;
        if (l.Plain(j, 1900, 2100) is > 0 and var year && l[j].Length == 4 && !(l.IsGlued(j + 1) && l.IsWord(j + 1))) return new TimeMatch(i, j + 1, IsoTime.Year(year));
        if (l[j].Entry is null) return null;
        if (UnitAtEdge(l, r, j) is { } unit) return new TimeMatch(i, j + 1, unit);
        if (l.Is(i, WordClass.Later) && !l.Is(j, WordClass.This)) return null;
        TimeMatch? inner = (l.Is(j, WordClass.Month) && (IsMonthName(l, j) || !bare) ? Month(l, r, j) : null)
            ?? FiscalGrammar.Read(l, r, j) ?? PartGrammar.Read(l, r, j) ?? RelativeGrammar.Directed(l, r, j)
            ?? (l.Is(j, WordClass.Season) ? new TimeMatch(j, j + 1, Part(r.YearOfSeason(FirstMonth(l[j].Entry!.Value(WordClass.Season)), j, j + 1), l[j].Entry!.Value(WordClass.Season))) : null);
        return inner is { } match ? match with { Start = i } : null;
    }

    private static string? UnitAtEdge(LexemeList l, TimeResolver r, int j)
    {
        if (!l.Is(j, WordClass.TimeUnit)) return null;
        bool that = l.Is(j - 1, WordClass.That);
        return l[j].Entry!.Value(WordClass.TimeUnit) switch
        {
            "Y" when YearAfterUnit(l, j) => null,
            "Y" => that && r.LastYear is { } year ? year : r.Shifted(0, d => IsoTime.Year(d.Year), IsoTime.Future),
            "M" => that && r.LastMonth is { } month ? month : r.Shifted(0, d => IsoTime.Month(d.Year, d.Month), IsoTime.Future),
            "W" => r.Shifted(0, IsoTime.Week, IsoTime.Future),
            "10Y" => r.Shifted(0, d => IsoTime.Year((d.Year / 10 * 10) + 10), IsoTime.Future),
            "Q" => r.LastQuarter,
            _ => null,
        };
    }

    private static bool YearAfterUnit(LexemeList l, int j) => l.Is(j + 1, WordClass.Last | WordClass.Next | WordClass.Fiscal) || l.Plain(j + 1, 1900, 2100) > 0;
}
