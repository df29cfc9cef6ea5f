using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Lingotto;

/// <summary>A dependency tree as arcs over the words, in SVG; colours follow the page's text colour, so that it reads on light and on dark.</summary>
internal static class DependencyArcs
{
    private const int CharacterWidth = 9, WordGap = 26, LevelHeight = 26, Margin = 12, TextHeight = 48;

    public static string Of(Sentence sentence)
    {
        WordList words = sentence.Words;
        (int[] centers, int width) = Layout(words);
        int[] levels = Levels(words);
        int baseline = Margin + ((levels.Length == 0 ? 0 : levels.Max()) * LevelHeight) + 16;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{width}\" height=\"{baseline + TextHeight}\" font-family=\"system-ui,sans-serif\" font-size=\"14\" fill=\"currentColor\" stroke=\"none\">");
        svg.Append("<title>").Append(HtmlEncoder.Default.Encode(sentence.ToString())).Append("</title>");
        for (int i = 0; i < words.Count; i++)
        {
            Label(svg, centers[i], baseline + 18, 14, words[i].Form.ToString());
            Label(svg, centers[i], baseline + 36, 11, words[i].Upos.ToName());
            if (words[i].HeadIndex >= 0) Arc(svg, centers[words[i].HeadIndex - words.First], centers[i], baseline, levels[i], words[i].DepRel ?? "");
            else Label(svg, centers[i], baseline - 6, 11, "root");
        }

        return svg.Append("</svg>").ToString();
    }

    private static (int[] Centers, int Width) Layout(WordList words)
    {
        var centers = new int[words.Count];
        int x = Margin;
        for (int i = 0; i < words.Count; i++)
        {
            int length = Math.Max(words[i].Form.Length, Math.Max((words[i].DepRel ?? "").Length, 4));
            centers[i] = x + (length * CharacterWidth / 2);
            x += (length * CharacterWidth) + WordGap;
        }

        return (centers, x);
    }

    /// <summary>The level of each word's arc: one above the highest arc that it spans.</summary>
    private static int[] Levels(WordList words)
    {
        var levels = new int[words.Count];
        var tops = new int[words.Count];
        foreach (int i in Enumerable.Range(0, words.Count).Where(i => words[i].HeadIndex >= 0).OrderBy(i => Math.Abs(words[i].HeadIndex - words.First - i)))
        {
            int head = words[i].HeadIndex - words.First, from = Math.Min(head, i), to = Math.Max(head, i);
            for (int j = from; j < to; j++) levels[i] = Math.Max(levels[i], tops[j] + 1);
            for (int j = from; j < to; j++) tops[j] = levels[i];
        }

        return levels;
    }

    private static void Arc(StringBuilder svg, int head, int dependent, int baseline, int level, string relation)
    {
        int top = baseline - (level * LevelHeight), shift = head < dependent ? 5 : -5, from = head + shift;
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{from},{baseline} C{from},{top} {dependent},{top} {dependent},{baseline}\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".55\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{dependent - 4},{baseline - 6} L{dependent},{baseline} L{dependent + 4},{baseline - 6} Z\"/>");
        Label(svg, (from + dependent) / 2, baseline - (level * LevelHeight * 3 / 4) - 3, 11, relation);
    }

    private static void Label(StringBuilder svg, int x, int y, int size, string text) => svg
        .Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" text-anchor=\"middle\">")
        .Append(HtmlEncoder.Default.Encode(text))
        .Append("</text>");
}
