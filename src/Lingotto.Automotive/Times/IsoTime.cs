using System.Globalization;

namespace Lingotto.Automotive.Times;

/// <summary>Writes ISO 8601 values.</summary>
internal static class IsoTime
{
    public const string Past = "PAST_REF";
    public const string Present = "PRESENT_REF";
    public const string Future = "FUTURE_REF";

    public static string Year(int year) => string.Create(CultureInfo.InvariantCulture, $"{year:D4}");

    public static string Month(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}");

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Week(DateOnly day)
    {
        var moment = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(moment):D4}-W{ISOWeek.GetWeekOfYear(moment):D2}");
    }

    public static string Week(int year, int week) => string.Create(CultureInfo.InvariantCulture, $"{year:D4}-W{week:D2}");

    public static string Part(int year, string part) => Year(year) + "-" + part;

    public static string Interval(string from, string to) => from + "/" + to;

    /// <summary>A duration such as <c>P3Y</c>, <c>PT8H</c>; units are D, W, M, Y, H, MIN, S, Q, or years with a factor (10Y).</summary>
    public static string Duration(decimal number, string unit)
    {
        if (unit.Length > 1 && char.IsAsciiDigit(unit[0]))
        {
            number *= decimal.Parse(unit.AsSpan(0, unit.Length - 1), CultureInfo.InvariantCulture);
            unit = "Y";
        }

        if (unit == "Q") (number, unit) = (3 * number, "M");
        if (unit == "Y" && number != decimal.Truncate(number)) (number, unit) = (12 * number, "M");
        if (unit is "H" && number != decimal.Truncate(number)) (number, unit) = (60 * number, "MIN");
        string prefix = unit is "H" or "MIN" or "S" ? "PT" : "P";
        return prefix + number.ToString("0.##", CultureInfo.InvariantCulture) + (unit == "MIN" ? "M" : unit);
    }

    public static bool IsDate(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).</summary>
    public static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = ((19 * a) + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + (2 * e) + (2 * i) - h - k) % 7, m = (a + (11 * h) + (22 * l)) / 451;
        int n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }
}
