using System.Text.Json;
using Lingotto.Domain;
using Lingotto.Tests.Common;

namespace Lingotto.Automotive.Tests.Cli;

public sealed class AnalyzeCommandTests
{
    private const string Italian = "Stellantis ha avviato a Mirafiori la produzione della Fiat 500 ibrida, ha detto ieri Antonio Filosa.";

    [ModelFact]
    public async Task Analyze_JsonLines_GivesOneObjectALineInOrder()
    {
        string input = string.Concat(Enumerable.Range(0, 50).Select(i => JsonSerializer.Serialize(new { id = $"a{i}", text = Italian, published = "2025-11-25" }) + "\n"));
        (int code, string output, string errors) = await Tool.RunWithInput(input, "analyze", "-", "--language", "it");
        code.Should().Be(0);
        errors.Should().BeEmpty();
        string[] lines = output.TrimEnd('\n').Split('\n');
        lines.Select(l => AnalysisJson.Parse(l).Id).Should().Equal(Enumerable.Range(0, 50).Select(i => $"a{i}"));
        AnalysisJson.Parse(lines[0]).Entities.Select(e => e.Kb?.Value).Should().Contain("plant:mirafiori");
    }

    [ModelFact]
    public async Task Analyze_BadLines_AreReportedWithTheirNumberAndTheRestGoesOn()
    {
        string input = "{\"id\": \"1\", \"text\": \"" + Italian + "\"}\n{oops\n[1]\n\n{\"id\": 7}\n{\"id\": 8, \"text\": \"x\", \"published\": \"soon\"}\n{\"id\": 9, \"text\": \"" + Italian + "\"}\n";
        (int code, string output, string errors) = await Tool.RunWithInput(input, "analyze", "-", "--language", "it");
        code.Should().Be(1);
        output.TrimEnd('\n').Split('\n').Select(l => AnalysisJson.Parse(l).Id).Should().Equal("1", "9");
        errors.Should().Contain("standard input:2: malformed JSON").And.Contain("standard input:3: expected a JSON object, found array")
            .And.Contain("standard input:5: expected a field \"text\"").And.Contain("standard input:6: expected a date");
    }

    [ModelFact]
    public async Task Analyze_EscapedLoneSurrogate_IsReadAsReplacementCharacterAndOffsetsHold()
    {
        (int code, string output, _) = await Tool.RunWithInput("{\"text\": \"\\ud83d Fiat \\ud83d\\ude97 Fiat \\udc00\"}\n", "analyze", "-", "--language", "it", "--text");
        code.Should().Be(0);
        ArticleAnalysis analysis = AnalysisJson.Parse(output);
        analysis.Text.Should().Be("\ufffd Fiat 🚗 Fiat \ufffd");
        analysis.Entities.SelectMany(e => e.Mentions).Should().OnlyContain(m => analysis.Text!.Substring(m.Start, m.End - m.Start) == m.Text);
    }

    [ModelTheory]
    [InlineData("")]
    [InlineData("   \n\n ")]
    [InlineData("\0\u0001\u0002")]
    [InlineData("Perche\u0301 la Fiat\r\n\r\ntorna a Torino?\r\n")]
    [InlineData("مرحبا بالعالم Fiat \u202e 500")]
    [InlineData("<html><body><script>alert('Fiat')</script><p>La <b>Fiat</b> di Torino</p>")]
    [InlineData("😀😀😀 Fiat 500 😀")]
    public async Task Analyze_OddText_NeverFailsAndOffsetsReproduceIt(string text)
    {
        string input = JsonSerializer.Serialize(new { id = "x", text }) + "\n";
        foreach (string language in new[] { "it", "en" })
        {
            (int code, string output, _) = await Tool.RunWithInput(input, "analyze", "-", "--language", language);
            code.Should().Be(0);
            ArticleAnalysis analysis = AnalysisJson.Parse(output);
            analysis.Entities.SelectMany(e => e.Mentions).Where(m => text[m.Start..m.End] != m.Text).Should().BeEmpty();
        }
    }

    [ModelFact]
    public async Task Analyze_Directory_TakesIdsFromPathsInOrdinalOrder()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        Directory.CreateDirectory(Path.Combine(folder, "b"));
        File.WriteAllText(Path.Combine(folder, "b", "two.txt"), Italian);
        File.WriteAllText(Path.Combine(folder, "Z.txt"), Italian);
        File.WriteAllText(Path.Combine(folder, "a.html"), "<html><head><meta property='article:published_time' content='2025-01-02T00:00'></head><body><h1>Fiat &amp; Torino</h1><p>La <i>Fiat</i> torna.</p></body></html>");
        File.WriteAllText(Path.Combine(folder, "notes.md"), "no article");
        (int code, string output, _) = await Tool.Run("analyze", folder, "--format", "json", "--language", "it");
        code.Should().Be(0);
        ArticleAnalysis[] analyses = [.. output.TrimEnd('\n').Split('\n').Select(AnalysisJson.Parse)];
        analyses.Select(a => a.Id).Should().Equal("Z", "a", "b/two");
        analyses[1].Text.Should().Be("Fiat & Torino\n\nLa Fiat torna.");
        analyses[0].Text.Should().BeNull();
        Directory.Delete(folder, true);
    }

    [ModelFact]
    public async Task Analyze_FilesAsTable_FitEightyColumns()
    {
        (int code, string output, _) = await Tool.Run("analyze", Path.Combine(SharedData.Repository, "samples", "it-atessa-furgone.txt"), "--language", "it");
        code.Should().Be(0);
        output.Should().Contain("Italian").And.Contain("org:stellantis").And.NotContain("\u001b");
        output.Split('\n').Max(l => l.Length).Should().BeLessThanOrEqualTo(80);
    }

    [ModelFact]
    public async Task Analyze_Conllu_IsReadBackAndKeepsEveryCharacter()
    {
        string path = Path.Combine(SharedData.Repository, "samples", "it-cassino-trimestre.txt");
        (_, string output, _) = await Tool.Run("analyze", path, "--language", "it", "--format", "conllu");
        IEnumerable<ConlluSentence> sentences = Conllu.Read(new StringReader(output), "x");
        Bare(string.Concat(sentences.Select(s => s.Text))).Should().Be(Bare(File.ReadAllText(path)));

        static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }

    [Theory]
    [InlineData("no/such/file.txt", "no file or directory 'no/such/file.txt'")]
    [InlineData("--format bla -", "expected table, json, conllu")]
    [InlineData("--published soon -", "expected a date such as 2024-06-02")]
    [InlineData("--language fr -", "fr")]
    [InlineData("--bogus -", "--help")]
    [InlineData("", "--help")]
    public async Task Analyze_BadUsage_SaysWhatToDoWithCodeTwo(string arguments, string message)
    {
        (int code, string output, string errors) = await Tool.Run(["analyze", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        code.Should().Be(2);
        output.Should().BeEmpty();
        errors.Should().Contain(message);
    }

    [Theory]
    [InlineData("analyze")]
    [InlineData("detect")]
    [InlineData("evaluate")]
    [InlineData("train")]
    [InlineData("kb", "search")]
    public async Task Help_OfACommand_HasExamples(params string[] command)
    {
        (int code, string output, _) = await Tool.Run([.. command, "--help"]);
        code.Should().Be(0);
        output.Should().Contain("Examples:").And.Contain("lingotto " + string.Join(' ', command)).And.NotContain("testhost");
    }

    [Fact]
    public async Task KbShow_Plant_PrintsWhereItLies()
    {
        (int code, string output, _) = await Tool.Run("kb", "show", "plant:mirafiori");
        code.Should().Be(0);
        output.Should().Contain("place:it-21").And.Contain("org:stellantis");
        (await Tool.Run("kb", "show", "plant:nowhere")).Code.Should().Be(1);
        (await Tool.Run("kb", "show", "Mirafiori")).Code.Should().Be(2);
    }
}
