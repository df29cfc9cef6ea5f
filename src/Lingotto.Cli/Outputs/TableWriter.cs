using System.Globalization;
using Lingotto.Automotive;
using Lingotto.Domain;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Lingotto.Cli.Outputs;

/// <summary>What a person wants to look at: language, entities with names, kinds, identifiers and counts, and events.</summary>
internal sealed class TableWriter : IAnalysisWriter
{
    private readonly TextWriter _output;
    private readonly IAnsiConsole _console;
    private readonly KnowledgeBase _knowledge;
    private readonly bool _leaveOpen;

    public TableWriter(TextWriter output, KnowledgeBase knowledge, int width, bool isPlain, bool leaveOpen)
    {
        _leaveOpen = leaveOpen;
        _output = output;
        _knowledge = knowledge;
        _console = CreateConsole(output, width, isPlain);
    }

    public void Write(AnalyzedArticle article)
    {
        ArticleAnalysis analysis = article.Analysis;
        _console.Write(new Rule($"[bold]{Markup.Escape(analysis.Id ?? "article")}[/]") { Justification = Justify.Left });
        _console.MarkupLine(Summary(article));
        foreach ((string name, ValueList<EntityId> ids) in new[] { ("Regions", analysis.Regions), ("Makers", analysis.Makers) })
        {
            if (ids.Count > 0) _console.MarkupLine($"[grey]{name}[/] {Markup.Escape(string.Join(", ", ids.Select(id => NameOf(id, analysis.Language))))}");
        }

        _console.WriteLine();
        if (analysis.Entities.Count > 0) _console.Write(Entities(analysis));
        if (analysis.Affiliations.Count > 0) _console.Write(Affiliations(analysis));
        if (analysis.Events.Count > 0) _console.Write(Events(analysis));
        if (analysis.Quotes.Count > 0) _console.Write(Quotes(analysis));
        _output.Flush();
    }

    /// <summary>Writes a small table to nowhere, so that the next one has its code ready.</summary>
    public static void WarmUp()
    {
        IAnsiConsole console = CreateConsole(TextWriter.Null, 80, isPlain: true);
        Table table = NewTable("Entities", "Name", "Identifier", "n");
        table.Columns[2].RightAligned().NoWrap();
        table.AddRow(new Markup("Torino"), new Markup("[grey]NIL[/]"), new Text("1"));
        console.Write(new Rule("[bold]article[/]") { Justification = Justify.Left });
        console.MarkupLine("[bold]Italian[/]");
        console.Write(table);
    }

    public void Dispose()
    {
        _output.Flush();
        if (!_leaveOpen) _output.Dispose();
    }

    private static IAnsiConsole CreateConsole(TextWriter output, int width, bool isPlain)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isPlain ? AnsiSupport.No : AnsiSupport.Yes,
            ColorSystem = isPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Standard,
            Interactive = InteractionSupport.No,
            Out = new FixedOutput(output, width),
        });
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    private static string Summary(AnalyzedArticle article)
    {
        ArticleAnalysis analysis = article.Analysis;
        string language = analysis.Language switch { "it" => "Italian", "en" => "English", "und" => "undetermined language", _ => $"language '{analysis.Language}', not analysed" };
        string confidence = analysis.LanguageConfidence.ToString("P1", CultureInfo.InvariantCulture).Replace(" %", "%", StringComparison.Ordinal);
        string size = article.Document is { } document ? $" · {Count(document.Sentences.Count, "sentence")}, {Count(document.Tokens.Count, "token")}" : "";
        string values = analysis.Times.Count + analysis.Quantities.Count > 0 ? $" · {Count(analysis.Times.Count, "time")}, {Count(analysis.Quantities.Count, "quantity", "quantities")}" : "";
        return $"[bold]{language}[/] [grey]{confidence}{size}{values}[/]";
    }

    private static Table Entities(ArticleAnalysis analysis)
    {
        Table table = NewTable("Entities", "Name", "Kind", "Identifier", "n");
        table.Columns[3].RightAligned().NoWrap();
        foreach (Entity entity in analysis.Entities.OrderByDescending(e => e.Mentions.Count))
        {
            string kind = entity.Subkind is { } subkind ? $"{entity.Kind}/{subkind}" : entity.Kind.Name;
            table.AddRow(
                new Markup(Markup.Escape(entity.Name)), new Markup($"[{Colour(entity.Kind)}]{Markup.Escape(kind)}[/]"),
                new Markup(entity.Kb is { } id ? Markup.Escape(id.Value) : "[grey]NIL[/]"), new Text(entity.Mentions.Count.ToString(CultureInfo.InvariantCulture)));
        }

        return table;
    }

    private static Table Affiliations(ArticleAnalysis analysis)
    {
        Table table = NewTable("Who is what where", "Person", "Role", "Organization");
        foreach (Affiliation a in analysis.Affiliations)
        {
            table.AddRow(new Text(analysis.Label(a.Person)), new Text(a.Role is null ? "" : analysis.Label(a.Role)), new Text(analysis.Label(a.Organization)));
        }

        return table;
    }

    private static Table Events(ArticleAnalysis analysis)
    {
        Table table = NewTable("Events", "Event", "Trigger", "Who and what");
        IEnumerable<(EventType Type, Trigger Trigger, ValueList<EventArgument> Arguments, Modality Modality, Polarity Polarity)> events = analysis.MergedEvents.Count > 0
            ? analysis.MergedEvents.Select(e => (e.Type, e.Trigger, e.Arguments, e.Modality, e.Polarity))
            : analysis.Events.Select(e => (e.Type, e.Trigger, e.Arguments, e.Modality, e.Polarity));
        foreach (var e in events)
        {
            string mood = (e.Modality == Modality.Asserted ? "" : " " + e.Modality.ToString().ToLowerInvariant()) + (e.Polarity == Polarity.Negative ? " denied" : "");
            string arguments = string.Join("\n", e.Arguments.GroupBy(a => a.Role).Select(g => $"[grey]{Markup.Escape(g.Key)}[/] {Markup.Escape(string.Join(", ", g.Select(a => analysis.Label(a.Ref))))}"));
            table.AddRow(new Markup($"[yellow]{Markup.Escape(e.Type.Name)}[/][grey]{mood}[/]"), new Text(OneLine(e.Trigger.Text)), new Markup(arguments));
        }

        return table;
    }

    private static Table Quotes(ArticleAnalysis analysis)
    {
        const int LongestShown = 160;
        Table table = NewTable("Quotes", "Speaker", "Words");
        foreach (Quote quote in analysis.Quotes)
        {
            string words = OneLine(quote.Text);
            table.AddRow(new Text(analysis.Label(quote.Speaker)), new Text(words.Length > LongestShown ? words[..LongestShown] + "…" : words));
        }

        return table;
    }

    private static Table NewTable(string title, params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple, Title = new TableTitle($"[bold]{title}[/]"), ShowHeaders = true };
        table.Expand = true;
        foreach (string column in columns) table.AddColumn(new TableColumn($"[bold]{column}[/]"));
        return table;
    }

    private string NameOf(EntityId id, string language) =>
        _knowledge.Find(id) is { } entry ? entry.NameIn(Language.TryParse(language, out Language parsed) ? parsed : Language.English) : id.Value;

    private static string Colour(EntityKind kind) => kind.Name switch
    {
        "Organization" => "blue", "Person" => "green", "Place" => "teal", "Plant" => "maroon", "VehicleModel" => "purple", _ => "olive",
    };

    private static string Count(int count, string one, string? many = null) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private sealed class FixedOutput(TextWriter writer, int width) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;
        public bool IsTerminal => false;
        public int Width => width;
        public int Height => 50;

        public void SetEncoding(System.Text.Encoding encoding) { }
    }
}
