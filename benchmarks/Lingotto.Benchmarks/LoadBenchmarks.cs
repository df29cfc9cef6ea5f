using BenchmarkDotNet.Attributes;
using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Benchmarks;

/// <summary>From nothing to the first analysis, models and knowledge base read anew; the code is warm, so that this is what loading itself costs.</summary>
[MemoryDiagnoser]
public class LoadBenchmarks
{
    private static readonly Article Italian = new("La produzione riparte a Melfi.") { Language = Language.Italian };
    private static readonly Article English = new("Production starts again at Melfi.") { Language = Language.English };

    /// <summary>Tokens, tags, lemmas and trees of one article in Italian.</summary>
    [Benchmark(Baseline = true)]
    public int LinguisticsOfOneLanguage() => Linguistics().Process(Italian.Text, Language.Italian).Words.Count;

    /// <summary>The same of one article in each language.</summary>
    [Benchmark]
    public int LinguisticsOfBothLanguages()
    {
        LinguisticPipeline pipeline = Linguistics();
        return pipeline.Process(Italian.Text, Language.Italian).Words.Count + pipeline.Process(English.Text, Language.English).Words.Count;
    }

    /// <summary>A pipeline and one article in Italian.</summary>
    [Benchmark]
    public ArticleAnalysis OneLanguage() => AutomotivePipeline.CreateDefault().Analyze(Italian);

    /// <summary>A pipeline and one article in each language.</summary>
    [Benchmark]
    public int BothLanguages()
    {
        var pipeline = AutomotivePipeline.CreateDefault();
        return pipeline.Analyze(Italian).Entities.Count + pipeline.Analyze(English).Entities.Count;
    }

    private static LinguisticPipeline Linguistics() => new AutomotivePipelineBuilder().WithLayers(AnalysisLayers.Tags | AnalysisLayers.Trees).Build().Linguistics;
}
