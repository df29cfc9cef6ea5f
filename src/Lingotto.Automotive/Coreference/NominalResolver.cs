namespace Lingotto.Automotive;

/// <summary>
/// Resolves definite descriptions to what the article names, by a log-linear model of how near and how often a thing is named, how its kind, name and
/// place fit the noun. What stands for nothing is no mention. Immutable, safe for concurrent use.
/// </summary>
internal sealed class NominalResolver(KnowledgeBase knowledgeBase, LogLinearTable weights)
{
    private static readonly Lazy<LogLinearTable> Default = new(() => LogLinearTable.Read("coreference/nominal-weights.tsv"));

    private readonly InstitutionFinder _institutions = new(knowledgeBase);

    /// <summary>A resolver with the weights that the library ships.</summary>
    public NominalResolver(KnowledgeBase knowledgeBase)
        : this(knowledgeBase, Default.Value)
    {
    }

    /// <summary>Adds the descriptions to the clusters that they stand for; an institution that only a description names becomes a cluster of its own.</summary>
    public void Resolve(ArticleContext article, List<EntityCluster> clusters)
    {
        NominalScene scene = Scene(article, clusters);
        foreach (NominalPhrase phrase in scene.Phrases) scene.Attach(phrase, Best(scene.Candidates(phrase)));
    }

    /// <summary>The descriptions of an article and what they may stand for.</summary>
    public NominalScene Scene(ArticleContext article, List<EntityCluster> clusters) => new(knowledgeBase, _institutions, article, clusters);

    private NominalCandidate Best(List<NominalCandidate> candidates)
    {
        NominalCandidate best = candidates[0];
        double bestScore = double.NegativeInfinity;
        foreach (NominalCandidate candidate in candidates)
        {
            double score = weights.Score(candidate.Features);
            if (score > bestScore + 1e-9) (best, bestScore) = (candidate, score);
        }

        return best;
    }
}
