namespace Lingotto.Automotive;

/// <summary>The layers of an analysis; what is left out is not computed, and its lists are empty.</summary>
[Flags]
public enum AnalysisLayers
{
    /// <summary>Language, sentences and tokens alone.</summary>
    None = 0,
    /// <summary>Boilerplate of crawled pages, and the date in a page's header.</summary>
    Cleaning = 1,
    /// <summary>Parts of speech, features and lemmas.</summary>
    Tags = 2,
    /// <summary>Dependency trees; needs <see cref="Tags"/>.</summary>
    Trees = 4,
    /// <summary>Time expressions.</summary>
    Times = 8,
    /// <summary>Quantities.</summary>
    Quantities = 16,
    /// <summary>Names, job titles and the entities behind them.</summary>
    Entities = 32,
    /// <summary>Who is what where; needs <see cref="Entities"/>.</summary>
    Affiliations = 64,
    /// <summary>Direct speech; needs <see cref="Entities"/>.</summary>
    Quotes = 128,
    /// <summary>Events; needs <see cref="Entities"/> and <see cref="Trees"/>.</summary>
    Events = 256,
    /// <summary>Everything.</summary>
    All = Cleaning | Tags | Trees | Times | Quantities | Entities | Affiliations | Quotes | Events,
}

/// <summary>Settings of an <see cref="AutomotivePipeline"/>.</summary>
public sealed record AutomotivePipelineOptions
{
    /// <summary>The languages to analyse, one at least: Italian, English, or both.</summary>
    public IReadOnlyList<Language> Languages { get; init; } = [Language.Italian, Language.English];

    /// <summary>What to compute.</summary>
    public AnalysisLayers Layers { get; init; } = AnalysisLayers.All;

    /// <summary>The knowledge that names are linked to: the built-in one, or <c>KnowledgeBase.Default.WithTable(…)</c>.</summary>
    public KnowledgeBase? KnowledgeBase { get; init; }

    /// <summary>Events of a lower confidence are left out, 0 to 1.</summary>
    public double MinimumEventConfidence { get; init; }

    /// <summary>Entities whose link has a lower confidence become NIL, 0 to 1.</summary>
    public double MinimumLinkConfidence { get; init; }

    /// <summary>Whether the analysis carries the analysed text.</summary>
    public bool IncludeText { get; init; }

    /// <summary>How many articles of a stream are analysed at once, 1 or more; null for one a processor.</summary>
    public int? MaxDegreeOfParallelism { get; init; }

    /// <summary>Checks that the settings fit each other.</summary>
    /// <exception cref="InvalidOperationException">They do not; the message says what to change.</exception>
    public void Validate()
    {
        if (Languages.Count == 0) throw new InvalidOperationException("Languages is empty: name Language.Italian, Language.English, or both.");
        if (Languages.FirstOrDefault(l => !l.IsSupported) is { Code: not "und" } other) throw new InvalidOperationException($"Languages names '{other}': Lingotto analyses 'it' and 'en' alone.");
        Require(AnalysisLayers.Trees, AnalysisLayers.Tags);
        Require(AnalysisLayers.Affiliations, AnalysisLayers.Entities);
        Require(AnalysisLayers.Quotes, AnalysisLayers.Entities);
        Require(AnalysisLayers.Events, AnalysisLayers.Entities | AnalysisLayers.Trees);
        if (!(MinimumEventConfidence is >= 0 and <= 1)) throw new InvalidOperationException($"MinimumEventConfidence is {MinimumEventConfidence}: it lies between 0 and 1.");
        if (!(MinimumLinkConfidence is >= 0 and <= 1)) throw new InvalidOperationException($"MinimumLinkConfidence is {MinimumLinkConfidence}: it lies between 0 and 1.");
        if (MaxDegreeOfParallelism is < 1) throw new InvalidOperationException($"MaxDegreeOfParallelism is {MaxDegreeOfParallelism}: it is 1 or more, or null.");
    }

    private void Require(AnalysisLayers layer, AnalysisLayers needed)
    {
        if (Layers.HasFlag(layer) && !Layers.HasFlag(needed)) throw new InvalidOperationException($"Layers has {layer} without {needed}: add {needed}, or leave {layer} out.");
    }
}
