using System.Globalization;
using System.Net;
using System.Text;

namespace Lingotto.Cli.Evaluation;

/// <summary>Draws the main figures as bars with their intervals, in SVG, readable on light and dark pages. Of a treebank's measures three are shown.</summary>
internal static class AccuracyChart
{
    private const int RowHeight = 18, HeadingHeight = 30, LabelWidth = 230, BarWidth = 380, ValueWidth = 50;

    private const string Style = """
        <style>
        text { font: 12px sans-serif; fill: #1a1a1a } .heading { font-weight: bold } .bar { fill: #1f5fa8 } .interval { stroke: #1a1a1a; stroke-width: 2 } .grid { stroke: #d0d0d0 }
        @media (prefers-color-scheme: dark) { text { fill: #eee } .bar { fill: #6aa5e8 } .interval { stroke: #fff } .grid { stroke: #444 } }
        </style>

        """;

    public static string Svg(IReadOnlyList<AccuracyRow> rows)
    {
        IGrouping<string, AccuracyRow>[] suites = [.. rows.Where(IsShown).GroupBy(r => r.Suite)];
        int height = suites.Sum(s => HeadingHeight + (s.Count() * RowHeight)) + 10, top = 0;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {LabelWidth + BarWidth + ValueWidth} {height}\" role=\"img\" aria-label=\"Accuracy by measure, in percent\">\n").Append(Style.ReplaceLineEndings("\n"));
        for (int percent = 0; percent <= 100; percent += 25) svg.Append(CultureInfo.InvariantCulture, $"<path class=\"grid\" d=\"M{X(percent):F1} 0V{height}\"/>\n");
        foreach (IGrouping<string, AccuracyRow> suite in suites)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"heading\" x=\"4\" y=\"{top + 22}\">{WebUtility.HtmlEncode(suite.Key)}</text>\n");
            top += HeadingHeight;
            foreach (AccuracyRow row in suite)
            {
                Bar(svg, row, top);
                top += RowHeight;
            }
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static bool IsShown(AccuracyRow row) =>
        !row.IsPart && !row.Measure.Contains("taken for", StringComparison.Ordinal) && !row.Suite.EndsWith("half of the tables", StringComparison.Ordinal)
        && row.Measure is not ("Tokens" or "Words" or "UFeats" or "Lemmas" or "UAS");

    private static void Bar(StringBuilder svg, AccuracyRow row, int top) => svg
        .Append(CultureInfo.InvariantCulture, $"<text x=\"{LabelWidth - 6}\" y=\"{top + 12}\" text-anchor=\"end\">{WebUtility.HtmlEncode(row.Measure)}</text>")
        .Append(CultureInfo.InvariantCulture, $"<rect class=\"bar\" x=\"{LabelWidth}\" y=\"{top + 2}\" width=\"{X(row.Value) - LabelWidth:F1}\" height=\"13\"/>")
        .Append(CultureInfo.InvariantCulture, $"<path class=\"interval\" d=\"M{X(row.Low):F1} {top + 8.5:F1}H{X(row.High):F1}\"/>")
        .Append(CultureInfo.InvariantCulture, $"<text x=\"{LabelWidth + BarWidth + 8}\" y=\"{top + 12}\">{row.Value:F1}</text>\n");

    private static double X(double percent) => LabelWidth + (percent / 100 * BarWidth);
}
