using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>The domain's stages. Each may be null, and its layer is then empty.</summary>
internal sealed record AutomotiveStages
{
    public IPageCleaner? Cleaner { get; init; }
    public ITimeTagger? Times { get; init; }
    public IQuantityTagger? Quantities { get; init; }
    public IMentionRecognizer? Mentions { get; init; }
    public IEntityResolver? Entities { get; init; }
    public IAffiliationFinder? Affiliations { get; init; }
    public IQuoteFinder? Quotes { get; init; }
    public IEventExtractor? Events { get; init; }
}

/// <summary>Reads articles as the shared domain model. Immutable, safe for concurrent use.</summary>
public sealed class AutomotivePipeline
{
    private readonly LinguisticPipeline _linguistics;
    private readonly AutomotiveStages _stages;

    internal AutomotivePipeline(LinguisticPipeline linguistics, AutomotiveStages stages)
    {
        _linguistics = linguistics;
        _stages = stages;
    }

    /// <summary>What an article says.</summary>
    public ArticleAnalysis Analyze(Article article, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        LanguagePrediction language = article.Language is { } given ? new LanguagePrediction(given, 1) : _linguistics.Identify(article.Text);
        var analysis = new ArticleAnalysis { Id = article.Id, Language = language.Language.Code, LanguageConfidence = Math.Round(language.Confidence, 4) };
        if (!_linguistics.Languages.Contains(language.Language)) return analysis;

        PageStructure page = _stages.Cleaner?.Clean(article.Text) ?? new PageStructure([], null);
        var builder = new DocumentBuilder();
        _linguistics.Process(builder, article.Text, language.Language, identifySentences: article.Language is null, cancellation);
        return Analyze(new ArticleContext(builder.Build(), page, article.Published ?? page.HeaderDate), analysis, cancellation);
    }

    private ArticleAnalysis Analyze(ArticleContext article, ArticleAnalysis analysis, CancellationToken cancellation)
    {
        analysis = analysis with { Boilerplate = article.Page.Boilerplate.Select(b => new TextRange(b.Start, b.End)).ToValueList() };
        if (_stages.Times is { } times) analysis = analysis with { Times = times.Find(article) };
        if (_stages.Quantities is { } quantities) analysis = analysis with { Quantities = quantities.Find(article, analysis.Times) };
        cancellation.ThrowIfCancellationRequested();
        IReadOnlyList<NameMention> names = _stages.Mentions?.Find(article) ?? [];
        analysis = analysis with { Roles = Roles(article, names) };
        if (_stages.Entities is { } entities) analysis = analysis with { Entities = entities.Resolve(article, names) };
        cancellation.ThrowIfCancellationRequested();
        if (_stages.Affiliations is { } affiliations) analysis = analysis with { Affiliations = affiliations.Find(article, analysis) };
        if (_stages.Quotes is { } quotes) analysis = analysis with { Quotes = quotes.Find(article, analysis) };
        if (_stages.Events is { } events)
        {
            (ValueList<AutomotiveEvent> found, ValueList<MergedEvent> merged) = events.Extract(article, analysis);
            analysis = analysis with { Events = found, MergedEvents = merged };
        }

        return analysis;
    }

    private static ValueList<RoleMention> Roles(ArticleContext article, IReadOnlyList<NameMention> names) => names
        .Where(n => n.Kind == EntityKind.Role)
        .Select((n, i) => new RoleMention($"r{i + 1}", n.Span.Start, n.Span.End, n.Span.Of(article.Document.Text).ToString()))
        .ToValueList();
}
