using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>
/// Groups the names of an article, links the groups to the knowledge base by a log-linear ranking with one sense per article, then finds the
/// descriptions that stand for them. Immutable, safe for concurrent use.
/// </summary>
internal sealed class EntityResolver(KnowledgeBase knowledgeBase, LinkWeights weights, NominalResolver nominals, SiteDecider sites) : IEntityResolver
{
    private readonly CandidateFinder _candidates = new(knowledgeBase);
    private readonly LinkRanker _ranker = new(weights);

    public EntityResolver(KnowledgeBase knowledgeBase)
        : this(knowledgeBase, LinkWeights.Default, new NominalResolver(knowledgeBase), new SiteDecider(knowledgeBase))
    {
    }

    public ValueList<Entity> Resolve(ArticleContext article, IReadOnlyList<NameMention> names)
    {
        List<EntityCluster> clusters = Cluster(article, names);
        return EntityBuilder.Build(article, clusters);
    }

    /// <summary>The clusters with their links and the evidence for them.</summary>
    public List<EntityCluster> Cluster(ArticleContext article, IReadOnlyList<NameMention> names)
    {
        List<EntityCluster> clusters = Names(article, names);
        nominals.Resolve(article, clusters);
        return clusters;
    }

    /// <summary>The clusters of the names alone, with their links.</summary>
    public List<EntityCluster> Names(ArticleContext article, IReadOnlyList<NameMention> names)
    {
        string text = article.Document.Text;
        List<NameForm> forms = NameClusters.Forms(text, sites.Decide(article, names));
        foreach (NameForm form in forms) form.Candidates = _candidates.Find(form.Text, form.Kind);
        List<EntityCluster> clusters = NameClusters.Group(text, forms);
        var knowledge = new ArticleKnowledge(knowledgeBase, forms);
        foreach (EntityCluster cluster in clusters)
        {
            cluster.Link = _ranker.Best(cluster, knowledge, article.Document.Language);
            if (cluster.Link is { } link) cluster.Kind = link.Entry.Kind;
        }

        ShortNames.Merge(clusters);
        MergeSameLinks(clusters);
        return clusters;
    }

    private static void MergeSameLinks(List<EntityCluster> clusters)
    {
        var byId = new Dictionary<EntityId, EntityCluster>();
        foreach (EntityCluster cluster in clusters)
        {
            if (cluster.Link is not { } link) continue;
            if (byId.TryGetValue(link.Entry.Id, out EntityCluster? first)) first.Absorb(cluster);
            else byId[link.Entry.Id] = cluster;
        }

        clusters.RemoveAll(c => c.Forms.Count == 0);
    }
}
