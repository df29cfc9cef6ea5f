using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Times;

/// <summary>Times told from the day of publication: <c>ieri</c>, <c>last Tuesday</c>, <c>quest'anno</c>, <c>la settimana scorsa</c>, <c>now</c>.</summary>
internal static class RelativeGrammar
{
    public static TimeMatch? Read(LexemeList l, TimeResolver r, int i)
    {
        WordEntry entry = l[i].Entry!;
        if (entry.Is(WordClass.DeicticDay)) return Deictic(l, r, i) is { } day ? AppositionGrammar.Extend(l, r, day) : null;
        if (entry.Is(WordClass.Now) && Now(l, i) is { } now) return now;
        if (Directed(l, r, i) is { } directed) return directed;
        return entry.Is(WordClass.Weekday) ? Weekday(l, r, i) : null;
    }

    private static TimeMatch? Deictic(LexemeList l, TimeResolver r, int i)
    {
        int end = SkipDayPart(l, i + 1), days = (int)l.Value(i, WordClass.DeicticDay);
        if (days != 0 || l.Is(i, WordClass.PartOfDay) || end > i + 1)
            return new TimeMatch(i, end, r.ShiftedDays(days, IsoTime.Day, days < 0 ? IsoTime.Past : days > 0 ? IsoTime.Future : IsoTime.Present));
        Tense tense = TenseReader.Around(l, i, end, clauseOnly: true);
        bool italian = WordTable.Of(l.Document.Language).IsItalian;
        bool isNowadays = tense == Tense.Present || (tense == Tense.None && italian) || r.Published is null;
        return new TimeMatch(i, end, isNowadays ? IsoTime.Present : IsoTime.Day(r.Published!.Value));
    }

    private static int SkipDayPart(LexemeList l, int i)
    {
        if (l.Is(i, WordClass.DayPart) && !l.StartsLine(i)) return i + 1;
        return l.Is(i, WordClass.Of | WordClass.InArticle) && l.Is(i + 1, WordClass.DayPart) && l.TextOf(i + 1) is not "notte" ? i + 2 : i;
    }

    private static TimeMatch? Now(LexemeList l, int i)
    {
        bool isHour = l.Is(i, WordClass.TimeUnit) && (l.Is(i - 1, WordClass.Article | WordClass.Indefinite | WordClass.InArticle | WordClass.Cardinal | WordClass.Distributive) && !l.TextOf(i - 1).Equals("per", StringComparison.OrdinalIgnoreCase) || l.IsNumber(i - 1) || l.IsNumber(i + 1));
        bool shouted = l[i].IsCapitalized && !l[i].StartsLine && l[i].Length > 2 && char.IsUpper(l.TextOf(i)[1]);
        bool thatNow = l.TextOf(i) is "now" && l.TextOf(i + 1) is "that";
        bool idle = l.TextOf(i - 1) is "era" or "Era" || (WordTable.Of(l.Document.Language).IsItalian && l.TextOf(i - 1) is "per" or "Per");
        return isHour || shouted || thatNow || idle ? null : new TimeMatch(i, i + 1, IsoTime.Present);
    }

    private static TimeMatch? Weekday(LexemeList l, TimeResolver r, int i)
    {
        int weekday = (int)l.Value(i, WordClass.Weekday);
        if (l[i].Length < 4 || IsHabitual(l, i)) return null;
        if (l.Is(i + 1, WordClass.Last)) return Named(r, i, i + 2, weekday, past: true);
        if (l.Is(i + 1, WordClass.Next) && l.Is(i + 1, WordClass.Next)) return Named(r, i, i + 2, weekday, past: false);
        int end = SkipDayPart(l, i + 1);
        if (l.Is(i + 1, WordClass.And) && l.Is(i + 2, WordClass.Weekday) && (int)l.Value(i + 2, WordClass.Weekday) is var second && second == (weekday % 7) + 1)
        {
            if (r.Weekday(weekday, i, i + 3) is not { } from) return new TimeMatch(i, i + 3, Symbol(weekday) + "/" + Symbol(second));
            return new TimeMatch(i, i + 3, IsoTime.Interval(IsoTime.Day(from), IsoTime.Day(from.AddDays(1))));
        }

        return new TimeMatch(i, end, r.Weekday(weekday, i, end) is { } day ? IsoTime.Day(day) : Symbol(weekday));
    }

    private static string Symbol(int weekday) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"XXXX-WXX-{weekday}");

    private static bool IsHabitual(LexemeList l, int i)
    {
        if (l.Is(i - 1, WordClass.Distributive) && l.TextOf(i - 1) is var word && (word.Equals("ogni", StringComparison.OrdinalIgnoreCase) || word.Equals("every", StringComparison.OrdinalIgnoreCase) || word.Equals("each", StringComparison.OrdinalIgnoreCase))) return true;
        if (l.Is(i - 1, UnitClass.DayOfName) && l[i - 1].IsCapitalized) return true;
        return !WordTable.Of(l.Document.Language).IsItalian && (!l[i].IsCapitalized || (l.Is(i + 1, UnitClass.DayOfName) && l[i + 1].IsCapitalized));
    }

    private static TimeMatch Named(TimeResolver r, int start, int end, int weekday, bool past)
    {
        DateOnly? day = past ? r.LastWeekday(weekday, inclusive: false) : r.NextWeekday(weekday);
        return new TimeMatch(start, end, day is { } known ? IsoTime.Day(known) : past ? IsoTime.Past : IsoTime.Future);
    }

    /// <summary>A unit, month, season or weekday that is this, the last or the next one; the word of direction may follow in Italian.</summary>
    public static TimeMatch? Directed(LexemeList l, TimeResolver r, int i)
    {
        if (l[i].Entry is not { } entry) return null;
        int direction = entry.Is(WordClass.Last) ? -1 : entry.Is(WordClass.Next) ? 1 : entry.Is(WordClass.This) ? 0 : 2;
        if (direction != 2) return l.StartsLine(i + 1) ? null : WithDirection(l, r, i, i + 1, i + 2, direction);
        if (!entry.Is(WordClass.TimeUnit | WordClass.Quarter | WordClass.Half | WordClass.Season | WordClass.DayPart) || l.StartsLine(i + 1)) return null;
        if (l.Is(i + 1, WordClass.Last)) return WithDirection(l, r, i, i, i + 2, -1);
        if (l.Is(i + 1, WordClass.Next) && !l.Is(i + 2, WordClass.TimeUnit)) return WithDirection(l, r, i, i, i + 2, 1);
        bool inCourse = l.Is(i + 1, WordClass.Current) || (l.TextOf(i + 1) is "in" && l.Is(i + 2, WordClass.Current));
        return inCourse ? WithDirection(l, r, i, i, l.Is(i + 1, WordClass.Current) ? i + 2 : i + 3, 0) : null;
    }

    private static TimeMatch? WithDirection(LexemeList l, TimeResolver r, int start, int head, int end, int direction)
    {
        if (l[head].Entry is not { } entry) return null;
        if (entry.Is(WordClass.TimeUnit) && entry.Value(WordClass.TimeUnit) is not "Q" && IsSingular(l, head, direction)) return Unit(l, r, start, end, entry.Value(WordClass.TimeUnit), direction);
        if (entry.Is(WordClass.Quarter)) return new TimeMatch(start, end, r.Shifted(3 * direction, d => IsoTime.Part(d.Year, TimeResolver.Q(d.Month)), Symbolic(direction)));
        if (entry.Is(WordClass.Half) && !entry.Is(WordClass.Edge) && WordTable.Of(l.Document.Language).IsItalian) return new TimeMatch(start, end, r.Shifted(6 * direction, d => IsoTime.Part(d.Year, TimeResolver.H(d.Month)), Symbolic(direction)));
        if (entry.Is(WordClass.DayPart) && direction != 1 && (direction == 0 || l.TextOf(head) is "night" or "notte")) return new TimeMatch(start, end, r.ShiftedDays(direction, IsoTime.Day, Symbolic(direction)));
        if (entry.Is(WordClass.Month) && direction != 0 && PeriodGrammar.IsMonthName(l, head)) return PeriodGrammar.Directed(l, r, start, end, (int)entry.Number(WordClass.Month), direction < 0);
        if (entry.Is(WordClass.Weekday)) return direction == 0 ? WeekdayHere(r, start, end, (int)entry.Number(WordClass.Weekday)) : Named(r, start, end, (int)entry.Number(WordClass.Weekday), direction < 0);
        if (!entry.Is(WordClass.Season)) return null;
        string season = entry.Value(WordClass.Season);
        return direction == 0 ? new TimeMatch(start, end, r.Shifted(0, d => IsoTime.Part(d.Year, season), IsoTime.Present)) : PeriodGrammar.SeasonDirected(r, start, end, season, direction < 0);
    }

    private static TimeMatch WeekdayHere(TimeResolver r, int start, int end, int weekday) =>
        new(start, end, r.Weekday(weekday, start, end) is { } day ? IsoTime.Day(day) : Symbol(weekday));

    /// <summary><c>nei prossimi mesi</c> is the future; <c>negli ultimi anni</c> is no time at all.</summary>
    private static bool IsSingular(LexemeList l, int head, int direction)
    {
        ReadOnlySpan<char> word = l.TextOf(head);
        bool english = !WordTable.Of(l.Document.Language).IsItalian;
        bool plural = english ? word.EndsWith("s", StringComparison.OrdinalIgnoreCase) : word[^1] is 'i' or 'I' || word.EndsWith("ane", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ore", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ate", StringComparison.OrdinalIgnoreCase);
        return !plural || direction == 1;
    }

    private static TimeMatch? Unit(LexemeList l, TimeResolver r, int start, int end, string unit, int direction)
    {
        if (direction == 1 && !IsSingular(l, start == end - 2 && l.Is(start, WordClass.Next) ? end - 1 : start, 0)) return new TimeMatch(start, end, IsoTime.Future);
        return unit switch
        {
            "Y" => new TimeMatch(start, end, r.Shifted(12 * direction, d => IsoTime.Year(d.Year), Symbolic(direction))),
            "M" => new TimeMatch(start, end, r.Shifted(direction, d => IsoTime.Month(d.Year, d.Month), Symbolic(direction))),
            "W" => new TimeMatch(start, end, r.ShiftedDays(7 * direction, IsoTime.Week, Symbolic(direction))),
            "10Y" when direction == 0 => new TimeMatch(start, end, r.Shifted(0, d => IsoTime.Interval(IsoTime.Year(d.Year / 10 * 10), IsoTime.Year((d.Year / 10 * 10) + 9)), IsoTime.Present)),
            _ => null,
        };
    }

    private static string Symbolic(int direction) => direction < 0 ? IsoTime.Past : direction > 0 ? IsoTime.Future : IsoTime.Present;
}
