using System.Globalization;

namespace Lingotto.Training;

/// <summary>Prints percentages digit for digit as the scoring scripts do: rounded from the exact value, half to even.</summary>
internal static class PythonFormat
{
    public static string Percent(double share, int digits, int width)
    {
        // The exact decimal expansion first: rounding a shortened one would differ where a share lies just beside a half.
        decimal exact = decimal.Parse((share * 100).ToString("F25", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        string rounded = decimal.Round(exact, digits, MidpointRounding.ToEven).ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return (rounded + "%").PadLeft(width);
    }
}
