using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.MicrosoftML.Tests;

public sealed class SentenceTriggerProposerTests
{
    private static readonly EventType Closure = new("PlantClosure");

    private static readonly SentenceEventClassifier Classifier = SentenceEventClassifier.Train(
    [
        new("The group will close its plant in June.", Closure), new("The factory was closed for good last week.", Closure), new("They are closing the old foundry.", Closure),
        new("The curtain falls on the plant.", Closure), new("The curtain fell on the foundry in spring.", Closure), new("The curtain falls on the old factory.", Closure),
        new("The car has four doors and a large boot.", null), new("Rain fell over the city all morning.", null), new("The museum shows models of the sixties.", null),
        new("He spoke about the weather and the harvest.", null), new("The engine is quiet and frugal.", null), new("She drove through the city at night.", null),
    ]);

    private static readonly AutomotivePipeline Pipeline = new AutomotivePipelineBuilder()
        .WithEventExtractor(new EventExtractor(new EventOptions { TriggerProposer = new SentenceTriggerProposer(Classifier, minimumProbability: 0.45) })).Build();

    [Theory]
    [InlineData("The curtain falls on the Melfi plant of Stellantis in June 2026.", "falls")]
    [InlineData("Stellantis will close its plant in Melfi in June 2026.", "close")]
    public void Analyze_SentenceThatTheClassifierKnows_IsAnEventWithArguments(string text, string trigger)
    {
        ArticleAnalysis analysis = Pipeline.Analyze(new Article(text) { Language = Language.English });

        AutomotiveEvent found = analysis.Events.Should().ContainSingle().Which;
        found.Type.Should().Be(Closure);
        found.Trigger.Text.Should().Be(trigger);
        found.Arguments.Should().NotBeEmpty();
    }

    [Fact]
    public void Analyze_SentenceOfNoEvent_HasNone() => Pipeline.Analyze(new Article("Rain fell over the city all morning.") { Language = Language.English }).Events.Should().BeEmpty();

    [Fact]
    public async Task AnalyzeAsync_OnAllThreads_GivesWhatOneThreadGives()
    {
        Article[] articles = [.. Enumerable.Range(0, 60).Select(i => new Article($"Maker {i} will close its plant in Melfi in June {2000 + i}.") { Language = Language.English })];
        var found = new List<ArticleAnalysis>();

        await foreach (ArticleAnalysis analysis in Pipeline.AnalyzeAsync(Stream(articles))) found.Add(analysis);

        found.Select(a => a.Events).Should().Equal(articles.Select(a => Pipeline.Analyze(a).Events));
    }

    private static async IAsyncEnumerable<Article> Stream(Article[] articles)
    {
        await Task.CompletedTask;
        foreach (Article article in articles) yield return article;
    }
}
