using System.Globalization;
using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Times;

/// <summary>Units that stand for a time known from the article: <c>entro l'anno</c>, <c>del trimestre</c>, <c>the month</c>, <c>l'anno prima</c>, <c>the same day</c>.</summary>
internal static class AnaphoricGrammar
{
    public static TimeMatch? Read(LexemeList l, TimeResolver r, int i)
    {
        WordEntry entry = l[i].Entry!;
        if (entry.Is(WordClass.That) && l.Is(i + 1, WordClass.TimeUnit)) return SameUnit(l, r, i);
        if (entry.Is(WordClass.Following | WordClass.Previous) && l.Is(i + 1, WordClass.TimeUnit) && l.Is(i - 1, WordClass.Article)) return Neighbour(l, r, i, i + 1, i + 2, entry.Is(WordClass.Following));
        if (!entry.Is(WordClass.TimeUnit | WordClass.Quarter | WordClass.Half)) return null;
        if (entry.Is(WordClass.TimeUnit) && l.Is(i + 1, WordClass.Following | WordClass.Previous) && IsDefinite(l, i)) return Neighbour(l, r, i, i, i + 2, l.Is(i + 1, WordClass.Following));
        if (!IsDefinite(l, i) || l.Is(i - 2, WordClass.CarOfYear) || l.Is(i - 3, WordClass.CarOfYear)) return null;
        if (entry.Is(WordClass.Quarter) && !IsPlural(l, i) && !l.Is(i + 1, WordClass.Month)) return new TimeMatch(i, i + 1, r.LastQuarter);
        if (entry.Is(WordClass.Half)) return Half(l, r, i);
        return Unit(l, r, i, entry.Value(WordClass.TimeUnit));
    }

    private static bool IsDefinite(LexemeList l, int i) => l.Is(i - 1, WordClass.Article | WordClass.InArticle);

    private static bool IsPlural(LexemeList l, int i) => l.TextOf(i)[^1] is 's' or 'i';

    private static TimeMatch? Half(LexemeList l, TimeResolver r, int i)
    {
        bool italian = WordTable.Of(l.Document.Language).IsItalian;
        if (italian) return l.Is(i, WordClass.Edge) || IsPlural(l, i) ? null : new TimeMatch(i, i + 1, r.LastHalf(i));
        return l.IsSymbol(i + 1, '-') && l.Is(i + 2, WordClass.TimeUnit) ? new TimeMatch(i, i + 3, r.LastHalf(i)) : null;
    }

    private static TimeMatch? Unit(LexemeList l, TimeResolver r, int i, string unit)
    {
        bool italian = WordTable.Of(l.Document.Language).IsItalian;
        bool within = l.Is(i - 1, WordClass.InArticle) || l.Is(i - 2, WordClass.Of | WordClass.UntilPrep | WordClass.ClockOpen) || l.TextOf(i - 2) is "over";
        if (unit == "Y" && italian && (l.TextOf(i - 1) is "all'" or "all’" || IsPlural(l, i))) return null;
        if (unit == "Y" && (within || (italian && StartsClause(l, i)))) return new TimeMatch(i, i + 1, r.Shifted(0, d => IsoTime.Year(d.Year), IsoTime.Present));
        bool month = unit == "M" && !IsPlural(l, i) && l.TextOf(i - 1) is not ("al" or "il" or "un") && (within || StartsSentence(l, i - 1) || !italian);
        if (!month || l.Is(i + 1, WordClass.Of)) return null;
        return new TimeMatch(i, i + 1, r.LastMonth ?? r.Shifted(0, d => IsoTime.Month(d.Year, d.Month), IsoTime.Present));
    }

    /// <summary><c>l'anno potrebbe chiudersi</c>: the year is the subject; after a number it is a rate.</summary>
    private static bool StartsClause(LexemeList l, int i) =>
        l.Is(i - 1, WordClass.Article) && l.IsWord(i + 1) && (l.Is(i + 1, WordClass.FutureClue | WordClass.PresentClue | WordClass.PastClue | WordClass.Auxiliary) || l.TextOf(i + 1).EndsWith("rà"))
        && !l.IsNumber(i - 2) && !l.Is(i - 2, UnitClass.Unit | UnitClass.Piece);

    private static bool StartsSentence(LexemeList l, int i) => l.EndsSentence(i - 1) || l.StartsLine(i);

    /// <summary><c>that year</c>, <c>the same day</c>, <c>lo stesso mese</c>; but not <c>the same month of 2024</c>.</summary>
    private static TimeMatch? SameUnit(LexemeList l, TimeResolver r, int i)
    {
        if (l.Is(i + 2, WordClass.Of) || IsPlural(l, i + 1) && l.TextOf(i + 1) is not "mesi") return null;
        return l[i + 1].Entry!.Value(WordClass.TimeUnit) switch
        {
            "Y" when r.LastYear is { } year => new TimeMatch(i, i + 2, year),
            "M" when r.LastMonth is { } month => new TimeMatch(i, i + 2, month),
            "D" when r.LastDay is { } day => new TimeMatch(i, i + 2, day),
            _ => null,
        };
    }

    /// <summary><c>l'anno prima</c>, <c>the following year</c>, <c>the day before</c>: told from the last time before.</summary>
    private static TimeMatch? Neighbour(LexemeList l, TimeResolver r, int start, int head, int end, bool next)
    {
        int step = next ? 1 : -1;
        switch (l[head].Entry!.Value(WordClass.TimeUnit))
        {
            case "Y" when r.LastYear is { } year:
                return new TimeMatch(start, end, IsoTime.Year(int.Parse(year, CultureInfo.InvariantCulture) + step));
            case "Y": return new TimeMatch(start, end, r.Shifted(12 * step, d => IsoTime.Year(d.Year), next ? IsoTime.Future : IsoTime.Past));
            case "M" when Parse(r.LastMonth + "-01") is { } month: return new TimeMatch(start, end, IsoTime.Month(month.AddMonths(step).Year, month.AddMonths(step).Month));
            case "D" when Parse(r.LastDay) is { } day: return new TimeMatch(start, end, IsoTime.Day(day.AddDays(step)));
            case "W" when Parse(r.LastDay) is { } day: return new TimeMatch(start, end, IsoTime.Week(day.AddDays(7 * step)));
            default: return null;
        }
    }

    private static DateOnly? Parse(string? day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly parsed) && parsed.Year is > 1 and < 9998 ? parsed : null;
}
