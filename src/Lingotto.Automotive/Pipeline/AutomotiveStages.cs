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
