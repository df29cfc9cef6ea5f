using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>
/// Resolves definite descriptions to what the article names: by kind, by the words of the name, by the place in the description, by how near and
/// how often the thing is named. What resolves to nothing is no mention.
/// </summary>
internal sealed class NominalResolver(KnowledgeBase knowledgeBase)
{
    private const double Threshold = 0.3, SubkindRankPenalty = 0.25, UnknownSubkind = 0.4, NameWordBonus = 1.5;
    private const double PlaceBonus = 1.5, PlacePenalty = 2.5, SentencePenalty = 0.25, MostDistancePenalty = 1.5, FrequencyWeight = 0.5, LaterPenalty = 0.8, OnlyOneBonus = 0.5;

    private readonly InstitutionFinder _institutions = new(knowledgeBase);

    /// <summary>Adds the descriptions to the clusters that they stand for; an institution that only a description names becomes a cluster of its own.</summary>
    public void Resolve(ArticleContext article, List<EntityCluster> clusters)
    {
        var names = new NameMap(article.Document, clusters);
        List<NominalPhrase> phrases = new NominalFinder(article, names).Find();
        if (phrases.Count == 0) return;
        List<ClusterTrace> traces = [.. clusters.Select(c => new ClusterTrace(c, article.Document))];
        foreach (NominalPhrase phrase in phrases)
        {
            if (Best(phrase, traces) is { } trace) Attach(trace, phrase);
            else if (_institutions.Find(phrase, traces, article.Document.Language) is { } institution)
            {
                ClusterTrace? known = traces.Find(t => t.Cluster.Link?.Entry.Id == institution.Entry.Id);
                if (known is null)
                {
                    var cluster = new EntityCluster(institution);
                    clusters.Add(cluster);
                    traces.Add(known = new ClusterTrace(cluster, article.Document));
                }

                Attach(known, phrase);
            }
        }
    }

    private static void Attach(ClusterTrace trace, in NominalPhrase phrase)
    {
        trace.Cluster.Nominals.Add(phrase.Span);
        trace.Add(phrase.Span.Start, phrase.Sentence);
    }

    private ClusterTrace? Best(in NominalPhrase phrase, List<ClusterTrace> traces)
    {
        ClusterTrace? best = null;
        double bestScore = double.MinValue;
        int fitting = 0;
        foreach (ClusterTrace trace in traces)
        {
            if (trace.Cluster.Kind != phrase.Head.Kind || Score(phrase, trace) is not { } score) continue;
            fitting++;
            if (score > bestScore) (best, bestScore) = (trace, score);
        }

        return bestScore + (fitting == 1 ? OnlyOneBonus : 0) > Threshold ? best : null;
    }

    private double? Score(in NominalPhrase phrase, ClusterTrace trace)
    {
        KnowledgeBaseEntry? entry = trace.Cluster.Link?.Entry;
        if (SubkindFit(phrase.Head, entry) is not { } fit) return null;
        double score = phrase.Head.Weight + fit + (FrequencyWeight * Math.Log(trace.Count));
        if (phrase.Head.NameWords.Length > 0)
        {
            if (!trace.HasNameWord(phrase.Head.NameWords)) return null;
            score += NameWordBonus;
        }

        if (phrase.Place is { } place) score += PlaceFit(entry, place);
        (int distance, bool later) = trace.Distance(phrase.Span.Start, phrase.Sentence);
        score -= Math.Min(MostDistancePenalty, SentencePenalty * distance);
        return later ? score - LaterPenalty : score;
    }

    private static double? SubkindFit(NominalHead head, KnowledgeBaseEntry? entry)
    {
        if (head.Subkinds.Length == 0) return 1;
        if (entry?.Subkind is not { } subkind) return UnknownSubkind;
        int rank = Array.IndexOf(head.Subkinds, subkind.Name);
        return rank < 0 ? null : 1 - (SubkindRankPenalty * rank);
    }

    private double PlaceFit(KnowledgeBaseEntry? entry, EntityId place)
    {
        if (entry is null) return 0;
        if (knowledgeBase.IsPartOf(entry.Id, place)) return PlaceBonus;
        return knowledgeBase.PlaceOf(entry.Id) is { } known && !IsWider(known.Id, place) ? -PlacePenalty : 0;
    }

    /// <summary>Whether what the tables know (a country) holds the place in the description (a town of it).</summary>
    private bool IsWider(EntityId known, EntityId place) => knowledgeBase.IsPartOf(place, known);
}
