using Lingotto.Models;
using Lingotto.Tests.Common;
using Lingotto.Training.Ner;

namespace Lingotto.Models.Tests;

/// <summary>The least F1 that the name taggers must have on corpora that they were not trained on.</summary>
public sealed class NerThresholdTests
{
    private static readonly string[] Types = ["PER", "ORG", "LOC"];

    [Trait("Category", "Slow")]
    [NerCorpusTheory]
    [InlineData("it", "it_kind/WN_dev.tsv.gz", 83)]
    [InlineData("en", "en_uner_ewt/dev.tsv.gz", 74)]
    public void Evaluate_OnACorpus_ReachesTheThreshold(string language, string corpus, double least)
    {
        ModelFile model = language == "it" ? ItalianModels.Open("ner") : EnglishModels.Open("ner");
        NerEvaluator.Evaluate(model, SharedData.PathOf("data", "ner", corpus), Types)["all"].F1.Should().BeGreaterThanOrEqualTo(least);
    }
}

/// <summary>A theory that needs the corpora and both models of names.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NerCorpusTheoryAttribute : TheoryAttribute
{
    public NerCorpusTheoryAttribute()
    {
        if (SharedData.Root is null) Skip = "needs the data folder ../shared beside the repository";
        else if (!ItalianModels.Components.Contains("ner") || !EnglishModels.Components.Contains("ner")) Skip = "needs the models 'ner' of both languages";
    }
}
