using BenchmarkDotNet.Attributes;
using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Benchmarks;

/// <summary>The whole analysis, with and without events, on one thread.</summary>
[MemoryDiagnoser]
public class AnalysisBenchmarks
{
    private AutomotivePipeline _whole = null!, _withoutEvents = null!;
    private Article _article = null!;

    /// <summary>The language.</summary>
    [Params("it", "en")]
    public string Language { get; set; } = "it";

    /// <summary>How much text.</summary>
    [Params(TextSize.Headline, TextSize.Article, TextSize.Book)]
    public TextSize Size { get; set; }

    /// <summary>Builds the pipelines.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _article = new Article(Corpus.Text(Language, Size)) { Language = Lingotto.Language.Parse(Language), Published = new DateOnly(2026, 3, 2) };
        _whole = AutomotivePipeline.CreateDefault();
        _withoutEvents = new AutomotivePipelineBuilder().Without(AnalysisLayers.Events).Build();
        _whole.Analyze(_article);
        _withoutEvents.Analyze(_article);
    }

    /// <summary>Everything but events.</summary>
    [Benchmark]
    public ArticleAnalysis WithoutEvents() => _withoutEvents.Analyze(_article);

    /// <summary>Everything.</summary>
    [Benchmark(Baseline = true)]
    public ArticleAnalysis Whole() => _whole.Analyze(_article);
}
