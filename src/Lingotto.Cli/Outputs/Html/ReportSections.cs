using System.Globalization;
using Lingotto.Domain;

namespace Lingotto.Cli.Outputs.Html;

/// <summary>Writes the sections beside the text: entities, events, timeline, who is where, quotes.</summary>
internal sealed class ReportSections(HtmlOutput html, string text, ArticleAnalysis analysis, string prefix)
{
    private const int LongestEvidence = 320;

    public void WriteEntities(MarkedText marks)
    {
        if (analysis.Entities.Count == 0) return;
        Begin("entities", "Entities", analysis.Entities.Count);
        html.Markup("<ul class=\"cards\">\n");
        foreach (Entity e in analysis.Entities.OrderByDescending(e => e.Mentions.Count))
        {
            html.Markup("<li").Attribute("id", prefix + e.Id).Attribute("class", "card " + Annotation.StyleOf(e.Kind)).Markup(">");
            html.Element("span", e.Subkind is { } s && s != EntitySubkind.Other ? s.Name : e.Kind.Name, "kind").Element("strong", e.Name);
            html.Element("code", e.Kb?.Value ?? "not in the knowledge base");
            WriteBackLinks(e.Id, Math.Max(marks.MarkCount(e.Id), 0), e.Name);
            html.Markup("</li>\n");
        }

        html.Markup("</ul>\n</section>\n");
    }

    private void WriteBackLinks(string id, int count, string name)
    {
        const int Shown = 12;
        if (count == 0) return;
        html.Markup("<span class=\"back\">");
        for (int i = 1; i <= Math.Min(count, Shown); i++)
        {
            html.Markup("<a").Attribute("href", $"#{prefix}{id}-{i}").Attribute("aria-label", $"Mention {i} of {name} in the text").Markup(">").Text(i.ToString(CultureInfo.InvariantCulture)).Markup("</a> ");
        }

        html.Markup("</span>");
    }

    public void WriteEvents()
    {
        if (analysis.Events.Count == 0) return;
        Begin("events", "Events", analysis.Events.Count);
        html.Markup("<ol class=\"events\">\n");
        foreach (AutomotiveEvent e in analysis.Events)
        {
            html.Markup("<li").Attribute("id", prefix + e.Id).Attribute("class", "event").Markup("><h3>").Text(Words(e.Type.Name));
            if (e.Modality != Modality.Asserted) html.Element("span", e.Modality.ToString().ToLowerInvariant(), "mood");
            if (e.Polarity == Polarity.Negative) html.Element("span", "denied", "mood");
            html.Markup("</h3>\n<dl>");
            foreach (IGrouping<string, EventArgument> role in e.Arguments.GroupBy(a => a.Role))
            {
                html.Element("dt", role.Key).Markup("<dd>");
                foreach ((int i, EventArgument a) in role.Index()) WriteFiller(a, i > 0);
                html.Markup("</dd>");
            }

            html.Markup("</dl>\n");
            WriteEvidence(e);
            html.Markup("</li>\n");
        }

        html.Markup("</ol>\n</section>\n");
    }

    private void WriteFiller(EventArgument argument, bool isFurther)
    {
        if (isFurther) html.Markup(", ");
        if (analysis.FindEntity(argument.Ref) is null) html.Text(analysis.Label(argument.Ref));
        else html.Markup("<a").Attribute("href", $"#{prefix}{argument.Ref}").Markup(">").Text(analysis.Label(argument.Ref)).Markup("</a>");
    }

    private void WriteEvidence(AutomotiveEvent e)
    {
        int start = e.Trigger.Start, end = e.Trigger.End;
        foreach (TextRange range in e.Evidence.Where(r => r.Start <= e.Trigger.Start && r.End >= e.Trigger.End)) (start, end) = (range.Start, range.End);
        if (e.Evidence.Count == 0)
        {
            start = text.LastIndexOf('\n', Math.Max(0, e.Trigger.Start - 1)) + 1;
            end = text.IndexOf('\n', e.Trigger.End) is var stop and >= 0 ? stop : text.Length;
        }

        bool cutsStart = start < e.Trigger.Start - (LongestEvidence / 2), cutsEnd = end > e.Trigger.End + (LongestEvidence / 2);
        if (cutsStart) start = text.IndexOf(' ', e.Trigger.Start - (LongestEvidence / 2), LongestEvidence / 2) is var space and >= 0 ? space : e.Trigger.Start;
        if (cutsEnd) end = Math.Max(e.Trigger.End, text.LastIndexOf(' ', e.Trigger.End + (LongestEvidence / 2)));
        html.Markup(cutsStart ? "<blockquote>…" : "<blockquote>").Text(text.AsSpan(start, e.Trigger.Start - start)).Markup("<b>").Text(text.AsSpan(e.Trigger.Start, e.Trigger.End - e.Trigger.Start)).Markup("</b>")
            .Text(text.AsSpan(e.Trigger.End, end - e.Trigger.End)).Markup(cutsEnd ? " …</blockquote>\n" : "</blockquote>\n");
    }

    public void WriteTimeline()
    {
        (string Time, AutomotiveEvent Event)[] dated =
        [
            .. analysis.Events
                .SelectMany(e => e.Arguments.Where(a => a.Role is "time" or "deadline").Select(a => (Time: analysis.Times.FirstOrDefault(t => t.Id == a.Ref)?.Value ?? "", Event: e)))
                .Where(d => d.Time.Length > 0 && char.IsAsciiDigit(d.Time[0]))
                .OrderBy(d => d.Time, StringComparer.Ordinal),
        ];
        if (dated.Length == 0) return;
        Begin("timeline", "Timeline", dated.Length);
        html.Markup("<ol class=\"timeline\">\n");
        foreach (IGrouping<string, (string Time, AutomotiveEvent Event)> day in dated.GroupBy(d => d.Time))
        {
            html.Markup("<li><time>").Text(day.Key).Markup("</time><ul>");
            foreach ((_, AutomotiveEvent e) in day) html.Markup("<li><a").Attribute("href", $"#{prefix}{e.Id}").Markup(">").Text(Words(e.Type.Name)).Markup("</a> ").Text(Who(e)).Markup("</li>");
            html.Markup("</ul></li>\n");
        }

        html.Markup("</ol>\n</section>\n");
    }

    private string Who(AutomotiveEvent e) => string.Join(", ", e.Arguments.Where(a => analysis.FindEntity(a.Ref) is not null).Select(a => analysis.Label(a.Ref)).Distinct().Take(4));

    public void WriteWhoIsWhere()
    {
        if (analysis.Affiliations.Count == 0) return;
        Begin("people", "Who is where", analysis.Affiliations.Count);
        html.Markup("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Who is where\"><table><thead><tr><th scope=\"col\">Person</th><th scope=\"col\">Role</th><th scope=\"col\">Organization</th></tr></thead><tbody>\n");
        foreach (Affiliation a in analysis.Affiliations)
        {
            html.Markup("<tr><th scope=\"row\">").Text(analysis.Label(a.Person)).Markup("</th>").Element("td", a.Role is null ? "–" : analysis.Label(a.Role)).Element("td", analysis.Label(a.Organization)).Markup("</tr>\n");
        }

        html.Markup("</tbody></table></div>\n</section>\n");
    }

    public void WriteQuotes()
    {
        if (analysis.Quotes.Count == 0) return;
        Begin("quotes", "Quotes", analysis.Quotes.Count);
        foreach (Quote q in analysis.Quotes) html.Markup("<figure><blockquote>").Text(q.Text).Markup("</blockquote>").Element("figcaption", "— " + analysis.Label(q.Speaker)).Markup("</figure>\n");
        html.Markup("</section>\n");
    }

    private void Begin(string name, string title, int count)
    {
        html.Markup("<section").Attribute("class", name).Attribute("aria-labelledby", $"{prefix}{name}").Markup("><h2").Attribute("id", $"{prefix}{name}").Markup(">").Text(title).Markup(" ");
        html.Element("span", count.ToString(CultureInfo.InvariantCulture), "count").Markup("</h2>\n");
    }

    /// <summary>ProductionStart as a person writes it: Production start.</summary>
    internal static string Words(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsAsciiLetterUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));
}
