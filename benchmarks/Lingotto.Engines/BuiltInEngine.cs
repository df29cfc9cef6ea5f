using Lingotto.Automotive;
using Lingotto.Models;
using Lingotto.Training;
using Lingotto.Training.Ner;

namespace Lingotto.Engines;

/// <summary>Lingotto's own engine with the models of the repository.</summary>
public sealed class BuiltInEngine : IEngine
{
    private readonly LinguisticPipeline _tokens = Pipeline(AnalysisLayers.None), _tags = Pipeline(AnalysisLayers.Tags);

    /// <inheritdoc/>
    public string Name => "Lingotto";

    /// <inheritdoc/>
    public Func<string, int>? Reader(Language language, EngineTask task) => PipelineEngine.Reader(task == EngineTask.Tokens ? _tokens : _tags, language);

    /// <inheritdoc/>
    public Func<string, IEnumerable<ConlluSentence>>? Analyzer(Language language) => text => Conllu.Sentences(_tags.Process(text, language));

    /// <inheritdoc/>
    public Func<string, IReadOnlyList<Measure>>? NameScorer(Language language) =>
        corpus => NerEvaluator.EvaluateSentences(language == Language.Italian ? ItalianModels.Open("ner") : EnglishModels.Open("ner"), corpus, NameCorpus.Types);

    /// <inheritdoc/>
    public Func<string, string>? Identifier() => text => _tokens.Identify(text).Language.Code;

    private static LinguisticPipeline Pipeline(AnalysisLayers layers) => new AutomotivePipelineBuilder().WithLayers(layers).Build().Linguistics;
}

/// <summary>What every engine that is a pipeline of Lingotto has in common.</summary>
public static class PipelineEngine
{
    /// <summary>Reads texts into one document that is used over and over.</summary>
    public static Func<string, int> Reader(LinguisticPipeline pipeline, Language language)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        var document = new DocumentBuilder();
        return text =>
        {
            pipeline.Process(document, text, language, identifySentences: false);
            return document.TokenCount;
        };
    }
}
