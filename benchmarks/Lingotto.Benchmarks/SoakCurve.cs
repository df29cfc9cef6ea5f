using System.Globalization;
using System.Text;

namespace Lingotto.Benchmarks;

/// <summary>A point of the curve.</summary>
/// <param name="Articles">How many were analysed.</param>
/// <param name="Seconds">Since the first was sent.</param>
/// <param name="Megabytes">The working set then.</param>
internal readonly record struct SoakPoint(int Articles, double Seconds, double Megabytes)
{
    public string ToCsv() => string.Create(CultureInfo.InvariantCulture, $"{Articles},{Seconds:F1},{Megabytes:F0}\n");
}

/// <summary>The curve as CSV and as SVG, readable on light and dark pages.</summary>
internal static class SoakCurve
{
    public const string Header = "articles,seconds,workingSetMB\n";

    private const int Width = 640, Height = 240, Left = 60, Bottom = 30, Top = 14;

    public static string Csv(IEnumerable<SoakPoint> curve) => Header + string.Concat(curve.Select(p => p.ToCsv()));

    public static string Svg(IReadOnlyList<SoakPoint> curve)
    {
        double most = Math.Ceiling(curve.Max(p => p.Megabytes) / 100) * 100, articles = curve[^1].Articles;
        double X(double count) => Left + (count / articles * (Width - Left - 10));
        double Y(double megabytes) => Height - Bottom - (megabytes / most * (Height - Bottom - Top));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"Working set by number of articles\">\n")
            .Append("<style>text { font: 12px sans-serif; fill: #1a1a1a } .grid { stroke: #d0d0d0 } .curve { fill: none; stroke: #1f5fa8; stroke-width: 2 } @media (prefers-color-scheme: dark) { text { fill: #eee } .grid { stroke: #444 } .curve { stroke: #6aa5e8 } }</style>\n");
        for (double megabytes = 0; megabytes <= most; megabytes += 100)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"grid\" d=\"M{Left} {Y(megabytes):F1}H{Width - 10}\"/><text x=\"{Left - 6}\" y=\"{Y(megabytes) + 4:F1}\" text-anchor=\"end\">{megabytes:F0} MB</text>\n");
        }

        svg.Append("<path class=\"curve\" d=\"");
        for (int i = 0; i < curve.Count; i++) svg.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{X(curve[i].Articles):F1} {Y(curve[i].Megabytes):F1}");
        return svg.Append(CultureInfo.InvariantCulture, $"\"/>\n<text x=\"{Width - 10}\" y=\"{Height - 8}\" text-anchor=\"end\">{articles:N0} articles</text>\n</svg>\n").ToString();
    }
}
