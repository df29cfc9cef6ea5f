using Lingotto.Engines;
using Lingotto.LanguageDetection;
using Lingotto.Training;

namespace Lingotto.Adapters.Benchmarks;

/// <summary>LanguageDetection among all its languages or some.</summary>
internal sealed class LanguageDetectionEngine(string name, params string[] languages) : IEngine
{
    public string Name => name;

    public Func<string, int>? Reader(Language language, EngineTask task) => null;

    public Func<string, IEnumerable<ConlluSentence>>? Analyzer(Language language) => null;

    public Func<string, IReadOnlyList<Measure>>? NameScorer(Language language) => null;

    public Func<string, string>? Identifier()
    {
        var identifier = new LanguageDetectionIdentifier(languages.Length == 0 ? new LanguageDetectionOptions() : new LanguageDetectionOptions { Languages = languages });
        return text => identifier.Identify(text).Language.Code;
    }
}
