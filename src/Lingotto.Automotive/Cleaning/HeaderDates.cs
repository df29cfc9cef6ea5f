using System.Globalization;

namespace Lingotto.Automotive;

/// <summary>Reads the date that the header of a crawled page states: a line that begins with <c>date 2024-06-02</c>, or is a date.</summary>
internal static class HeaderDates
{
    private const int HeaderLines = 6, LongestDateLine = 48;
    private static readonly Dictionary<string, int> Months = ReadMonths();

    public static DateOnly? Find(ReadOnlySpan<char> text)
    {
        int seen = 0;
        foreach (ReadOnlySpan<char> line in text.EnumerateLines())
        {
            ReadOnlySpan<char> trimmed = line.Trim();
            if (trimmed.IsEmpty) continue;
            if (++seen > HeaderLines) break;
            if (OfLine(trimmed) is { } date) return date;
        }

        return null;
    }

    private static DateOnly? OfLine(ReadOnlySpan<char> line)
    {
        if (StartsWithLabel(line, out ReadOnlySpan<char> rest))
        {
            int end = rest.IndexOf(' ');
            if (Numeric(end < 0 ? rest : rest[..end]) is { } labelled) return labelled;
        }

        if (line.Length > LongestDateLine) return null;
        return Numeric(line) ?? Written(line);
    }

    private static bool StartsWithLabel(ReadOnlySpan<char> line, out ReadOnlySpan<char> rest)
    {
        foreach (string label in (ReadOnlySpan<string>)["date", "data", "published", "pubblicato il"])
        {
            if (!line.StartsWith(label, StringComparison.OrdinalIgnoreCase)) continue;
            rest = line[label.Length..].TrimStart(": ");
            return true;
        }

        rest = default;
        return false;
    }

    private static DateOnly? Numeric(ReadOnlySpan<char> date)
    {
        ReadOnlySpan<string> forms = ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "M/d/yyyy"];
        foreach (string form in forms)
        {
            if (DateOnly.TryParseExact(date, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly value)) return value;
        }

        return null;
    }

    /// <summary>A line of nothing but a day, a month's name and a year, a weekday before and a time after them at most.</summary>
    private static DateOnly? Written(ReadOnlySpan<char> line)
    {
        int day = 0, month = 0, year = 0, others = 0;
        foreach (Range range in line.SplitAny(" ,"))
        {
            ReadOnlySpan<char> piece = line[range].Trim(".°");
            if (piece.IsEmpty) continue;
            if (int.TryParse(piece, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            {
                if (number is >= 1 and <= 31 && day == 0) day = number;
                else if (number is >= 1900 and <= 2100 && year == 0) year = number;
            }
            else if (Months.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(piece, out int named)) month = named;
            else others++;
        }

        const int MostOtherWords = 2;
        return day > 0 && month > 0 && year > 0 && others <= MostOtherWords && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static Dictionary<string, int> ReadMonths()
    {
        var months = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in Resources.ReadRows("cleaning/months.tsv")) months[row[0]] = int.Parse(row[1], CultureInfo.InvariantCulture);
        return months;
    }
}
