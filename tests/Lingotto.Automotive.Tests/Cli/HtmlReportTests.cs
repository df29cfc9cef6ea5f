using System.Diagnostics;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Lingotto.Cli.Outputs.Html;
using Lingotto.Domain;
using Entity = Lingotto.Domain.Entity;

namespace Lingotto.Automotive.Tests.Cli;

public sealed class HtmlReportTests
{
    private const string Text = "Ford <script>alert('x')</script> visited Turin\n\nJim Farley & \"Ford\" met\ud800 nobody.\0";

    private static readonly ArticleAnalysis Analysis = new()
    {
        Id = "a<b>\"&", Language = "en",
        Entities =
        [
            new Entity { Id = "e1", Kind = EntityKind.Organization, Kb = EntityId.Parse("org:ford"), Name = "<i>Ford</i>", Mentions = [Span("Ford", 0), Span("Ford", 10)] },
            new Entity { Id = "e2", Kind = new EntityKind("\"onclick=\"x"), Name = "Turin", Mentions = [Span("Turin", 0)] },
            new Entity { Id = "e3", Kind = EntityKind.Person, Name = "Jim Farley", Mentions = [Span("Jim Farley", 0)] },
        ],
        Times = [new TimeExpression("t1", 0, 2, "Fo", "2024-05-31")],
        Affiliations = [new Affiliation("e3", "e1", null)],
        Quotes = [new Quote("e3", 0, 4, "<b>quoted</b>")],
        Events = [new AutomotiveEvent { Id = "v1", Type = new EventType("Visit"), Trigger = new Trigger(Span("visited", 0).Start, Span("visited", 0).End, "visited"), Arguments = [new EventArgument("visitor", "e1"), new EventArgument("time", "t1")], Modality = Modality.Planned }],
    };

    [Fact]
    public void Report_MarkupInTheArticle_StaysText()
    {
        IHtmlDocument page = Page();
        page.QuerySelectorAll("script, i").Should().BeEmpty();
        page.All.SelectMany(e => e.Attributes).Should().NotContain(a => a.Name.StartsWith("on", StringComparison.Ordinal));
        page.QuerySelector(".text")!.TextContent.Should().Contain("<script>alert('x')</script>");
        page.Title.Should().Be("a<b>\"& – Lingotto");
    }

    [Fact]
    public void Report_Links_LeadToSomethingWithinThePage()
    {
        IHtmlDocument page = Page();
        IElement[] links = [.. page.QuerySelectorAll("a[href]")];
        links.Should().NotBeEmpty();
        links.Select(l => l.GetAttribute("href")![1..]).Where(id => page.GetElementById(id) is null).Should().BeEmpty();
        page.All.Select(e => e.Id).Where(id => !string.IsNullOrEmpty(id)).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Report_Page_IsSelfContainedAndAccessible()
    {
        IHtmlDocument page = Page();
        page.QuerySelectorAll("link, img, script, [src]").Should().BeEmpty();
        page.DocumentElement.GetAttribute("lang").Should().Be("en");
        page.QuerySelectorAll("main").Length.Should().Be(1);
        page.QuerySelectorAll("section").Should().OnlyContain(s => s.HasAttribute("aria-label") || page.GetElementById(s.GetAttribute("aria-labelledby")!) != null);
        page.QuerySelectorAll("thead th").Should().OnlyContain(h => h.GetAttribute("scope") == "col");
        page.QuerySelector("a.skip").Should().NotBeNull();
        int[] levels = [.. page.QuerySelectorAll("h1, h2, h3, h4").Select(h => h.LocalName[1] - '0')];
        levels.Zip(levels.Skip(1)).Should().OnlyContain(p => p.Second <= p.First + 1, "headings leave no level out");
    }

    [ChromiumFact]
    [Trait("Category", "Slow")]
    public void Report_InABrowser_NeedsNoSidewaysScrollingOnAPhone()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "report.html");
        const string Probe = "<script>document.title = document.documentElement.scrollWidth + ' of ' + innerWidth</script></body>";
        File.WriteAllText(path, Html(new string('x', 300) + " " + Text).Replace("</body>", Probe, StringComparison.Ordinal));
        foreach (int width in new[] { 500, 1280 })   // a headless window is never narrower than 500
        {
            string dom = Chromium.Run($"--window-size={width},900", "--dump-dom", "file://" + path);
            string[] title = new HtmlParser().ParseDocument(dom).Title!.Split(" of ");
            int.Parse(title[0], System.Globalization.CultureInfo.InvariantCulture).Should().BeLessThanOrEqualTo(int.Parse(title[1], System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static IHtmlDocument Page() => new HtmlParser().ParseDocument(Html(Text));

    private static string Html(string text)
    {
        var output = new StringWriter();
        ArticleAnalysis analysis = text == Text ? Analysis : Analysis with { Entities = [], Events = [], Affiliations = [], Quotes = [] };
        using (var writer = new HtmlReportWriter(output, KnowledgeBase.Default, leaveOpen: true)) writer.Write(AnalyzedArticle.Failed(new Article(text), new InvalidOperationException()).With(analysis));
        return output.ToString();
    }

    private static Mention Span(string words, int from)
    {
        int start = Text.IndexOf(words, from, StringComparison.Ordinal);
        return new Mention(start, start + words.Length, words);
    }
}

/// <summary>A fact that needs a headless Chromium, and is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = Chromium.IsInstalled ? null : "needs chromium";
}

internal static class Chromium
{
    public static bool IsInstalled => File.Exists("/usr/bin/chromium");

    public static string Run(params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("/usr/bin/chromium", ["--headless", "--no-sandbox", "--disable-gpu", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.Length > 0 ? output : throw new InvalidOperationException(errors.Result);
    }
}
