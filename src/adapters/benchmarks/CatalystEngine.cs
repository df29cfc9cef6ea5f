using Lingotto.Automotive;
using Lingotto.Catalyst;
using Lingotto.Domain;
using Lingotto.Engines;
using Lingotto.Models;
using Lingotto.Training;

namespace Lingotto.Adapters.Benchmarks;

/// <summary>Catalyst as a stage of Lingotto's pipeline.</summary>
internal sealed class CatalystEngine : IEngine
{
    private readonly Dictionary<Language, CatalystModels> _models = [];
    private readonly LinguisticPipeline _tokens, _tags;

    public CatalystEngine()
    {
        var tokens = new LinguisticPipelineBuilder();
        var tags = new LinguisticPipelineBuilder();
        foreach (Language language in (Language[])[Language.Italian, Language.English])
        {
            CatalystModels models = _models[language] = CatalystModels.LoadAsync(language).GetAwaiter().GetResult();
            Tokenizer expander = Tokenizer.Open(language == Language.Italian ? ItalianModels.Open("tokenizer") : EnglishModels.Open("tokenizer"), language);
            tokens.WithTokenizer(language, new CatalystTokenizer(models, expander));
            tags.UseCatalyst(models, expander);
        }

        (_tokens, _tags) = (tokens.Build(), tags.Build());
    }

    public string Name => "Catalyst through the adapter";

    public Func<string, int>? Reader(Language language, EngineTask task) => PipelineEngine.Reader(task == EngineTask.Tokens ? _tokens : _tags, language);

    public Func<string, IEnumerable<ConlluSentence>>? Analyzer(Language language) => text => Conllu.Sentences(_tags.Process(text, language));

    public Func<string, IReadOnlyList<Measure>>? NameScorer(Language language)
    {
        var recognizer = new CatalystMentionRecognizer(_models[language]);
        return corpus => NameCorpus.Score(corpus, language, document => recognizer.Find(new ArticleContext(document, new PageStructure([], null), null)));
    }

    public Func<string, string>? Identifier() => null;
}
