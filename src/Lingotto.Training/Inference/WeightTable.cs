using System.Globalization;
using System.Text;
using Lingotto.Automotive;

namespace Lingotto.Training;

/// <summary>Writes and makes the tables of log-linear models.</summary>
internal static class WeightTable
{
    /// <summary>The bytes of a table with a comment of what it is.</summary>
    public static byte[] Write(string comment, IEnumerable<KeyValuePair<string, double>> weights)
    {
        var table = new StringBuilder("# " + comment + "\n");
        foreach ((string name, double weight) in weights)
        {
            if (weight != 0) table.Append(CultureInfo.InvariantCulture, $"{name}\t{weight}\n");
        }

        return Encoding.UTF8.GetBytes(table.ToString());
    }

    public static LogLinearTable ToTable(this IEnumerable<KeyValuePair<string, double>> weights) => new(weights.Select(w => (w.Key, w.Value)));
}
