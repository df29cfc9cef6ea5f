using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Times;

/// <summary>A day that is told twice is one time: <c>domani, 23 aprile</c>, <c>today, Thursday 24 April</c>, <c>domani e dopodomani, 23 e 24 aprile</c>.</summary>
internal static class AppositionGrammar
{
    /// <summary>A day told from the day of publication, with the date after it where both are the same day; as it was where they are not.</summary>
    public static TimeMatch Extend(LexemeList l, TimeResolver r, TimeMatch day)
    {
        int end = day.End, days = (int)l.Value(day.Start, WordClass.DeicticDay), last = days;
        if (l.Is(end, WordClass.And) && l.Is(end + 1, WordClass.DeicticDay) && !l.StartsLine(end + 1))
        {
            last = (int)l.Value(end + 1, WordClass.DeicticDay);
            end += 2;
        }

        if (l.IsSymbol(end, ',')) end++;
        if (l.Is(end, WordClass.Article)) end++;
        if (end >= l.Count || l.StartsLine(end) || DateGrammar.Read(l, r, end) is not { } date) return day;
        return Same(r.Published, days, last, date.Value) ? new TimeMatch(day.Start, date.End, date.Value) : day;
    }

    private static bool Same(DateOnly? published, int days, int last, string value)
    {
        if (published is not { } day) return (days == last) == !value.Contains('/', StringComparison.Ordinal);
        string first = IsoTime.Day(day.AddDays(days));
        return value == (days == last ? first : IsoTime.Interval(first, IsoTime.Day(day.AddDays(last))));
    }
}
