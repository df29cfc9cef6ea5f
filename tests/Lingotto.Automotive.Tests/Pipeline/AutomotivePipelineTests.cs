using System.Diagnostics.Metrics;
using Lingotto.Automotive.Tests.Cli;
using Lingotto.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Lingotto.Automotive.Tests.Pipeline;

public sealed class AutomotivePipelineTests
{
    private const string Text = "Stellantis ha avviato a Mirafiori la produzione della Fiat 500 ibrida, ha detto ieri Antonio Filosa.";
    private static readonly Article Article = new(Text) { Id = "a", Language = Language.Italian, Published = new DateOnly(2025, 11, 25) };

    [ModelFact]
    public async Task AnalyzeAsync_ManyArticles_EqualsAnalyzeInOrder()
    {
        AutomotivePipeline lingotto = AutomotivePipeline.CreateDefault();
        Article[] articles = [.. Enumerable.Range(0, 60).Select(i => Article with { Id = $"{i}" })];
        List<ArticleAnalysis> found = await lingotto.AnalyzeAsync(Stream(articles)).ToListAsync();
        found.Should().Equal(articles.Select(a => lingotto.Analyze(a)));
    }

    [ModelFact]
    public async Task AnalyzeAsync_SlowConsumer_HoldsTheSourceBack()
    {
        AutomotivePipeline lingotto = AutomotivePipeline.Create(new AutomotivePipelineOptions { MaxDegreeOfParallelism = 2 });
        int produced = 0;
        await using IAsyncEnumerator<ArticleAnalysis> results = lingotto.AnalyzeAsync(Endless()).GetAsyncEnumerator();
        for (int i = 0; i < 3; i++) await results.MoveNextAsync();
        produced.Should().BeLessThan(20);

        async IAsyncEnumerable<Article> Endless()
        {
            while (true)
            {
                produced++;
                yield return Article;
                await Task.Yield();
            }
        }
    }

    [ModelFact]
    public async Task AnalyzeAsync_FailingStage_GivesAnErrorAndGoesOn()
    {
        AutomotivePipeline lingotto = new AutomotivePipelineBuilder().WithTimeTagger(new FailingTimes()).Build();
        List<ArticleAnalysis> found = await lingotto.AnalyzeAsync(Stream(Article, new Article("bene") { Language = Language.Italian, Id = "b" })).ToListAsync();
        found[0].Error.Should().Contain("InvalidOperationException");
        found[0].Id.Should().Be("a");
        found[1].Error.Should().BeNull();
    }

    [ModelFact]
    public async Task AnalyzeAsync_Cancelled_Stops()
    {
        using var stop = new CancellationTokenSource();
        AutomotivePipeline lingotto = AutomotivePipeline.CreateDefault();
        Func<Task> run = async () =>
        {
            await foreach (ArticleAnalysis _ in lingotto.AnalyzeAsync(Stream([.. Enumerable.Repeat(Article, 1000)]), stop.Token)) stop.Cancel();
        };
        await run.Should().ThrowAsync<OperationCanceledException>();
    }

    [ModelFact]
    public void Analyze_Cancelled_StopsWithinTheArticle()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        FluentActions.Invoking(() => AutomotivePipeline.CreateDefault().Analyze(Article, stop.Token)).Should().Throw<OperationCanceledException>();
    }

    [ModelFact]
    public void Builder_FewLayers_ComputesNoOthers()
    {
        AutomotivePipeline lingotto = new AutomotivePipelineBuilder().WithLayers(AnalysisLayers.None).Build();
        AnalyzedArticle read = lingotto.Read(Article);
        read.Document!.Tokens.Count.Should().BeGreaterThan(10);
        read.Document.HasTags.Should().BeFalse();
        read.Analysis.Entities.Should().BeEmpty();
    }

    [ModelFact]
    public void Builder_OwnLayer_IsKeptTyped()
    {
        var length = new AnalysisLayer<int>("length", (document, _) => document.Text.Length);
        AutomotivePipeline lingotto = new AutomotivePipelineBuilder().WithLayer(length).Build();
        lingotto.Read(Article).Layer(length).Should().Be(Text.Length);
        FluentActions.Invoking(() => AutomotivePipeline.CreateDefault().Read(Article).Layer(length)).Should().Throw<InvalidOperationException>().WithMessage("*WithLayer*");
    }

    [ModelFact]
    public void Builder_OwnTableWithOwnKind_IsFound()
    {
        const string Table = "id\tsubkind\tname_it\tname_en\taliases\tparent\tattributes\ndealer:autocentro-rossetti\t\tAutocentro Rossetti\tAutocentro Rossetti\t\t\t\n";
        AutomotivePipeline lingotto = new AutomotivePipelineBuilder().WithTable(Table).Build();
        ArticleAnalysis analysis = lingotto.Analyze(new Article("La concessionaria Autocentro Rossetti vende la Fiat Panda.") { Language = Language.Italian });
        analysis.Entities.Select(e => (e.Kb?.Value, e.Kind.Name)).Should().Contain(("dealer:autocentro-rossetti", "Dealer"));
    }

    [ModelFact]
    public void Analyze_PlantAndModel_NamesRegionAndMaker()
    {
        ArticleAnalysis analysis = AutomotivePipeline.CreateDefault().Analyze(Article);
        analysis.Regions.Should().Contain(EntityId.Parse("place:it-21"));
        analysis.Makers.Should().Contain(EntityId.Parse("org:stellantis"));
    }

    [Fact]
    public void Options_ThatDoNotFit_SayWhatToChange()
    {
        FluentActions.Invoking(() => AutomotivePipeline.Create(new AutomotivePipelineOptions { Languages = [] })).Should().Throw<InvalidOperationException>().WithMessage("*Languages*");
        FluentActions.Invoking(() => AutomotivePipeline.Create(new AutomotivePipelineOptions { Languages = [Language.Parse("fr")] })).Should().Throw<InvalidOperationException>().WithMessage("*'fr'*");
        FluentActions.Invoking(() => AutomotivePipeline.Create(new AutomotivePipelineOptions { Layers = AnalysisLayers.Events })).Should().Throw<InvalidOperationException>().WithMessage("*Events without*");
        FluentActions.Invoking(() => AutomotivePipeline.Create(new AutomotivePipelineOptions { MinimumEventConfidence = double.NaN })).Should().Throw<InvalidOperationException>();
    }

    [ModelFact]
    public void AddLingotto_Services_GiveOnePipelineAndCheckOptionsAtOnce()
    {
        using ServiceProvider provider = new ServiceCollection().AddLingotto(o => o.Without(AnalysisLayers.Events)).BuildServiceProvider();
        provider.GetRequiredService<AutomotivePipeline>().Should().BeSameAs(provider.GetRequiredService<AutomotivePipeline>());
        provider.GetRequiredService<AutomotivePipeline>().Analyze(Article).Events.Should().BeEmpty();
        FluentActions.Invoking(() => new ServiceCollection().AddLingotto(o => o.WithLanguages())).Should().Throw<InvalidOperationException>();
    }

    [ModelFact]
    public void Analyze_Article_IsCounted()
    {
        long counted = 0;
        using var listener = new MeterListener { InstrumentPublished = (i, l) => { if (i.Meter.Name == "Lingotto" && i.Name == "lingotto.articles") l.EnableMeasurementEvents(i); } };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref counted, value));
        listener.Start();
        AutomotivePipeline.CreateDefault().Analyze(Article);
        counted.Should().BeGreaterThan(0);
    }

    private static async IAsyncEnumerable<Article> Stream(params Article[] articles)
    {
        foreach (Article article in articles)
        {
            yield return article;
            await Task.Yield();
        }
    }

    private sealed class FailingTimes : ITimeTagger
    {
        public ValueList<TimeExpression> Find(ArticleContext article) =>
            article.Document.Text == Text ? throw new InvalidOperationException("on purpose") : [];
    }
}
