using BenchmarkDotNet.Attributes;
using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Benchmarks;

/// <summary>A stream of articles on one thread and on all cores, time per article.</summary>
[MemoryDiagnoser]
public class StreamBenchmarks
{
    private const int Length = 64;

    private AutomotivePipeline _pipeline = null!;
    private Article _article = null!;

    /// <summary>One thread, and one a core.</summary>
    public static IEnumerable<int> ThreadCounts => Environment.ProcessorCount == 1 ? [1] : [1, Environment.ProcessorCount];

    /// <summary>The language.</summary>
    [Params("it", "en")]
    public string Language { get; set; } = "it";

    /// <summary>How much text.</summary>
    [Params(TextSize.Headline, TextSize.Article)]
    public TextSize Size { get; set; }

    /// <summary>How many articles are analysed at once.</summary>
    [ParamsSource(nameof(ThreadCounts))]
    public int Threads { get; set; }

    /// <summary>Builds the pipeline.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _article = new Article(Corpus.Text(Language, Size)) { Language = Lingotto.Language.Parse(Language), Published = new DateOnly(2026, 3, 2) };
        _pipeline = AutomotivePipeline.Create(new AutomotivePipelineOptions { MaxDegreeOfParallelism = Threads });
        _pipeline.Analyze(_article);
    }

    /// <summary>The stream, in order.</summary>
    [Benchmark(OperationsPerInvoke = Length)]
    public async Task<int> Stream()
    {
        int events = 0;
        await foreach (ArticleAnalysis analysis in _pipeline.AnalyzeAsync(Copies()).ConfigureAwait(false)) events += analysis.Events.Count;
        return events;
    }

    private async IAsyncEnumerable<Article> Copies()
    {
        await Task.CompletedTask.ConfigureAwait(false);
        for (int i = 0; i < Length; i++) yield return _article;
    }
}
