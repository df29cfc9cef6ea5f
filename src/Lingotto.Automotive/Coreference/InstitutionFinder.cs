using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>
/// Finds the institution that a description means where the article names only its place: the Region of the region named most, the
/// government of the country; or the company where it names only its plant, its brand or its model.
/// </summary>
internal sealed class InstitutionFinder(KnowledgeBase knowledgeBase)
{
    private static readonly Dictionary<string, (string Subkind, string Pattern)> Patterns =
        Resources.ReadRows("coreference/institutions.tsv").ToDictionary(r => r[0], r => (r[1], r[2]));

    public EntityLink? Find(in NominalPhrase phrase, List<ClusterTrace> traces, Language language)
    {
        if (!Patterns.TryGetValue(phrase.Head.Noun, out (string Subkind, string Pattern) institution)) return Owner(phrase, traces);
        KnowledgeBaseEntry? place = phrase.Place is { } given ? knowledgeBase.Find(given) : Salient(traces, institution.Subkind);
        if (place is null && institution.Subkind == EntitySubkind.Country.Name && language == Language.Italian) place = knowledgeBase.Find("place:it");
        if (place is null) return null;
        KnowledgeBaseEntry? entry = institution.Pattern.StartsWith("org:", StringComparison.Ordinal)
            ? ByCountry(institution.Pattern, place)
            : Named(string.Format(System.Globalization.CultureInfo.InvariantCulture, institution.Pattern, place.NameIt));
        return entry is null ? null : new EntityLink(entry, 0.7, []);
    }

    /// <summary>The operator of the plant, or the brand or group of the model, that the article names most, where it names no such company itself.</summary>
    private EntityLink? Owner(in NominalPhrase phrase, List<ClusterTrace> traces)
    {
        if (phrase.Head.Kind != EntityKind.Organization || phrase.Head.NameWords.Length > 0) return null;
        KnowledgeBaseEntry? best = null;
        int bestCount = 0;
        foreach (ClusterTrace trace in traces)
        {
            if (trace.Count <= bestCount || trace.Cluster.Link is not { } link || (link.Entry.Kind != EntityKind.Plant && link.Entry.Kind != EntityKind.VehicleModel && link.Entry.Subkind != EntitySubkind.Brand)) continue;
            foreach (KnowledgeBaseEntry owner in knowledgeBase.Ancestors(link.Entry.Id))
            {
                if (owner.Subkind?.Name != phrase.Head.Subkinds[0]) continue;
                if (phrase.Place is { } place && !knowledgeBase.IsPartOf(owner.Id, place)) continue;
                (best, bestCount) = (owner, trace.Count);
                break;
            }
        }

        return best is null ? null : new EntityLink(best, 0.6, []);
    }

    private KnowledgeBaseEntry? Named(string name)
    {
        foreach (GazetteerCandidate candidate in knowledgeBase.Gazetteer.Lookup(name))
        {
            if (candidate.Entry.Subkind == EntitySubkind.Government) return candidate.Entry;
        }

        return null;
    }

    private KnowledgeBaseEntry? ByCountry(string idPrefix, KnowledgeBaseEntry place)
    {
        if (knowledgeBase.CountryOf(place.Id) is not { } country) return null;
        foreach (KnowledgeBaseEntry entry in knowledgeBase.Index.WithIdPrefix(idPrefix))
        {
            if ("place:" + entry.Attribute("country") == country.Id.Value && entry.Subkind == EntitySubkind.Government) return entry;
        }

        return null;
    }

    /// <summary>The place of a subkind that the article names most, by name or by what lies in it.</summary>
    private KnowledgeBaseEntry? Salient(List<ClusterTrace> traces, string subkind)
    {
        const int NamedWeight = 3;
        var counts = new Dictionary<EntityId, int>();
        foreach (ClusterTrace trace in traces)
        {
            if (trace.Cluster.Link is not { } link || Containing(link.Entry, subkind) is not { } place) continue;
            counts[place.Id] = counts.GetValueOrDefault(place.Id) + (trace.Count * (ReferenceEquals(place, link.Entry) ? NamedWeight : 1));
        }

        return counts.Count == 0 ? null : knowledgeBase.Find(counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).First().Key);
    }

    private KnowledgeBaseEntry? Containing(KnowledgeBaseEntry entry, string subkind) => subkind switch
    {
        "Country" => knowledgeBase.CountryOf(entry.Id),
        "Region" => knowledgeBase.RegionOf(entry.Id),
        _ => entry.Subkind?.Name == subkind ? entry : null,
    };
}
