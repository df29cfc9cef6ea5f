using System.Globalization;
using Lingotto.Models;
using Lingotto.Parsing;
using Lingotto.Tests.Common;
using Lingotto.Training.Parsing;

namespace Lingotto.Models.Tests;

public sealed class ParserThresholdTests
{
    [ParserFact]
    public void Evaluate_DevelopmentTreebanks_ReachesTheThresholds()
    {
        foreach (string[] row in Thresholds())
        {
            ParserScore score = ParserEvaluator.Evaluate(Parser(row[0]), ParserSentence.Read(SharedData.PathOf("data", "ud", row[1]), 0));
            score.Unlabelled.Should().BeGreaterThanOrEqualTo(double.Parse(row[2], CultureInfo.InvariantCulture), row[1]);
            score.Labelled.Should().BeGreaterThanOrEqualTo(double.Parse(row[3], CultureInfo.InvariantCulture), row[1]);
        }
    }

    [ParserFact]
    public void Open_BothModels_AreSmall()
    {
        foreach (Type models in (Type[])[typeof(ItalianModels), typeof(EnglishModels)])
        {
            using Stream stream = models.Assembly.GetManifestResourceStream("parser.lingotto")!;
            stream.Length.Should().BeLessThan(7_000_000);
        }
    }

    private static IEnumerable<string[]> Thresholds() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Thresholds", "parser.tsv")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'));

    private static DependencyParser Parser(string language) => DependencyParser.Open(language == "it" ? ItalianModels.Open("parser") : EnglishModels.Open("parser"));
}

/// <summary>A fact that needs the parsers' models and the shared data folder, and is skipped where either is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ParserFactAttribute : FactAttribute
{
    public ParserFactAttribute()
    {
        if (SharedData.Root is null) Skip = "needs the data folder ../shared beside the repository";
        else if (!ItalianModels.Components.Contains("parser") || !EnglishModels.Components.Contains("parser")) Skip = "needs the trained parsers of both languages";
    }
}
