using System.Globalization;
using Lingotto.Models;
using Lingotto.Tagging;
using Lingotto.Tests.Common;
using Lingotto.Training.Tagging;

namespace Lingotto.Models.Tests;

/// <summary>The committed taggers score at least what <c>Thresholds/tagger.tsv</c> says, on the treebanks' own words.</summary>
public sealed class TaggerQualityTests
{
    [SharedDataFact]
    [Trait("Category", "Slow")]
    public void Evaluate_CommittedTaggers_MeetTheirThresholds()
    {
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Thresholds", "tagger.tsv")).Skip(1))
        {
            string[] fields = line.Split('\t');
            bool italian = fields[0] == "it";
            if (!(italian ? ItalianModels.Components : EnglishModels.Components).Contains("tagger")) continue;
            LinearTagger tagger = LinearTagger.Open(italian ? ItalianModels.Open("tagger") : EnglishModels.Open("tagger"));

            TaggerScores scores = TaggerEvaluation.Evaluate(tagger, SharedData.PathOf("data", "ud", fields[1], $"{fields[1]}-ud-{fields[2]}.conllu"));

            scores.Upos.Should().BeGreaterThanOrEqualTo(Number(fields[3]), $"UPOS of {fields[1]} {fields[2]}");
            scores.Feats.Should().BeGreaterThanOrEqualTo(Number(fields[4]), $"features of {fields[1]} {fields[2]}");
            scores.Lemmas.Should().BeGreaterThanOrEqualTo(Number(fields[5]), $"lemmas of {fields[1]} {fields[2]}");
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
