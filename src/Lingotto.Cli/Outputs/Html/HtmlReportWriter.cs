using System.Globalization;
using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Cli.Outputs.Html;

/// <summary>One self-contained page: the text with entities marked and linked to their cards, events with their evidence, a timeline, who is where. It needs no script.</summary>
internal sealed class HtmlReportWriter(TextWriter output, KnowledgeBase knowledge, bool leaveOpen) : IAnalysisWriter
{
    private readonly HtmlOutput _html = new(output);
    private int _count;

    public void Write(AnalyzedArticle article)
    {
        if (_count++ == 0) Begin(article.Analysis);
        string prefix = string.Create(CultureInfo.InvariantCulture, $"a{_count}-");
        WriteArticle(article.Article.Text, article.Analysis, prefix);
    }

    public void Dispose()
    {
        if (_count > 0) _html.Markup("</main>\n<footer><p>Read by Lingotto. What a machine reads may be wrong: the text is what counts.</p></footer>\n</body>\n</html>\n");
        output.Flush();
        if (!leaveOpen) output.Dispose();
    }

    private void Begin(ArticleAnalysis analysis)
    {
        using var css = new StreamReader(typeof(HtmlReportWriter).Assembly.GetManifestResourceStream("report.css")!);
        
        _html.Markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Markup("<meta name=\"color-scheme\" content=\"light dark\">\n<title>").Text(analysis.Id ?? "Article").Markup(" – Lingotto</title>\n<style>\n").Markup(css.ReadToEnd()).Markup("</style>\n</head>\n<body>\n")
            .Markup("<a class=\"skip\" href=\"#a1-text\">Skip to the text</a>\n<main>\n");
    }

    private void WriteArticle(string text, ArticleAnalysis analysis, string prefix)
    {
        TextSpan headline = Headline(text, analysis);
        _html.Markup("<article>\n<header>\n").Element("h1", headline.Length == 0 ? analysis.Id ?? "Article" : Shortened(headline.Of(text).ToString())).Markup("\n<p class=\"facts\">");
        foreach (string fact in Facts(analysis)) _html.Element("span", fact);
        _html.Markup("</p>\n");
        WriteLegend(analysis);
        _html.Markup("</header>\n<div class=\"columns\">\n<section class=\"text\"").Attribute("id", prefix + "text").Attribute("lang", analysis.Language).Attribute("aria-label", "Text").Markup(">\n");
        var marks = new MarkedText(_html, text, analysis, prefix, headline.Length == 0 ? -1 : headline.Start);
        marks.Write();
        _html.Markup("</section>\n<div class=\"side\">\n");
        var sections = new ReportSections(_html, text, analysis, prefix);
        sections.WriteEvents();
        sections.WriteTimeline();
        sections.WriteEntities(marks);
        sections.WriteWhoIsWhere();
        sections.WriteQuotes();
        _html.Markup("</div>\n</div>\n</article>\n");
    }

    private void WriteLegend(ArticleAnalysis analysis)
    {
        string[] kinds = [.. analysis.Entities.Select(e => e.Kind).Distinct().Select(k => k.Name)];
        if (kinds.Length == 0) return;
        _html.Markup("<p class=\"legend\" aria-hidden=\"true\">");
        foreach (string kind in kinds) _html.Markup("<span").Attribute("class", "mark " + Annotation.StyleOf(new EntityKind(kind))).Markup(">").Text(ReportSections.Words(kind)).Markup("</span> ");
        if (analysis.Times.Count > 0) _html.Element("span", "Time", "mark time").Markup(" ");
        if (analysis.Quantities.Count > 0) _html.Element("span", "Quantity", "mark quantity").Markup(" ");
        if (analysis.Events.Count > 0) _html.Element("span", "Event", "mark trigger");
        _html.Markup("</p>\n");
    }

    private IEnumerable<string> Facts(ArticleAnalysis analysis)
    {
        yield return analysis.Language switch { "it" => "Italian", "en" => "English", "und" => "undetermined language", _ => $"language {analysis.Language}, not analysed" };
        if (analysis.Regions.Count > 0) yield return "Regions: " + Names(analysis.Regions, analysis.Language);
        if (analysis.Makers.Count > 0) yield return "Makers: " + Names(analysis.Makers, analysis.Language);
    }

    private string Names(ValueList<EntityId> ids, string language) =>
        string.Join(", ", ids.Select(id => knowledge.Find(id) is { } entry ? entry.NameIn(language == "it" ? Language.Italian : Language.English) : id.Value));

    /// <summary>The first line of some words among the first ones that is no boilerplate and no path through a site; empty where there is none.</summary>
    private static TextSpan Headline(string text, ArticleAnalysis analysis)
    {
        const int Tried = 12, FewestWords = 4, LongestHeadline = 200;
        int start = 0;
        for (int i = 0; i < Tried && start < text.Length; i++)
        {
            int length = text.AsSpan(start).IndexOf('\n') is var line and >= 0 ? line : text.Length - start;
            ReadOnlySpan<char> words = text.AsSpan(start, length).Trim();
            bool isBoilerplate = analysis.Boilerplate.Any(b => b.Start < start + length && start < b.End);
            if (!isBoilerplate && words.Length <= LongestHeadline && words.Count(' ') + 1 >= FewestWords && !words.ContainsAny('»', '|', '>')) return new TextSpan(start, length);
            start += length + 1;
        }

        return default;
    }

    private static string Shortened(string headline)
    {
        const int LongestTitle = 120;
        headline = headline.Trim();
        return headline.Length <= LongestTitle ? headline : headline[..headline.LastIndexOf(' ', LongestTitle)] + " …";
    }
}
