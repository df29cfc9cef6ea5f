using System.Globalization;
using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Times;

/// <summary>Durations and what is told by them: <c>quattro anni</c>, <c>mezz'ora</c>, <c>three-year</c>, <c>due settimane fa</c>, <c>tra tre mesi</c>, <c>six months later</c>.</summary>
internal static class DurationGrammar
{
    public static TimeMatch? Read(LexemeList l, TimeResolver r, int i)
    {
        if (l.Is(i, WordClass.Whole) && l.Is(i + 1, WordClass.TimeUnit) && l[i + 1].Entry!.Value(WordClass.TimeUnit) == "D" && !l.TextOf(i + 1).EndsWith("i")) return new TimeMatch(i, i + 2, "P1D");
        if (l.Is(i, WordClass.HalfWord) && HalfUnit(l, i) is { } half) return half;
        if (l.Is(i, WordClass.Recent | WordClass.Next | WordClass.Last) && !l.Is(i - 1, WordClass.FutureClue | WordClass.To) && Counted(l, i + 1) is { } recent) return new TimeMatch(i, recent.End, IsoTime.Duration(recent.Value, recent.Unit));
        if (Counted(l, i) is not { } duration) return null;
        if (l[duration.End - 1].IsCapitalized && !l[i].StartsLine && l.IsNumber(i) && char.IsLower(l.TextOf(duration.End - 1)[^1])) return null;
        if (IsAge(l, i, duration) || IsIdle(l, i, duration)) return null;
        return Told(l, r, i, duration) ?? new TimeMatch(i, duration.End, IsoTime.Duration(duration.Value, duration.Unit));
    }

    /// <summary>A number of time units.</summary>
    /// <param name="End">Index after the unit, and after <c>e mezzo</c>.</param>
    /// <param name="Value">The number.</param>
    /// <param name="Unit">The unit's code.</param>
    /// <param name="Number">The cardinal, whose end is the unit's index or a dash before it.</param>
    private readonly record struct Count(int End, decimal Value, string Unit, Cardinal Number);

    private static Count? Counted(LexemeList l, int i)
    {
        Cardinal? read = Cardinal.Read(l, i) ?? (l.Is(i, WordClass.Indefinite) ? new Cardinal(i + 1, 1, 1, true) : null);
        if (read is not { } number || number.Value > 10000) return null;
        int unit = number.End;
        decimal value = number.Value;
        if (l.Is(unit, WordClass.And) && l.Is(unit + 2, WordClass.HalfWord) && l.Is(unit + 3, WordClass.TimeUnit)) (unit, value) = (unit + 3, value + 0.5m);
        if (l.IsSymbol(unit, '-') && l.IsGlued(unit) && l.IsGlued(unit + 1)) unit++;
        if (l.StartsLine(unit) || l.IsSymbol(unit + 1, '-') && l.Is(unit + 2, WordClass.AgeTail)) return null;
        for (int skipped = 0; skipped < 1 && IsFiller(l, unit); skipped++) unit++;
        if (!l.Is(unit, WordClass.TimeUnit)) return null;
        string code = l[unit].Entry!.Value(WordClass.TimeUnit);
        if (code == "Q" && value == 1) return null;
        int end = unit + 1;
        if (l.Is(end, WordClass.And) && (l.Is(end + 1, WordClass.HalfWord) || (l.Is(end + 1, WordClass.Indefinite) && l.Is(end + 2, WordClass.HalfWord))))
        {
            value += 0.5m;
            end = l.Is(end + 1, WordClass.HalfWord) ? end + 2 : end + 3;
        }

        return new Count(end, value, code, number);
    }

    private static bool IsFiller(LexemeList l, int i) => l.TextOf(i) is "lunghi" or "lunghe" or "interi" or "long" or "full" or "straight" or "whole" or "consecutive" or "lavorativi" or "working";

    /// <summary><c>mezz'ora</c>, <c>half an hour</c>, <c>mezza giornata</c>.</summary>
    private static TimeMatch? HalfUnit(LexemeList l, int i)
    {
        int unit = l.Is(i + 1, WordClass.Indefinite) ? i + 2 : i + 1;
        if (!l.Is(unit, WordClass.TimeUnit)) return null;
        return l[unit].Entry!.Value(WordClass.TimeUnit) switch
        {
            "H" => new TimeMatch(i, unit + 1, "PT30M"),
            "D" => new TimeMatch(i, unit + 1, "PT12H"),
            "100Y" => new TimeMatch(i, unit + 1, "P50Y"),
            _ => null,
        };
    }

    /// <summary>Ages are no times: <c>novantun anni,</c> in apposition, <c>ha nove anni</c>, <c>45 years old</c>.</summary>
    private static bool IsAge(LexemeList l, int i, Count count)
    {
        if (count.Unit != "Y") return false;
        if (l.Is(i - 1, WordClass.AgeHave) || l.Is(count.End, WordClass.AgeTail) || l.TextOf(i - 1) is "a" && l.Is(i - 2, WordClass.AgeHave)) return true;
        if (l.TextOf(i - 1) is "di" && l.TextOf(i - 2) is "età" or "eta") return true;
        bool opened = (l.IsSymbol(i - 1, ',') || l.IsSymbol(i - 1, '(')) && l.IsWord(i - 2) && l[i - 2].IsCapitalized;
        bool closed = l[count.End].Kind == LexemeKind.Symbol && l[count.End].Symbol is ',' or ')' or '.' or ';';
        return opened && (closed || l.StartsLine(count.End)) && count.Value is >= 16 and <= 110;
    }

    /// <summary><c>a year</c> after a number is a rate, not a duration; so is <c>one minute's silence</c> no duration.</summary>
    private static bool IsIdle(LexemeList l, int i, Count count)
    {
        bool english = !WordTable.Of(l.Document.Language).IsItalian;
        bool indefinite = count.Number is { IsSpelled: true, Value: 1, Scale: 1 };
        if (!indefinite) return l.Is(i - 1, WordClass.Ordinal) && count.Unit is not ("Y" or "D" or "W") && !l[i - 1].StartsLine && false;
        if (count.Unit is "MIN" or "S") return true;
        if (!english || l.TextOf(i) is "one" or "One") return false;
        if (l.StartsLine(i) || l[i].IsCapitalized) return false;
        bool prepositioned = l.Is(i - 1, WordClass.Of | WordClass.UntilPrep | WordClass.PairOpen | WordClass.Following) || l.TextOf(i - 1) is "for" or "within" or "over" or "than" or "nearly" or "about" or "almost" or "lasting" or "land" or "lands" or "took" or "takes" or "take";
        bool directed = l.Is(count.End, WordClass.Ago | WordClass.Following | WordClass.Previous) && !(l.TextOf(count.End) is "before" && l.IsWord(count.End + 1) && false);
        return !prepositioned && !directed;
    }

    /// <summary>A time that the duration leads to: ago, in, later, before.</summary>
    private static TimeMatch? Told(LexemeList l, TimeResolver r, int i, Count count)
    {
        int after = count.End, whole = (int)Math.Min(count.Value, 5000);
        if (l.Is(after, WordClass.Ago) && !l.StartsLine(after)) return new TimeMatch(i, after + 1, Moved(r.Published, -whole, count.Unit, IsoTime.Past));
        if (l.Is(i - 1, WordClass.Within) && LooksAhead(l, i, count)) return new TimeMatch(i - 1, after, Moved(r.Published, whole, count.Unit, IsoTime.Future));
        if (l.StartsLine(after)) return null;
        bool later = l.Is(after, WordClass.Following) && l.TextOf(after) is not "after" || l.TextOf(after) is "on";
        bool earlier = l.Is(after, WordClass.Previous) && !l.IsNumber(after + 1);
        if (!later && !earlier) return null;
        if (count.Unit == "Y" && whole != 1) return null;
        string? anchor = r.Recent(i);
        if (anchor is null || !TryAnchor(anchor, out DateOnly from)) return null;
        string unit = count.Unit == "Y" && anchor.Length == 7 ? "M" : count.Unit;
        int amount = unit == "M" && count.Unit == "Y" ? 12 * whole : whole;
        if (unit is not ("Y" or "M" or "W" or "D") || (unit is "W" or "D" && anchor.Length < 10) || (unit == "M" && anchor.Length < 7)) return null;
        return new TimeMatch(i, after + 1, Moved(from, later ? amount : -amount, unit, IsoTime.Future));
    }

    private static bool TryAnchor(string value, out DateOnly day)
    {
        string full = value.Length switch { 4 => value + "-01-01", 7 when value[5] is not ('Q' or 'H') => value + "-01", _ => value };
        return DateOnly.TryParseExact(full, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    /// <summary><c>in two weeks</c> looks ahead where the verb does, <c>tra due settimane</c> always.</summary>
    private static bool LooksAhead(LexemeList l, int i, Count count) =>
        count.Unit is not ("H" or "MIN" or "S") && (WordTable.Of(l.Document.Language).IsItalian ? !l.Is(count.End, WordClass.And) : TenseReader.Around(l, i - 1, count.End) == Tense.Future && l.Is(count.Number.End, WordClass.TimeUnit) && !IsTotal(l, i));

    /// <summary><c>will spend 5 million in three years</c>: how long, not when.</summary>
    private static bool IsTotal(LexemeList l, int i)
    {
        for (int j = i - 2; j >= 0 && j > i - 8; j--)
        {
            if (l.IsNumber(j) || l.Is(j, WordClass.Scale) || l.Is(j, UnitClass.Currency)) return true;
        }

        return false;
    }

    private static string Moved(DateOnly? from, int amount, string unit, string symbol)
    {
        if (from is not { } day) return symbol;
        int year = day.Year;
        switch (unit)
        {
            case "Y": return year + amount is > 0 and < 9999 ? IsoTime.Year(year + amount) : symbol;
            case "M": return Month(day.AddMonths(Math.Clamp(amount, -2000, 2000)));
            case "W": return amount < 0 ? IsoTime.Day(day.AddDays(7 * Math.Clamp(amount, -9000, 9000))) : IsoTime.Week(day.AddDays(7 * Math.Clamp(amount, 0, 9000)));
            case "D": return IsoTime.Day(day.AddDays(Math.Clamp(amount, -60000, 60000)));
            case "10Y": return year + (10 * amount) is > 0 and < 9999 ? IsoTime.Year(year + (10 * amount)) : symbol;
            default: return IsoTime.Day(day);
        }
    }

    private static string Month(DateOnly day) => IsoTime.Month(day.Year, day.Month);
}
