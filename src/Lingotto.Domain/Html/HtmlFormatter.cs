namespace Lingotto.Domain;

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

/// <summary>Renders the records of the domain model in notebooks.</summary>
internal sealed class DomainFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new HtmlFormatter(instance => instance switch
        {
            ArticleAnalysis analysis => AnalysisHtml.Analysis(analysis),
            AutomotiveEvent one => AnalysisHtml.Event(one),
            Entity entity => AnalysisHtml.EntityTable([entity]),
            _ => null,
        }),
    ];
}

/// <summary>Renders lists of the domain model's records in notebooks; other lists are left to the notebook.</summary>
internal sealed class ListFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new HtmlFormatter(instance => instance switch
        {
            ValueList<Entity> entities => AnalysisHtml.EntityTable(entities),
            ValueList<AutomotiveEvent> events => AnalysisHtml.EventTable(events, null),
            _ => null,
        }),
    ];
}
