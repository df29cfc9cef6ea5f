using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Lingotto.Cli.Evaluation;

/// <summary>Writes figures as Markdown tables and as JSON, with the machine and the versions that gave them.</summary>
internal static class AccuracyReport
{
    public static string Markdown(IReadOnlyList<AccuracyRow> rows, IReadOnlyList<(string Name, string Value)> machine)
    {
        var text = new StringBuilder("# Accuracy\n\nIn percent, with 95% bootstrap confidence intervals.\n\n");
        foreach ((string name, string value) in machine) text.Append(CultureInfo.InvariantCulture, $"- {name}: {value}\n");
        foreach (IGrouping<string, AccuracyRow> suite in rows.GroupBy(r => r.Suite))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {suite.Key}\n\n| measure | | | 95% interval | gold |\n|---|---|---:|:---:|---:|\n");
            foreach (AccuracyRow r in suite)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {(r.IsPart ? "– " + r.Measure.Trim() : r.Measure)} | {r.Unit} | {r.Value:F2} | {r.Low:F2} – {r.High:F2} | {r.Gold} |\n");
            }
        }

        return text.ToString();
    }

    public static byte[] Json(IReadOnlyList<AccuracyRow> rows, IReadOnlyList<(string Name, string Value)> machine)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteStartObject("machine");
            foreach ((string name, string value) in machine) json.WriteString(name, value);
            json.WriteEndObject();
            json.WriteStartArray("rows");
            foreach (AccuracyRow r in rows) Write(json, r);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, AccuracyRow row)
    {
        json.WriteStartObject();
        json.WriteString("suite", row.Suite);
        json.WriteString("measure", row.Measure.Trim());
        json.WriteString("unit", row.Unit);
        json.WriteNumber("value", Math.Round(row.Value, 2));
        json.WriteNumber("low", Math.Round(row.Low, 2));
        json.WriteNumber("high", Math.Round(row.High, 2));
        json.WriteNumber("gold", row.Gold);
        json.WriteEndObject();
    }
}
