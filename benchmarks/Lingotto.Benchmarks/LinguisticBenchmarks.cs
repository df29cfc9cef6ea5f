using BenchmarkDotNet.Attributes;
using Lingotto.Automotive;

namespace Lingotto.Benchmarks;

/// <summary>The linguistic stages, each with those before it: identification, tokens and sentences, tags and lemmas, trees.</summary>
[MemoryDiagnoser]
public class LinguisticBenchmarks
{
    private readonly DocumentBuilder _document = new();
    private LinguisticPipeline _tokens = null!, _tags = null!, _trees = null!;
    private string _text = "";
    private Language _language;

    /// <summary>The language.</summary>
    [Params("it", "en")]
    public string Language { get; set; } = "it";

    /// <summary>How much text.</summary>
    [Params(TextSize.Headline, TextSize.Article, TextSize.Book)]
    public TextSize Size { get; set; }

    /// <summary>Builds the pipelines and fills the columns once.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _text = Corpus.Text(Language, Size);
        _language = Lingotto.Language.Parse(Language);
        _tokens = Pipeline(AnalysisLayers.None);
        _tags = Pipeline(AnalysisLayers.Tags);
        _trees = Pipeline(AnalysisLayers.Tags | AnalysisLayers.Trees);
        Trees();
    }

    /// <summary>Language identification.</summary>
    [Benchmark]
    public LanguagePrediction Identify() => _trees.Identify(_text);

    /// <summary>Sentences, tokens, words.</summary>
    [Benchmark(Baseline = true)]
    public int Tokens() => Run(_tokens);

    /// <summary>The same with tags and lemmas.</summary>
    [Benchmark]
    public int Tags() => Run(_tags);

    /// <summary>The same with trees.</summary>
    [Benchmark]
    public int Trees() => Run(_trees);

    private int Run(LinguisticPipeline pipeline)
    {
        pipeline.Process(_document, _text, _language, identifySentences: false);
        return _document.TokenCount;
    }

    private static LinguisticPipeline Pipeline(AnalysisLayers layers) => new AutomotivePipelineBuilder().WithLayers(layers).Build().Linguistics;
}
