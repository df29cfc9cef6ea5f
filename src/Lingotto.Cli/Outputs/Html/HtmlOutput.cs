using System.Net;
using System.Text;

namespace Lingotto.Cli.Outputs.Html;

/// <summary>Writes HTML; whatever comes from an article goes through <see cref="Text(ReadOnlySpan{char})"/> or <see cref="Attribute"/> and can hold no markup.</summary>
internal sealed class HtmlOutput(TextWriter writer)
{
    /// <summary>Writes markup of the report's own.</summary>
    public HtmlOutput Markup(string markup)
    {
        writer.Write(markup);
        return this;
    }

    /// <summary>Writes text.</summary>
    public HtmlOutput Text(ReadOnlySpan<char> text)
    {
        writer.Write(Encode(text));
        return this;
    }

    /// <summary>Writes <c> name="value"</c>.</summary>
    public HtmlOutput Attribute(string name, string value)
    {
        writer.Write($" {name}=\"{Encode(value)}\"");
        return this;
    }

    /// <summary>Writes an element that holds nothing but text.</summary>
    public HtmlOutput Element(string name, string text, string? cssClass = null)
    {
        Markup("<" + name);
        if (cssClass is not null) Attribute("class", cssClass);
        return Markup(">").Text(text).Markup($"</{name}>");
    }

    /// <summary>Escaped, and without the control characters that HTML does not allow.</summary>
    private static string Encode(ReadOnlySpan<char> text)
    {
        var clean = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsSurrogatePair(c, i + 1 < text.Length ? text[i + 1] : '\0')) clean.Append(c).Append(text[++i]);
            else if (char.IsSurrogate(c) || (char.IsControl(c) && c is not ('\n' or '\t'))) clean.Append('\ufffd');
            else clean.Append(c);
        }

        return WebUtility.HtmlEncode(clean.ToString());
    }
}
