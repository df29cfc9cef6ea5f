using System.Text.Json;
using System.Xml.Linq;
using Lingotto.Cli.Evaluation;
using Lingotto.Training;

namespace Lingotto.Automotive.Tests.Cli;

public sealed class AccuracyBenchmarkTests
{
    private static readonly Measure[] Articles = [.. Enumerable.Range(0, 30).Select(i => new Measure(i % 4, 4, 4))];

    [Fact]
    public void Row_OfUnits_HoldsTheFigureInAnIntervalThatIsTheSameEveryTime()
    {
        AccuracyRow row = new Bootstrap(500).Row("suite", "links", "F1", Articles, m => m.F1);

        row.Value.Should().BeApproximately(100.0 * Articles.Sum(m => m.Correct) / Articles.Sum(m => m.Gold), 1e-9);
        row.Low.Should().BeLessThan(row.Value).And.BeGreaterThan(0);
        row.High.Should().BeGreaterThan(row.Value).And.BeLessThan(100);
        new Bootstrap(500).Row("suite", "links", "F1", Articles, m => m.F1).Should().Be(row);
    }

    [ModelFact]
    [Trait("Category", "Slow")]
    public async Task Benchmark_OfATreebank_WritesMarkdownJsonAndAChart()
    {
        string data = Directory.CreateTempSubdirectory("lingotto-data-").FullName, output = Path.Combine(data, "results");
        File.WriteAllText(
            Path.Combine(data, "en_own-ud-test.conllu"),
            "# text = The plant closes.\n1\tThe\tthe\tDET\t_\tDefinite=Def|PronType=Art\t2\tdet\t_\t_\n2\tplant\tplant\tNOUN\t_\tNumber=Sing\t3\tnsubj\t_\t_\n"
            + "3\tcloses\tclose\tVERB\t_\tMood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin\t0\troot\t_\tSpaceAfter=No\n4\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_\n\n");

        (int code, _, string errors) = await Tool.Run("benchmark", "accuracy", "--data", data, "--output", output, "--samples", "20");

        code.Should().Be(0, errors);
        errors.Should().Contain("en_own test: ");
        File.ReadAllText(Path.Combine(output, "accuracy.md")).Should().Contain("## en_own test").And.Contain("| Tokens | F1 | 100.00 | 100.00 – 100.00 | 4 |").And.Contain("- runtime: .NET");
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(output, "accuracy.json")));
        json.RootElement.GetProperty("rows").EnumerateArray().Should().OnlyContain(r => r.GetProperty("suite").GetString() == "en_own test");
        XDocument.Load(Path.Combine(output, "accuracy.svg")).Root!.Name.LocalName.Should().Be("svg");
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Benchmark_FolderWithoutData_SaysWhatIsMissing()
    {
        string data = Directory.CreateTempSubdirectory("lingotto-data-").FullName;

        (int code, _, string errors) = await Tool.Run("benchmark", "accuracy", "--data", data);

        code.Should().Be(2);
        errors.Should().Contain("no .gold articles").And.Contain("langid");
        Directory.Delete(data);
    }
}
