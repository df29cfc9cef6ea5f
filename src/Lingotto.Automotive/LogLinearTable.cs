using System.Globalization;

namespace Lingotto.Automotive;

/// <summary>The weights of a log-linear model's observations by their names: a row <c>name weight</c> each, as its trainer writes them. Immutable, safe for concurrent use.</summary>
internal sealed class LogLinearTable
{
    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);

    public LogLinearTable(IEnumerable<(string Name, double Weight)> weights)
    {
        foreach ((string name, double weight) in weights) _weights.Add(name, weight);
    }

    /// <summary>The weights of a resource.</summary>
    public static LogLinearTable Read(string resource) => new(Resources.ReadRows(resource).Select(r => (r[0], double.Parse(r[1], CultureInfo.InvariantCulture))));

    /// <summary>A weight; 0 for a name that the table does not have.</summary>
    public double this[string name] => _weights.GetValueOrDefault(name);

    public double Score(List<string> features)
    {
        double score = 0;
        foreach (string feature in features) score += _weights.GetValueOrDefault(feature);
        return score;
    }
}
