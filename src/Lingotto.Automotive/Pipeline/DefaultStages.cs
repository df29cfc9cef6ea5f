using Lingotto.Automotive.Mentions;
using Lingotto.Models;
using Lingotto.Parsing;
using Lingotto.Tagging;

namespace Lingotto.Automotive;

/// <summary>The built-in stages: one method a stage, and the one place where a stage is wired in. A stage whose model is absent is null, and its layer empty.</summary>
internal sealed class DefaultStages(AutomotivePipelineOptions options)
{
    private KnowledgeBase KnowledgeBase => options.KnowledgeBase ?? KnowledgeBase.Default;

    public static ILanguageIdentifier? Identifier() => LanguageIdentifier.HasDefault ? LanguageIdentifier.Default : null;

    public static ITokenizer? Tokenizer(Language language) => Has(language, "tokenizer") ? new LazyTokenizer(() => Lingotto.Tokenizer.Open(Model(language, "tokenizer"), language)) : null;

    public static ITagger? Tagger(Language language) => Has(language, "tagger") ? new LazyTagger(() => LinearTagger.Open(Model(language, "tagger"))) : null;

    public static IParser? Parser(Language language) => Has(language, "parser") ? new LazyParser(() => DependencyParser.Open(Model(language, "parser"))) : null;

    /// <summary>The user's own stages, and built-in ones in the places that are left and asked for.</summary>
    public AutomotiveStages Complete(AutomotiveStages own) => new()
    {
        Cleaner = own.Cleaner ?? When(AnalysisLayers.Cleaning, Cleaner),
        Times = own.Times ?? When(AnalysisLayers.Times, Times),
        Quantities = own.Quantities ?? When(AnalysisLayers.Quantities, Quantities),
        Mentions = own.Mentions ?? When(AnalysisLayers.Entities, Mentions),
        Entities = own.Entities ?? When(AnalysisLayers.Entities, Entities),
        Affiliations = own.Affiliations ?? When(AnalysisLayers.Affiliations, Affiliations),
        Quotes = own.Quotes ?? When(AnalysisLayers.Quotes, Quotes),
        Events = own.Events ?? When(AnalysisLayers.Events, Events),
    };

    private PageCleaner Cleaner() => new();

    private TimeTagger Times() => new();

    private QuantityTagger Quantities() => new();

    private LazyMentions Mentions() => new(() => OwnKindNames.Around(
        MentionRecognizer.IsAvailable ? MentionRecognizer.CreateDefault(KnowledgeBase.Gazetteer) : new GazetteerRecognizer(KnowledgeBase), KnowledgeBase));

    private LazyEntities Entities() => new(() => new EntityResolver(KnowledgeBase));

    private LazyAffiliations Affiliations() => new(() => new AffiliationFinder(KnowledgeBase));

    private LazyQuotes Quotes() => new(() => new QuoteFinder(KnowledgeBase));

    private LazyEvents Events() => new(() => new EventExtractor(new EventOptions { MinimumConfidence = options.MinimumEventConfidence }));

    private T? When<T>(AnalysisLayers layer, Func<T?> make)
        where T : class => options.Layers.HasFlag(layer) ? make() : null;

    private static bool Has(Language language, string component) => (language == Language.Italian ? ItalianModels.Components : EnglishModels.Components).Contains(component);

    private static ModelFile Model(Language language, string component) => language == Language.Italian ? ItalianModels.Open(component) : EnglishModels.Open(component);
}
