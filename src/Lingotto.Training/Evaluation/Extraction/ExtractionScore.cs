using System.Globalization;

namespace Lingotto.Training;

/// <summary>The measures of extraction, summed over articles, in the order in which they are printed. Not safe for concurrent use.</summary>
public sealed class ExtractionScore
{
    private readonly List<string> _names = [];
    private readonly Dictionary<string, Measure> _measures = new(StringComparer.Ordinal);

    /// <summary>The names of the measures; those that are indented are parts of the one above.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>A measure by its name; empty where nothing was counted.</summary>
    public Measure this[string name] => _measures.GetValueOrDefault(name);

    /// <summary>Adds counts to a measure.</summary>
    public void Add(string name, Measure measure)
    {
        if (_measures.TryAdd(name, measure)) _names.Add(name);
        else _measures[name] += measure;
    }

    /// <summary>Adds all counts of another score.</summary>
    public void Add(ExtractionScore other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (string name in other._names) Add(name, other[name]);
    }

    /// <summary>Writes the table, one measure a line, as the scoring script prints it.</summary>
    public void WriteTo(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach (string name in _names)
        {
            Measure m = _measures[name];
            if (m.Gold == 0 && m.Predicted == 0) continue;
            writer.Write(string.Create(CultureInfo.InvariantCulture,
                $"{name,-24} P {PythonFormat.Percent(m.Precision, 1, 6)}  R {PythonFormat.Percent(m.Recall, 1, 6)}  F1 {PythonFormat.Percent(m.F1, 1, 6)}   gold {m.Gold,5} predicted {m.Predicted,5}\n"));
        }
    }
}
