using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>Turns clusters into entities, in order of their first mention.</summary>
internal static class EntityBuilder
{
    public static ValueList<Entity> Build(ArticleContext article, List<EntityCluster> clusters)
    {
        var entities = new List<Entity>(clusters.Count);
        foreach (EntityCluster cluster in clusters.OrderBy(c => c.FirstStart).ThenBy(c => c.Kind.Name, StringComparer.Ordinal))
        {
            entities.Add(Entity(article, cluster, $"e{entities.Count + 1}"));
        }

        return entities.ToValueList();
    }

    private static Entity Entity(ArticleContext article, EntityCluster cluster, string id)
    {
        string text = article.Document.Text;
        KnowledgeBaseEntry? entry = cluster.Link?.Entry;
        var mentions = new List<Mention>();
        foreach (NameForm form in cluster.Forms)
        {
            foreach (NameMention mention in form.Mentions)
            {
                mentions.Add(new Mention(mention.Span.Start, mention.Span.End, mention.Span.Of(text).ToString()) { Confidence = Math.Round(mention.Confidence, 3) });
            }
        }

        foreach (TextSpan nominal in cluster.Nominals) mentions.Add(new Mention(nominal.Start, nominal.End, nominal.Of(text).ToString(), Nominal: true));
        mentions.Sort((a, b) => a.Start.CompareTo(b.Start));
        return new Entity
        {
            Id = id,
            Kind = cluster.Kind,
            Subkind = entry is null ? UnknownSubkinds.Guess(cluster) : entry.Subkind,
            Kb = entry?.Id,
            Name = entry?.NameIn(article.Document.Language) ?? cluster.Longest.Text,
            Mentions = mentions.ToValueList(),
            Confidence = cluster.Link is { } link ? Math.Round(link.Confidence, 3) : null,
        };
    }
}
