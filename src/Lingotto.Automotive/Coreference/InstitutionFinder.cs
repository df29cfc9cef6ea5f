using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>
/// Finds the institution that a description means where the article names only its place: the Region of the region named most, the
/// government of the country.
/// </summary>
internal sealed class InstitutionFinder(KnowledgeBase knowledgeBase)
{
    private static readonly Dictionary<string, (string Subkind, string Pattern)> Patterns =
        Resources.ReadRows("coreference/institutions.tsv").ToDictionary(r => r[0], r => (r[1], r[2]));

    public EntityLink? Find(in NominalPhrase phrase, List<ClusterTrace> traces, Language language)
    {
        if (!Patterns.TryGetValue(phrase.Head.Noun, out (string Subkind, string Pattern) institution)) return null;
        KnowledgeBaseEntry? place = phrase.Place is { } given ? knowledgeBase.Find(given) : Salient(traces, institution.Subkind);
        if (place is null && institution.Subkind == EntitySubkind.Country.Name && language == Language.Italian) place = knowledgeBase.Find("place:it");
        if (place is null) return null;
        KnowledgeBaseEntry? entry = institution.Pattern.StartsWith("org:", StringComparison.Ordinal)
            ? ByCountry(institution.Pattern, place)
            : Named(string.Format(System.Globalization.CultureInfo.InvariantCulture, institution.Pattern, place.NameIt));
        return entry is null ? null : new EntityLink(entry, 0.7, []);
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

    /// <summary>The place of a subkind that the article names most.</summary>
    private static KnowledgeBaseEntry? Salient(List<ClusterTrace> traces, string subkind)
    {
        ClusterTrace? best = null;
        foreach (ClusterTrace trace in traces)
        {
            if (trace.Cluster.Kind == EntityKind.Place && trace.Cluster.Link?.Entry.Subkind?.Name == subkind && (best is null || trace.Count > best.Count)) best = trace;
        }

        return best?.Cluster.Link?.Entry;
    }
}
