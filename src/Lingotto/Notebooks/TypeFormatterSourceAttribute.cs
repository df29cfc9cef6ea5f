namespace Lingotto;

/// <summary>
/// Names the class that renders a type in a .NET notebook. Notebooks find the attribute by its name, its <see cref="FormatterSourceType"/> and that class's
/// <c>CreateTypeFormatters</c>, so that no package of theirs is referenced.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[] PreferredMimeTypes { get; set; } = ["text/html"];
}

/// <summary>One formatter as notebooks expect it by convention: a MIME type, and a method that writes an object and says whether it could.</summary>
internal sealed class HtmlFormatter(Func<object, string?> render)
{
    public string MimeType { get; } = "text/html";

    public bool Format(object instance, TextWriter writer)
    {
        if (render(instance) is not { } html) return false;
        writer.Write(html);
        return true;
    }
}

/// <summary>Renders documents and sentences in notebooks.</summary>
internal sealed class DocumentFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new HtmlFormatter(instance => instance switch
        {
            Document document => DocumentHtml.Of(document),
            Sentence { Document.HasTrees: true } sentence => DependencyArcs.Of(sentence),
            Sentence sentence => DocumentHtml.Of(sentence),
            _ => null,
        }),
    ];
}
