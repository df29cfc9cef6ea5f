using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lingotto.Automotive;

/// <summary>
/// Puts an <see cref="AutomotivePipeline"/> together: the built-in stages by the options, and own implementations in their place. Not safe for concurrent use.
/// </summary>
public sealed class AutomotivePipelineBuilder
{
    private readonly Dictionary<Language, ITokenizer> _tokenizers = [];
    private readonly Dictionary<Language, ITagger> _taggers = [];
    private readonly Dictionary<Language, IParser> _parsers = [];
    private readonly List<AnalysisLayer> _layers = [];
    private ILanguageIdentifier? _identifier;
    private AutomotiveStages _own = new();
    private ILogger _logger = NullLogger.Instance;

    /// <summary>The settings so far.</summary>
    public AutomotivePipelineOptions Options { get; private set; } = new();

    /// <summary>Replaces the settings.</summary>
    public AutomotivePipelineBuilder WithOptions(AutomotivePipelineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        return this;
    }

    /// <summary>Changes the settings: <c>WithOptions(o => o with { IncludeText = true })</c>.</summary>
    public AutomotivePipelineBuilder WithOptions(Func<AutomotivePipelineOptions, AutomotivePipelineOptions> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return WithOptions(change(Options));
    }

    /// <summary>Computes these layers alone, and those they need.</summary>
    public AutomotivePipelineBuilder WithLayers(AnalysisLayers layers) => WithOptions(Options with { Layers = layers });

    /// <summary>Leaves layers out.</summary>
    public AutomotivePipelineBuilder Without(AnalysisLayers layers) => WithOptions(Options with { Layers = Options.Layers & ~layers });

    /// <summary>Analyses these languages alone.</summary>
    public AutomotivePipelineBuilder WithLanguages(params Language[] languages) => WithOptions(Options with { Languages = [.. languages] });

    /// <summary>Links names to this knowledge base.</summary>
    public AutomotivePipelineBuilder WithKnowledgeBase(KnowledgeBase knowledgeBase) => WithOptions(Options with { KnowledgeBase = knowledgeBase });

    /// <summary>Adds a table of own entities to the knowledge base; see <see cref="KnowledgeBase.WithTable"/>.</summary>
    /// <exception cref="CorpusFormatException">The table is malformed.</exception>
    public AutomotivePipelineBuilder WithTable(string table, Domain.EntityKind? kind = null, string name = "table") =>
        WithKnowledgeBase((Options.KnowledgeBase ?? KnowledgeBase.Default).WithTable(table, kind, name));

    /// <summary>Identifies languages by an own implementation.</summary>
    public AutomotivePipelineBuilder WithLanguageIdentifier(ILanguageIdentifier identifier) => Set(ref _identifier, identifier);

    /// <summary>Finds tokens and sentences of a language by an own implementation.</summary>
    public AutomotivePipelineBuilder WithTokenizer(Language language, ITokenizer tokenizer) => Set(_tokenizers, language, tokenizer);

    /// <summary>Tags words of a language by an own implementation.</summary>
    public AutomotivePipelineBuilder WithTagger(Language language, ITagger tagger) => Set(_taggers, language, tagger);

    /// <summary>Builds trees of a language by an own implementation.</summary>
    public AutomotivePipelineBuilder WithParser(Language language, IParser parser) => Set(_parsers, language, parser);

    /// <summary>Marks boilerplate by an own implementation.</summary>
    public AutomotivePipelineBuilder WithPageCleaner(IPageCleaner cleaner) => Set(_own with { Cleaner = NotNull(cleaner) });

    /// <summary>Finds times by an own implementation.</summary>
    public AutomotivePipelineBuilder WithTimeTagger(ITimeTagger times) => Set(_own with { Times = NotNull(times) });

    /// <summary>Finds quantities by an own implementation.</summary>
    public AutomotivePipelineBuilder WithQuantityTagger(IQuantityTagger quantities) => Set(_own with { Quantities = NotNull(quantities) });

    /// <summary>Finds names by an own implementation.</summary>
    public AutomotivePipelineBuilder WithMentionRecognizer(IMentionRecognizer mentions) => Set(_own with { Mentions = NotNull(mentions) });

    /// <summary>Links names by an own implementation.</summary>
    public AutomotivePipelineBuilder WithEntityResolver(IEntityResolver entities) => Set(_own with { Entities = NotNull(entities) });

    /// <summary>Finds affiliations by an own implementation.</summary>
    public AutomotivePipelineBuilder WithAffiliationFinder(IAffiliationFinder affiliations) => Set(_own with { Affiliations = NotNull(affiliations) });

    /// <summary>Finds direct speech by an own implementation.</summary>
    public AutomotivePipelineBuilder WithQuoteFinder(IQuoteFinder quotes) => Set(_own with { Quotes = NotNull(quotes) });

    /// <summary>Finds events by an own implementation, such as the built-in <c>EventExtractor</c> with own frames.</summary>
    public AutomotivePipelineBuilder WithEventExtractor(IEventExtractor events) => Set(_own with { Events = NotNull(events) });

    /// <summary>Computes another layer of every article, after all others; read it from <see cref="AnalyzedArticle.Layer{T}"/>.</summary>
    public AutomotivePipelineBuilder WithLayer(AnalysisLayer layer)
    {
        _layers.Add(NotNull(layer));
        return this;
    }

    /// <summary>Logs articles that could not be analysed.</summary>
    public AutomotivePipelineBuilder WithLogger(ILogger logger) => Set(ref _logger, logger);

    /// <summary>The pipeline. Models are read when their language is first met.</summary>
    /// <exception cref="InvalidOperationException">The options do not fit each other.</exception>
    public AutomotivePipeline Build()
    {
        Options.Validate();
        var defaults = new DefaultStages(Options);
        return new AutomotivePipeline(Linguistics(), defaults.Complete(_own), Options, [.. _layers], _logger);
    }

    private LinguisticPipeline Linguistics()
    {
        var builder = new LinguisticPipelineBuilder();
        if ((_identifier ?? DefaultStages.Identifier()) is { } identifier) builder.WithLanguageIdentifier(identifier);
        foreach (Language language in Options.Languages)
        {
            if ((_tokenizers.GetValueOrDefault(language) ?? DefaultStages.Tokenizer(language)) is not { } tokenizer) continue;
            builder.WithTokenizer(language, tokenizer);
            ITagger? tagger = Options.Layers.HasFlag(AnalysisLayers.Tags) ? _taggers.GetValueOrDefault(language) ?? DefaultStages.Tagger(language) : null;
            if (tagger is null) continue;
            builder.WithTagger(language, tagger);
            IParser? parser = Options.Layers.HasFlag(AnalysisLayers.Trees) ? _parsers.GetValueOrDefault(language) ?? DefaultStages.Parser(language) : null;
            if (parser is not null) builder.WithParser(language, parser);
        }

        return builder.Build();
    }

    private AutomotivePipelineBuilder Set<T>(ref T field, T value)
    {
        field = NotNull(value);
        return this;
    }

    private AutomotivePipelineBuilder Set<T>(Dictionary<Language, T> stages, Language language, T stage)
    {
        stages[language] = NotNull(stage);
        return this;
    }

    private AutomotivePipelineBuilder Set(AutomotiveStages stages)
    {
        _own = stages;
        return this;
    }

    private static T NotNull<T>(T value) => value ?? throw new ArgumentNullException(nameof(value));
}
