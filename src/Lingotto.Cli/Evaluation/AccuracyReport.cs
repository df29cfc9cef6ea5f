using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Lingotto.Cli.Evaluation;

/// <summary>Writes figures as a Markdown table, as JSON, and as an SVG chart.</summary>
internal static class AccuracyReport
{
    public static string Markdown(IReadOnlyList<AccuracyRow> rows)
    {
        var text = new StringBuilder();
        foreach (IGrouping<string, AccuracyRow> suite in rows.GroupBy(r => r.Suite))
        {
            text.Append(CultureInfo.InvariantCulture, $"### {suite.Key}\n\n| measure | F1 | 95% interval | gold |\n|---|---:|:---:|---:|\n");
            foreach (AccuracyRow r in suite) text.Append(CultureInfo.InvariantCulture, $"| {r.Measure} | {r.F1:F1} | {r.Low:F1} – {r.High:F1} | {r.Gold} |\n");
            text.Append('\n');
        }

        return text.ToString();
    }

    public static byte[] Json(IReadOnlyList<AccuracyRow> rows)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartArray();
            foreach (AccuracyRow r in rows)
            {
                json.WriteStartObject();
                json.WriteString("suite", r.Suite);
                json.WriteString("measure", r.Measure);
                json.WriteNumber("f1", Math.Round(r.F1, 2));
                json.WriteNumber("low", Math.Round(r.Low, 2));
                json.WriteNumber("high", Math.Round(r.High, 2));
                json.WriteNumber("gold", r.Gold);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return stream.ToArray();
    }

    public static string Svg(IReadOnlyList<AccuracyRow> rows)
    {
        const int RowHeight = 20, LabelWidth = 250, BarWidth = 400;
        int height = (rows.Count * RowHeight) + 10;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {LabelWidth + BarWidth + 60} {height}\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\" aria-label=\"F1 by measure\">\n");
        for (int i = 0; i < rows.Count; i++)
        {
            AccuracyRow r = rows[i];
            int top = (i * RowHeight) + 5, middle = top + 7;
            double X(double percent) => LabelWidth + (percent / 100 * BarWidth);
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{LabelWidth - 6}\" y=\"{top + 11}\" text-anchor=\"end\">{WebUtility.HtmlEncode(r.Suite + " " + r.Measure)}</text>")
                .Append(CultureInfo.InvariantCulture, $"<rect x=\"{LabelWidth}\" y=\"{top}\" width=\"{r.F1 / 100 * BarWidth:F1}\" height=\"14\" fill=\"#1f5fa8\"/>")
                .Append(CultureInfo.InvariantCulture, $"<path d=\"M{X(r.Low):F1} {middle}H{X(r.High):F1}\" stroke=\"#000\" stroke-width=\"2\"/>")
                .Append(CultureInfo.InvariantCulture, $"<text x=\"{LabelWidth + BarWidth + 8}\" y=\"{top + 11}\">{r.F1:F1}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }
}
