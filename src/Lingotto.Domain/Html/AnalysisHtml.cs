using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Lingotto.Domain;

/// <summary>Fragments of HTML that show an analysis: the text with what was found highlighted, and tables. Whatever comes from the article is encoded.</summary>
internal static class AnalysisHtml
{
    /// <summary>Style of the fragments, for light and dark; every rule is under the class <c>lingotto</c>.</summary>
    public const string Style = """
        <style>
        .lingotto{font-family:system-ui,sans-serif;line-height:1.6;color-scheme:light dark}
        .lingotto table{border-collapse:collapse;margin:.6em 0}
        .lingotto th,.lingotto td{text-align:left;padding:.2em .8em .2em 0;border-bottom:1px solid #8884;vertical-align:top}
        .lingotto .text{white-space:pre-wrap;max-width:46em}
        .lingotto mark{color:inherit;border-radius:.25em;padding:.05em .15em;background:#8883}
        .lingotto mark.Organization{background:#3b82f640}.lingotto mark.Person{background:#f59e0b50}.lingotto mark.Place{background:#10b98140}
        .lingotto mark.Plant{background:#14b8a660}.lingotto mark.VehicleModel{background:#8b5cf640}.lingotto mark.Platform{background:#a855f740}
        .lingotto mark.Programme{background:#ec489940}.lingotto mark.Fair{background:#f4723640}.lingotto mark.Role{background:#eab30830}
        .lingotto mark.Time,.lingotto mark.Quantity{background:none;border-bottom:2px dotted #888}
        .lingotto mark.trigger{background:none;border-bottom:2px solid #dc2626}
        .lingotto code{font-size:.9em;opacity:.8}
        </style>
        """;

    /// <summary>An analysis: its text where it is known, its entities and its events.</summary>
    public static string Analysis(ArticleAnalysis analysis, string? text = null)
    {
        text ??= analysis.Text;
        var html = new StringBuilder(Style).Append("<div class=\"lingotto\"><p>").Append(CultureInfo.InvariantCulture, $"Language <b>{Encode(analysis.Language)}</b>");
        html.Append(CultureInfo.InvariantCulture, $", {analysis.Entities.Count} entities, {analysis.Events.Count} events</p>");
        if (text is not null) html.Append("<div class=\"text\">").Append(HighlightedText(text, analysis)).Append("</div>");
        return html.Append(Entities(analysis.Entities)).Append(Events(analysis.Events, analysis)).Append("</div>").ToString();
    }

    /// <summary>An event as a table of its arguments.</summary>
    public static string Event(AutomotiveEvent one) => $"{Style}<div class=\"lingotto\">{Events([one], null)}</div>";

    /// <summary>A table of entities.</summary>
    public static string EntityTable(ValueList<Entity> entities) => $"{Style}<div class=\"lingotto\">{Entities(entities)}</div>";

    /// <summary>A table of events, fillers by their names where the analysis is given.</summary>
    public static string EventTable(ValueList<AutomotiveEvent> events, ArticleAnalysis? analysis) => $"{Style}<div class=\"lingotto\">{Events(events, analysis)}</div>";

    /// <summary>The text with mentions, roles, times, quantities and triggers marked; where two overlap the earlier and longer one is.</summary>
    public static string HighlightedText(string text, ArticleAnalysis analysis)
    {
        var html = new StringBuilder();
        int at = 0;
        foreach (Highlight mark in Highlight.Of(analysis))
        {
            if (mark.Start < at || mark.End > text.Length) continue;
            html.Append(Encode(text[at..mark.Start]));
            html.Append(CultureInfo.InvariantCulture, $"<mark class=\"{Encode(mark.Class)}\" title=\"{Encode(mark.Title)}\">{Encode(text[mark.Start..mark.End])}</mark>");
            at = mark.End;
        }

        return html.Append(Encode(text[at..])).ToString();
    }

    /// <summary>The name of what an id stands for within an analysis; the id where there is no such thing.</summary>
    public static string Filler(ArticleAnalysis? analysis, string id) =>
        analysis?.FindEntity(id)?.Name
        ?? analysis?.Roles.FirstOrDefault(r => r.Id == id)?.Text
        ?? analysis?.Times.FirstOrDefault(t => t.Id == id)?.Value
        ?? analysis?.Quantities.FirstOrDefault(q => q.Id == id)?.Text
        ?? id;

    /// <summary>Text as HTML shows it.</summary>
    public static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    private static string Entities(ValueList<Entity> entities)
    {
        var html = new StringBuilder("<table><thead><tr><th>Entity</th><th>Kind</th><th>Identifier</th><th>Mentions</th></tr></thead><tbody>");
        foreach (Entity entity in entities)
        {
            string kind = entity.Kind.Name + (entity.Subkind is { } subkind ? "/" + subkind.Name : "");
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{Encode(entity.Name)}</td><td>{Encode(kind)}</td><td><code>{Encode(entity.Kb?.Value ?? "NIL")}</code></td><td>{entity.Mentions.Count}</td></tr>");
        }

        return html.Append("</tbody></table>").ToString();
    }

    private static string Events(ValueList<AutomotiveEvent> events, ArticleAnalysis? analysis)
    {
        var html = new StringBuilder("<table><thead><tr><th>Event</th><th>Trigger</th><th>Arguments</th><th>Modality</th></tr></thead><tbody>");
        foreach (AutomotiveEvent one in events)
        {
            string arguments = string.Join("<br>", one.Arguments.Select(a => $"{Encode(a.Role)}: {Encode(Filler(analysis, a.Ref))}"));
            string modality = one.Modality.ToString().ToLowerInvariant() + (one.Polarity == Polarity.Negative ? ", denied" : "");
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{Encode(one.Type.Name)}</td><td>{Encode(one.Trigger.Text)}</td><td>{arguments}</td><td>{modality}</td></tr>");
        }

        return html.Append("</tbody></table>").ToString();
    }
}
