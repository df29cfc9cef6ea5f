using Lingotto.Domain;

namespace Lingotto.Cli.Outputs.Html;

/// <summary>Writes an article's text with its annotations marked and its boilerplate set back.</summary>
internal sealed class MarkedText(HtmlOutput html, string text, ArticleAnalysis analysis, string prefix, int headline)
{
    private readonly IReadOnlyList<Annotation> _annotations = Annotation.Of(analysis, text.Length);
    private readonly Dictionary<string, int> _written = new(StringComparer.Ordinal);
    private int _next;

    public void Write()
    {
        for (int start = 0; start < text.Length;)
        {
            int length = text.AsSpan(start).IndexOf('\n');
            int end = length < 0 ? text.Length : start + length;
            if (!text.AsSpan(start, end - start).IsWhiteSpace()) WriteLine(start, end);
            start = end + 1;
        }
    }

    private void WriteLine(int start, int end)
    {
        bool isBoilerplate = analysis.Boilerplate.Any(b => b.Start < end && start < b.End);
        bool isTight = end + 1 < text.Length && text[end + 1] is not ('\n' or '\r');
        string style = start == headline ? "headline" : isBoilerplate ? "boilerplate" : isTight ? "tight" : "";
        html.Markup(style.Length == 0 ? "<p>" : $"<p class=\"{style}\">");
        int at = start;
        while (_next < _annotations.Count && _annotations[_next].Start < end)
        {
            Annotation annotation = _annotations[_next++];
            if (annotation.Start < at) continue;
            html.Text(text.AsSpan(at, annotation.Start - at));
            WriteMark(annotation);
            at = annotation.End;
        }

        if (at < end) html.Text(text.AsSpan(at, end - at).TrimEnd('\r'));
        html.Markup("</p>\n");
    }

    private void WriteMark(Annotation annotation)
    {
        string element = annotation.Target is null ? "span" : "a";
        html.Markup("<" + element).Attribute("class", "mark " + annotation.Style).Attribute("title", annotation.Title);
        if (annotation.Target is { } target)
        {
            html.Attribute("href", $"#{prefix}{target}");
            int number = _written[target] = _written.GetValueOrDefault(target) + 1;
            html.Attribute("id", $"{prefix}{target}-{number}");
        }

        html.Markup(">").Text(text.AsSpan(annotation.Start, annotation.End - annotation.Start)).Markup($"</{element}>");
    }

    /// <summary>How often the card of an id is led to from the text; 0 where its mentions were hidden under longer ones.</summary>
    public int MarkCount(string id) => _written.GetValueOrDefault(id);
}
