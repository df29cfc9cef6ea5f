using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Lingotto.Domain;
using Microsoft.Extensions.Logging;

namespace Lingotto.Automotive;

/// <summary>Reads articles as the shared domain model. Immutable, safe for concurrent use.</summary>
public sealed class AutomotivePipeline
{
    private static readonly IReadOnlyDictionary<AnalysisLayer, object?> NoLayers = new Dictionary<AnalysisLayer, object?>();

    private readonly LinguisticPipeline _linguistics;
    private readonly AutomotiveStages _stages;
    private readonly AutomotivePipelineOptions _options;
    private readonly AnalysisLayer[] _layers;
    private readonly ILogger _logger;
    private readonly ConcurrentBag<DocumentBuilder> _builders = [];

    internal AutomotivePipeline(LinguisticPipeline linguistics, AutomotiveStages stages, AutomotivePipelineOptions options, AnalysisLayer[] layers, ILogger logger)
    {
        _linguistics = linguistics;
        _stages = stages;
        _options = options;
        _layers = layers;
        _logger = logger;
    }

    /// <summary>A pipeline for both languages with the built-in models, knowledge base and frames. Models are read when their language is first met.</summary>
    public static AutomotivePipeline CreateDefault() => new AutomotivePipelineBuilder().Build();

    /// <summary>A pipeline with the built-in stages by the given options.</summary>
    /// <exception cref="InvalidOperationException">The options do not fit each other.</exception>
    public static AutomotivePipeline Create(AutomotivePipelineOptions options) => new AutomotivePipelineBuilder().WithOptions(options).Build();

    /// <summary>The knowledge that names are linked to.</summary>
    public KnowledgeBase KnowledgeBase => _options.KnowledgeBase ?? KnowledgeBase.Default;

    /// <summary>The linguistic part of the pipeline.</summary>
    public LinguisticPipeline Linguistics => _linguistics;

    /// <summary>Begins to read the knowledge base, the frames, the word tables and the recogniser's models in the background, for a first article that is waited for.</summary>
    internal Task WarmUp() => Task.Run(() =>
    {
        try
        {
            foreach (object? stage in new object?[] { _stages.Mentions, _stages.Entities, _stages.Events, _stages.Affiliations, _stages.Quotes }) (stage as ILazyStage)?.Open();
            foreach (Language language in _linguistics.Languages) Lexing.WordTable.Of(language);
        }
        catch (Exception e) when (e is ModelFormatException or CorpusFormatException or FileNotFoundException)
        {
            // The article that needs the stage meets the same exception, where somebody can see it.
        }
    });

    /// <summary>What an article says.</summary>
    /// <exception cref="OperationCanceledException">The analysis was cancelled.</exception>
    public ArticleAnalysis Analyze(Article article, CancellationToken cancellation = default) => Read(article, cancellation).Analysis;

    /// <summary>What an article says, with the linguistic document and the user's own layers.</summary>
    /// <exception cref="OperationCanceledException">The analysis was cancelled.</exception>
    public AnalyzedArticle Read(Article article, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        using Activity? activity = Telemetry.Source.StartActivity("lingotto.analyze");
        long started = Stopwatch.GetTimestamp();
        LanguagePrediction language = article.Language is { } given ? new LanguagePrediction(given, 1) : _linguistics.Identify(article.Text);
        var analysis = new ArticleAnalysis
        {
            Id = article.Id, Language = language.Language.Code, LanguageConfidence = Math.Round(language.Confidence, 4),
            Text = _options.IncludeText ? article.Text : null,
        };
        if (!_linguistics.Languages.Contains(language.Language)) return new AnalyzedArticle(article, null, analysis, NoLayers);

        PageStructure page = _stages.Cleaner?.Clean(article.Text) ?? new PageStructure([], null);
        Document document = Process(article, language.Language, cancellation);
        analysis = Analyze(new ArticleContext(document, page, article.Published ?? page.HeaderDate), analysis, cancellation);
        activity?.SetTag("lingotto.language", analysis.Language).SetTag("lingotto.tokens", document.Tokens.Count).SetTag("lingotto.events", analysis.Events.Count);
        Telemetry.Analyzed(analysis.Language, document.Tokens.Count, started);
        return new AnalyzedArticle(article, document, analysis, Layers(document, analysis));
    }

    /// <summary>
    /// What the articles of a stream say, in their order, on all processors. A consumer that is slow holds the source back; at most a few articles are in
    /// memory. An article that fails gives an analysis with <see cref="ArticleAnalysis.Error"/> and is logged; the stream goes on.
    /// </summary>
    /// <exception cref="OperationCanceledException">The enumeration was cancelled.</exception>
    public IAsyncEnumerable<ArticleAnalysis> AnalyzeAsync(IAsyncEnumerable<Article> articles, CancellationToken cancellation = default) =>
        Select(ReadAsync(articles, cancellation), read => read.Analysis, cancellation);

    /// <summary>As <see cref="AnalyzeAsync"/>, with the linguistic documents and the user's own layers.</summary>
    /// <exception cref="OperationCanceledException">The enumeration was cancelled.</exception>
    public IAsyncEnumerable<AnalyzedArticle> ReadAsync(IAsyncEnumerable<Article> articles, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        return OrderedStream.Select(articles, article => ReadOrFail(article, cancellation), _options.MaxDegreeOfParallelism ?? Environment.ProcessorCount, cancellation);
    }

    private AnalyzedArticle ReadOrFail(Article article, CancellationToken cancellation)
    {
        try
        {
            return Read(article, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Telemetry.Failed(_logger, article.Id, e);
            return AnalyzedArticle.Failed(article, e);
        }
    }

    private Document Process(Article article, Language language, CancellationToken cancellation)
    {
        if (!_builders.TryTake(out DocumentBuilder? builder)) builder = new DocumentBuilder();
        _linguistics.Process(builder, article.Text, language, identifySentences: article.Language is null, cancellation);
        Document document = builder.Build();
        if (article.Text.Length < LargestKept) _builders.Add(builder);
        return document;
    }

    /// <summary>A builder keeps the columns of its longest text; those of a book are not worth their memory.</summary>
    private const int LargestKept = 1_000_000;

    private ArticleAnalysis Analyze(ArticleContext article, ArticleAnalysis analysis, CancellationToken cancellation)
    {
        analysis = analysis with { Boilerplate = article.Page.Boilerplate.Select(b => new TextRange(b.Start, b.End)).ToValueList(), SentenceLanguages = SentenceLanguages(article.Document) };
        if (_stages.Times is { } times) analysis = analysis with { Times = times.Find(article) };
        if (_stages.Quantities is { } quantities) analysis = analysis with { Quantities = quantities.Find(article, analysis.Times) };
        cancellation.ThrowIfCancellationRequested();
        IReadOnlyList<NameMention> names = _stages.Mentions?.Find(article) ?? [];
        analysis = analysis with { Roles = Roles(article, names) };
        cancellation.ThrowIfCancellationRequested();
        if (_stages.Entities is { } entities) analysis = Derived(analysis with { Entities = Confident(entities.Resolve(article, names)) });
        cancellation.ThrowIfCancellationRequested();
        if (_stages.Affiliations is { } affiliations) analysis = analysis with { Affiliations = affiliations.Find(article, analysis) };
        if (_stages.Quotes is { } quotes) analysis = analysis with { Quotes = quotes.Find(article, analysis) };
        cancellation.ThrowIfCancellationRequested();
        if (_stages.Events is { } events)
        {
            (ValueList<AutomotiveEvent> found, ValueList<MergedEvent> merged) = events.Extract(article, analysis);
            analysis = analysis with { Events = found, MergedEvents = merged };
        }

        return analysis;
    }

    private ValueList<Entity> Confident(ValueList<Entity> entities) => _options.MinimumLinkConfidence == 0
        ? entities
        : entities.Select(e => e.Confidence < _options.MinimumLinkConfidence ? e with { Kb = null, Confidence = null } : e).ToValueList();

    private ArticleAnalysis Derived(ArticleAnalysis analysis) =>
        analysis with { Regions = KnowledgeBase.RegionsOf(analysis.Entities), Makers = KnowledgeBase.MakersOf(analysis.Entities) };

    private Dictionary<AnalysisLayer, object?> Layers(Document document, ArticleAnalysis analysis) => _layers.ToDictionary(l => l, l => l.Compute(document, analysis));

    private static ValueList<LanguageRange> SentenceLanguages(Document document)
    {
        List<LanguageRange>? others = null;
        foreach (Sentence sentence in document.Sentences)
        {
            if (sentence.Language != document.Language) (others ??= []).Add(new LanguageRange(sentence.Span.Start, sentence.Span.End, sentence.Language.Code));
        }

        return others?.ToValueList() ?? [];
    }

    private static ValueList<RoleMention> Roles(ArticleContext article, IReadOnlyList<NameMention> names) => names
        .Where(n => n.Kind == EntityKind.Role)
        .Select((n, i) => new RoleMention($"r{i + 1}", n.Span.Start, n.Span.End, n.Span.Of(article.Document.Text).ToString()))
        .ToValueList();

    private static async IAsyncEnumerable<TOut> Select<TIn, TOut>(IAsyncEnumerable<TIn> source, Func<TIn, TOut> function, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (TIn item in source.WithCancellation(cancellation).ConfigureAwait(false)) yield return function(item);
    }
}
