using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>Makes a resolver when it is first needed: it reads the knowledge base.</summary>
internal sealed class LazyEntities(Func<IEntityResolver> open) : IEntityResolver, ILazyStage
{
    private readonly Lazy<IEntityResolver> _inner = new(open);

    public ValueList<Entity> Resolve(ArticleContext article, IReadOnlyList<NameMention> names) => _inner.Value.Resolve(article, names);

    public void Open() => _ = _inner.Value;
}

/// <summary>Makes an event extractor when it is first needed: it reads the frames.</summary>
internal sealed class LazyEvents(Func<IEventExtractor> open) : IEventExtractor, ILazyStage
{
    private readonly Lazy<IEventExtractor> _inner = new(open);

    public (ValueList<AutomotiveEvent> Events, ValueList<MergedEvent> Merged) Extract(ArticleContext article, ArticleAnalysis analysis) => _inner.Value.Extract(article, analysis);

    public void Open() => _ = _inner.Value;
}

/// <summary>Makes a finder of affiliations when it is first needed: it reads the knowledge base.</summary>
internal sealed class LazyAffiliations(Func<IAffiliationFinder> open) : IAffiliationFinder, ILazyStage
{
    private readonly Lazy<IAffiliationFinder> _inner = new(open);

    public ValueList<Affiliation> Find(ArticleContext article, ArticleAnalysis analysis) => _inner.Value.Find(article, analysis);

    public void Open() => _ = _inner.Value;
}

/// <summary>Makes a finder of quotes when it is first needed: it reads the knowledge base.</summary>
internal sealed class LazyQuotes(Func<IQuoteFinder> open) : IQuoteFinder, ILazyStage
{
    private readonly Lazy<IQuoteFinder> _inner = new(open);

    public ValueList<Quote> Find(ArticleContext article, ArticleAnalysis analysis) => _inner.Value.Find(article, analysis);

    public void Open() => _ = _inner.Value;
}
