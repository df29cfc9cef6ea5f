using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Times;

/// <summary>Years: <c>2026</c>, <c>2022-24</c>, <c>tra il 2022 e il 2024</c>, <c>fiscal 2027</c>, <c>FY25</c>, <c>MY26</c>, <c>triennio 2026-2028</c>, <c>anni Novanta</c>.</summary>
internal static class FiscalGrammar
{
    private const int FirstYear = 1900, LastYear = 2099;

    /// <summary>A year that words or letters announce.</summary>
    public static TimeMatch? Read(LexemeList l, TimeResolver r, int i)
    {
        WordEntry entry = l[i].Entry!;
        if (entry.Is(WordClass.Fiscal)) return Announced(l, i, l.Is(i + 1, WordClass.TimeUnit) ? i + 2 : i + 1, requireFour: false);
        if (entry.Is(WordClass.ModelYear) && l.TextOf(i).Equals("MY", StringComparison.Ordinal)) return Announced(l, i, i + 1, requireFour: false);
        if (entry.Is(WordClass.YearSpan) && Range(l, i + 1) is { } span) return span with { Start = i };
        if (entry.Is(WordClass.TimeUnit) && entry.Value(WordClass.TimeUnit) == "Y") return AfterYearWord(l, r, i);
        return entry.Is(WordClass.DecadeName) && !WordTable.Of(l.Document.Language).IsItalian && l.Is(i - 1, WordClass.Article) ? new TimeMatch(i, i + 1, Decade((int)entry.Number(WordClass.DecadeName))) : null;
    }

    private static TimeMatch? Announced(LexemeList l, int start, int i, bool requireFour)
    {
        if (l.StartsLine(i)) return null;
        if (Range(l, i) is { } range) return range with { Start = start };
        int year = l.Plain(i, FirstYear, LastYear);
        if (year < 0 && !requireFour && l.Plain(i, 10, 60) is > 0 and var two && l[i].Length == 2 && !l.IsSymbol(i + 1, '%')) year = 2000 + two;
        return year > 0 ? new TimeMatch(start, i + 1, IsoTime.Year(year)) : null;
    }

    /// <summary><c>anni Novanta</c>, <c>anni '90</c>, <c>year to March 2026</c>.</summary>
    private static TimeMatch? AfterYearWord(LexemeList l, TimeResolver r, int i)
    {
        if (l.Is(i + 1, WordClass.DecadeName) && !l.Is(i - 1, WordClass.Cardinal)) return new TimeMatch(i, i + 2, Decade((int)l.Value(i + 1, WordClass.DecadeName)));
        if (l.IsSymbol(i + 1, '\'') && l.IsGlued(i + 2) && l.Plain(i + 2, 10, 90) is > 0 and var two) return new TimeMatch(i, i + 3, Decade(1900 + (two / 10 * 10)));
        if (l.Is(i + 1, WordClass.Fiscal)) return Announced(l, i, i + 2, requireFour: true);
        return PartGrammar.EndingIn(l, r, i, i + 1, 12);
    }

    private static string Decade(int first) => IsoTime.Interval(IsoTime.Year(first), IsoTime.Year(first + 9));

    /// <summary>A year in digits, or a span of years.</summary>
    public static TimeMatch? Digits(LexemeList l, int i)
    {
        if (l.IsSymbol(i - 1, '\'') && l.IsGlued(i) && ShortYear(l, i) is { } shortYear) return shortYear;
        int year = l.Plain(i, FirstYear, LastYear);
        if (year < 0) year = l.Plain(i, 1800, FirstYear - 1) is > 0 and var old && l.Is(i - 1, WordClass.InArticle | WordClass.Of | WordClass.SincePrep) ? old : -1;
        if (year < 0 || l[i].Length != 4) return null;
        if (l.IsGlued(i + 1) && l.TextOf(i + 1) is "s" && year % 10 == 0) return new TimeMatch(i, i + 2, Decade(year));
        if (IsSomethingElse(l, i)) return null;
        if (Range(l, i) is { } range) return IsNamed(l, i, isRange: true) ? range with { Value = "" } : range;
        if (IsNamed(l, i, isRange: false)) return null;
        return new TimeMatch(i, i + 1, IsoTime.Year(year));
    }

    /// <summary><c>'68</c>, <c>'90s</c>.</summary>
    private static TimeMatch? ShortYear(LexemeList l, int i)
    {
        if (l.Plain(i, 10, 99) is not (> 0 and var two) || l[i].Length != 2 || !l.Is(i - 2, WordClass.InArticle | WordClass.Of | WordClass.Article)) return null;
        if (l.IsGlued(i + 1) && l.TextOf(i + 1) is "s") return new TimeMatch(i - 1, i + 2, Decade(1900 + (two / 10 * 10)));
        return l.IsGlued(i + 1) && l[i + 1].Kind == LexemeKind.Word ? null : new TimeMatch(i - 1, i + 1, IsoTime.Year(two > 50 ? 1900 + two : 2000 + two));
    }

    private static bool IsSomethingElse(LexemeList l, int i)
    {
        if (Cardinal.IsPartOfName(l, i)) return true;
        if (l.IsGlued(i) && l[i - 1].Kind == LexemeKind.Symbol && (l[i - 1].Symbol is '+' or '#' || l.Is(i - 1, UnitClass.Currency))) return true;
        if (l.Is(i - 1, UnitClass.Currency) && l[i - 1].Kind == LexemeKind.Symbol) return true;
        if (l.Is(i + 1, UnitClass.Unit | UnitClass.People | UnitClass.Currency | UnitClass.Percent | UnitClass.Piece | UnitClass.OtherMeasure)) return !l.Is(i - 1, WordClass.InArticle) && !l.StartsLine(i + 1);
        return l.Is(i + 1, WordClass.Scale) && l[i + 1].Length > 1;
    }

    /// <summary>Whether the year belongs to a name: <c>Expo 2025</c>, <c>PR FESR 2021-2027</c>.</summary>
    private static bool IsNamed(LexemeList l, int i, bool isRange)
    {
        if (!l.IsWord(i - 1) || !l[i - 1].IsCapitalized || l[i].StartsLine) return l.IsSymbol(i - 1, '+') && l.IsGlued(i - 1);
        if (l.Is(i - 1, WordClass.NamedYear)) return true;
        return isRange && !l[i - 1].StartsLine && l[i - 1].Entry is null;
    }

    /// <summary>Two years: <c>2022-24</c>, <c>2026-2028</c>, <c>2009 al 2014</c> after <c>dal</c>, <c>2025 and 2028</c> after <c>between</c>.</summary>
    private static TimeMatch? Range(LexemeList l, int i)
    {
        int first = l.Plain(i, FirstYear, LastYear);
        if (first < 0) return null;
        bool dash = l[i + 1].Kind == LexemeKind.Symbol && l[i + 1].Symbol is '-' or '/' && l.IsGlued(i + 1) == l.IsGlued(i + 2) && !l.StartsLine(i + 1) && !l.StartsLine(i + 2);
        if (dash)
        {
            int second = l.Plain(i + 2, FirstYear, LastYear);
            if (second < 0 && l[i + 2].Length == 2 && l.IsGlued(i + 1) && l.Plain(i + 2, 0, 99) is >= 0 and var two) second = (first / 100 * 100) + two;
            bool isDate = l[i + 3].Kind == LexemeKind.Symbol && l[i + 3].Symbol is '-' or '/' && l.IsGlued(i + 3) && l.IsNumber(i + 4);
            return second > first && !isDate ? new TimeMatch(i, i + 3, IsoTime.Interval(IsoTime.Year(first), IsoTime.Year(second))) : null;
        }

        bool between = l.Is(i - 1, WordClass.PairOpen) || l.Is(i - 2, WordClass.PairOpen);
        bool from = l.Is(i - 1, WordClass.FromOpen);
        bool joins = (between && l.Is(i + 1, WordClass.And)) || (from && l.Is(i + 1, WordClass.To));
        if (!joins) return null;
        int j = l.Is(i + 2, WordClass.Article | WordClass.InArticle) ? i + 3 : i + 2;
        int last = l.Plain(j, FirstYear, LastYear);
        return last > first ? new TimeMatch(i, j + 1, IsoTime.Interval(IsoTime.Year(first), IsoTime.Year(last))) : null;
    }
}
