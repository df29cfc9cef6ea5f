using Catalyst.Models;
using Lingotto.Catalyst;
using Lingotto.Engines;
using Lingotto.Training;

namespace Lingotto.Adapters.Benchmarks;

/// <summary>Catalyst's own calls, without the adapter: for its speed.</summary>
internal sealed class BareCatalystEngine : IEngine
{
    public string Name => "Catalyst by itself";

    public Func<string, int>? Reader(Language language, EngineTask task)
    {
        Mosaik.Core.Language code = language == Language.Italian ? Mosaik.Core.Language.Italian : Mosaik.Core.Language.English;
        CatalystModels.Register(code);
        var tokenizer = new FastTokenizer(code);
        SentenceDetector sentences = SentenceDetector.FromStoreAsync(code, -1, "").GetAwaiter().GetResult();
        AveragePerceptronTagger? tagger = task == EngineTask.Tags ? AveragePerceptronTagger.FromStoreAsync(code, -1, "").GetAwaiter().GetResult() : null;
        return text =>
        {
            var document = new global::Catalyst.Document(text, code);
            tokenizer.Process(document);
            sentences.Process(document);
            tagger?.Process(document);
            return document.TokensCount;
        };
    }

    public Func<string, IEnumerable<ConlluSentence>>? Analyzer(Language language) => null;

    public Func<string, IReadOnlyList<Measure>>? NameScorer(Language language) => null;

    public Func<string, string>? Identifier() => null;
}
