using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>
/// Decides whether a town's name means the town or the works there, by a log-linear model of the words around it beside the recogniser's opinion.
/// Immutable, safe for concurrent use.
/// </summary>
internal sealed class SiteDecider(KnowledgeBase knowledgeBase, LogLinearTable weights)
{
    private static readonly Lazy<LogLinearTable> Default = new(() => LogLinearTable.Read("linking/site_weights.tsv"));

    private const double MostConfidence = 0.98;

    private readonly SiteFeatures _features = new(knowledgeBase);

    /// <summary>A decider with the weights that the library ships.</summary>
    public SiteDecider(KnowledgeBase knowledgeBase)
        : this(knowledgeBase, Default.Value)
    {
    }

    /// <summary>The names, with the kinds of those decided that may mean either.</summary>
    public IReadOnlyList<NameMention> Decide(ArticleContext article, IReadOnlyList<NameMention> names)
    {
        NameMention[]? decided = null;
        SiteArticle? site = null;
        for (int i = 0; i < names.Count; i++)
        {
            if (!IsOpen(article, names[i])) continue;
            site ??= Read(article, names);
            EntityKind kind = Score(site, i) > 0 ? EntityKind.Plant : EntityKind.Place;
            if (kind != names[i].Kind) (decided ??= [.. names])[i] = names[i] with { Kind = kind };
        }

        return decided ?? names;
    }

    /// <summary>Whether a name that the recogniser calls a place or a plant is a town's.</summary>
    public bool IsOpen(ArticleContext article, NameMention name) =>
        (name.Kind == EntityKind.Plant || name.Kind == EntityKind.Place) && _features.MayBeTown(name.Span.Of(article.Document.Text));

    /// <summary>What the observations of one article's names have in common.</summary>
    public SiteArticle Read(ArticleContext article, IReadOnlyList<NameMention> names) => _features.Read(article, names);

    /// <summary>What is observed of a name that is open.</summary>
    public List<string> Features(SiteArticle article, int index) => _features.Of(article, index);

    private double Score(SiteArticle article, int index)
    {
        NameMention name = article.Names[index];
        double confidence = Math.Clamp(name.Confidence, 0.5, MostConfidence), opinion = weights["recogniser"] * Math.Log(confidence / (1 - confidence));
        return weights.Score(Features(article, index)) + (name.Kind == EntityKind.Plant ? opinion : -opinion);
    }
}
