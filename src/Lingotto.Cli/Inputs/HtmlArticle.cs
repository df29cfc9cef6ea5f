using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Lingotto.Cli.Inputs;

/// <summary>The readable text of a web page.</summary>
/// <param name="Text">The headline and the paragraphs, a blank line between blocks.</param>
/// <param name="Published">The date of publication that the page declares, null where it declares none.</param>
internal sealed record HtmlArticle(string Text, DateOnly? Published)
{
    private const int LongEnough = 400;

    private static readonly HashSet<string> Skipped = new(
        ["script", "style", "noscript", "template", "svg", "nav", "iframe", "form", "button", "select", "canvas", "object", "head"], StringComparer.Ordinal);

    private static readonly HashSet<string> Blocks = new(
        [
            "address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
            "li", "main", "ol", "p", "pre", "section", "table", "tr", "ul", "caption", "thead", "tbody",
        ], StringComparer.Ordinal);

    public static HtmlArticle Extract(string html)
    {
        using AngleSharp.Html.Dom.IHtmlDocument page = new HtmlParser().ParseDocument(html);
        IElement? root = Root(page);
        var text = new TextBuilder();
        string? headline = page.QuerySelector("h1") is { } h1 && root is not null && root.Contains(h1) ? null : page.QuerySelector("h1")?.TextContent ?? page.Title;
        if (!string.IsNullOrWhiteSpace(headline))
        {
            text.Append(headline);
            text.Break(2);
        }

        if (root is not null) Append(root, text);
        return new HtmlArticle(text.ToString(), Date(page));
    }

    private static IElement? Root(IDocument page)
    {
        foreach (string selector in new[] { "article", "[itemprop=articleBody]", "main" })
        {
            IElement? longest = page.QuerySelectorAll(selector).MaxBy(e => e.TextContent.Length);
            if (longest is not null && longest.TextContent.Length >= LongEnough) return longest;
        }

        return page.Body;
    }

    private static void Append(INode node, TextBuilder text)
    {
        foreach (INode child in node.ChildNodes)
        {
            if (child is IText words)
            {
                text.Append(words.Data);
            }
            else if (child is IElement element && !Skipped.Contains(element.LocalName) && !element.HasAttribute("hidden"))
            {
                int gap = element.LocalName is "br" or "tr" or "li" ? 1 : Blocks.Contains(element.LocalName) ? 2 : 0;
                text.Break(gap);
                Append(element, text);
                if (element.LocalName is "td" or "th") text.Tab();
                else text.Break(gap);
            }
        }
    }

    private static DateOnly? Date(IDocument page)
    {
        string?[] candidates =
        [
            page.QuerySelector("meta[property='article:published_time']")?.GetAttribute("content"),
            page.QuerySelector("meta[itemprop=datePublished], meta[name=date]")?.GetAttribute("content"),
            page.QuerySelector("time[datetime]")?.GetAttribute("datetime"),
        ];
        foreach (string? candidate in candidates)
        {
            try
            {
                if (!string.IsNullOrEmpty(candidate)) return ArticleLine.Date(candidate);
            }
            catch (FormatException)
            {
                // A date in another form says nothing; the next place may.
            }
        }

        return null;
    }

    /// <summary>Collapses white space, and puts line ends between blocks and tabs between cells.</summary>
    private sealed class TextBuilder
    {
        private readonly StringBuilder _text = new();
        private int _breaks;
        private bool _space, _tab;

        public void Append(string words)
        {
            foreach (char c in words)
            {
                if (char.IsWhiteSpace(c) && c != '\u00a0') { _space = true; continue; }
                if (_text.Length > 0 && _breaks > 0) _text.Append('\n', _breaks);
                else if (_text.Length > 0 && _tab) _text.Append('\t');
                else if (_text.Length > 0 && _space) _text.Append(' ');
                _breaks = 0;
                _space = _tab = false;
                _text.Append(c);
            }
        }

        public void Break(int lines) => _breaks = Math.Max(_breaks, lines);

        public void Tab() => _tab = true;

        public override string ToString() => _text.ToString();
    }
}
