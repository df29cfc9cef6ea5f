using System.Globalization;
using System.Text;
using System.Text.Json;
using Lingotto.Cli.Outputs;
using Lingotto.Domain;

namespace Lingotto.Automotive.Tests.Cli;

public sealed class ExportTests
{
    private const string Text = "🚗 Ford, \"the carmaker\",\nvisited Turin\ton May 31; <b>Jim Farley</b> said: x\\y.";

    private static readonly ArticleAnalysis Analysis = new()
    {
        Id = "a/1", Language = "en",
        Entities =
        [
            new Entity { Id = "e1", Kind = EntityKind.Organization, Subkind = EntitySubkind.Carmaker, Kb = EntityId.Parse("org:ford"), Name = "Ford, \"Motor\"", Mentions = [Span("Ford"), Span("the carmaker") with { Nominal = true }] },
            new Entity { Id = "e2", Kind = EntityKind.Place, Subkind = EntitySubkind.Municipality, Name = "Turin", Mentions = [Span("Turin\ton")] },
            new Entity { Id = "e3", Kind = EntityKind.Person, Name = "Jim Farley", Mentions = [Span("Jim Farley")] },
        ],
        Times = [new TimeExpression("t1", Span("May 31").Start, Span("May 31").End, "May 31", "2024-05-31")],
        Affiliations = [new Affiliation("e3", "e1", null)],
        Quotes = [new Quote("e3", Span("x\\y").Start, Span("x\\y").End, "x\\y")],
        Events =
        [
            new AutomotiveEvent
            {
                Id = "v1", Type = new EventType("Visit"), Trigger = new Trigger(Span("visited").Start, Span("visited").End, "visited"), Polarity = Polarity.Negative,
                Arguments = [new EventArgument("visitor", "e1"), new EventArgument("visitor", "e3"), new EventArgument("place", "e2"), new EventArgument("time", "t1")],
            },
        ],
    };

    private static readonly AnalyzedArticle Article = AnalyzedArticle.Failed(new Article(Text), new InvalidOperationException()).With(Analysis);

    [Fact]
    public void Csv_Entities_AreReadBackAsWritten()
    {
        string[][] rows = ReadCsv(Written(w => new DelimitedWriter(w, ExportTable.Entities, isTsv: false, leaveOpen: true)));
        rows.Should().OnlyContain(r => r.Length == 10);
        rows[1].Should().Equal("a/1", "e1", "Organization", "Carmaker", "org:ford", "Ford, \"Motor\"", "3", "7", "Ford", "false");
        rows[3][8].Should().Be("Turin\ton");
    }

    [Fact]
    public void Tsv_Events_HoldOneRowAnArgumentAndEscapeTabs()
    {
        string[][] rows = [.. Written(w => new DelimitedWriter(w, ExportTable.Events, isTsv: true, leaveOpen: true)).TrimEnd('\n').Split('\n').Select(l => l.Split('\t'))];
        rows.Should().HaveCount(5).And.OnlyContain(r => r.Length == 13);
        rows[1][9..].Should().Equal("visitor", "e1", "Ford, \"Motor\"", "org:ford");
        Written(w => new DelimitedWriter(w, ExportTable.Entities, isTsv: true, leaveOpen: true)).Should().Contain("Turin\\ton");
    }

    [Fact]
    public void Brat_Offsets_AreCodePointsThatReproduceTheText()
    {
        int[] points = [.. Text.EnumerateRunes().Select(r => r.Value)];
        var types = new Dictionary<string, string>();
        string[] lines = BratWriter.Annotations(Text, Analysis).TrimEnd('\n').Split('\n');
        foreach (string[] mark in lines.Where(l => l[0] == 'T').Select(l => l.Split('\t')))
        {
            string[] where = mark[1].Split(' ', 2);
            IEnumerable<string> parts = where[1].Split(';').Select(f => f.Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray())
                .Select(f => string.Concat(points[f[0]..f[1]].Select(char.ConvertFromUtf32)));
            string.Join(' ', parts).Replace('\t', ' ').Should().Be(mark[2]);
            types[mark[0]] = where[0];
        }

        string visit = lines.Single(l => l[0] == 'E').Split('\t')[1];
        visit.Split(' ').Select(a => (a.Split(':')[0], types[a.Split(':')[1]])).Should()
            .Equal(("Visit", "Visit"), ("visitor", "Organization"), ("visitor2", "Person"), ("place", "Place"), ("time", "Time"));
        lines.Should().Contain(l => l.EndsWith("Negation E1", StringComparison.Ordinal)).And.Contain(l => l.Contains("KB:org:ford", StringComparison.Ordinal));
    }

    [Fact]
    public void JsonLd_Nodes_AreDefinedWhereTheyAreReferredTo()
    {
        using var stream = new MemoryStream();
        using (var writer = new JsonLdWriter(stream, leaveOpen: true)) writer.Write(Article);
        using JsonDocument json = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
        JsonElement root = json.RootElement;
        root.GetProperty("@type").GetString().Should().Be("NewsArticle");
        string[] defined = [.. root.GetProperty("mentions").EnumerateArray().Select(m => m.GetProperty("@id").GetString()!)];
        defined.Should().OnlyHaveUniqueItems();
        References(root).Should().BeSubsetOf(defined);
        root.GetProperty("mentions")[0].GetProperty("@type").GetString().Should().Be("Corporation");
        root.GetProperty("mentions")[3].GetProperty("lingotto:visitor").GetArrayLength().Should().Be(2);
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p.NameEquals("@id") ? [p.Value.GetString()!] : References(p.Value)),
        _ => [],
    };

    private static Mention Span(string words)
    {
        int start = Text.IndexOf(words, StringComparison.Ordinal);
        return new Mention(start, start + words.Length, words);
    }

    private static string Written(Func<TextWriter, IAnalysisWriter> open)
    {
        var text = new StringWriter();
        using (IAnalysisWriter writer = open(text)) writer.Write(Article);
        return text.ToString();
    }

    /// <summary>Reads RFC 4180, as any spreadsheet does.</summary>
    private static string[][] ReadCsv(string csv)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        var field = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < csv.Length; i++)
        {
            char c = csv[i];
            if (quoted && c == '"' && i + 1 < csv.Length && csv[i + 1] == '"') { field.Append('"'); i++; }
            else if (c == '"') quoted = !quoted;
            else if (!quoted && c == ',') { row.Add(field.ToString()); field.Clear(); }
            else if (!quoted && c == '\n') { row.Add(field.ToString()); rows.Add([.. row]); row.Clear(); field.Clear(); }
            else if (quoted || c != '\r') field.Append(c);
        }

        return [.. rows];
    }
}
