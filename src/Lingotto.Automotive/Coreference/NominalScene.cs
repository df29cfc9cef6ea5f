using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>Lists what the descriptions of one article may stand for, in order of the text. Not safe for concurrent use.</summary>
internal sealed class NominalScene
{
    // An article has fewer; in a book only what was named last can be meant, and the work stays linear.
    private const int MostCandidates = 48;

    private readonly KnowledgeBase _knowledgeBase;
    private readonly InstitutionFinder _institutions;
    private readonly ArticleContext _article;
    private readonly List<EntityCluster> _clusters;
    private readonly List<ClusterTrace> _traces;
    private readonly Dictionary<string, ClusterTrace> _lastOfNoun = new(StringComparer.Ordinal);
    private (int Start, KnowledgeBaseEntry? Entry) _lastMaker = (-1, null);

    public NominalScene(KnowledgeBase knowledgeBase, InstitutionFinder institutions, ArticleContext article, List<EntityCluster> clusters)
    {
        (_knowledgeBase, _institutions, _article, _clusters) = (knowledgeBase, institutions, article, clusters);
        Phrases = new NominalFinder(article, new NameMap(article.Document, clusters)).Find();
        _traces = Phrases.Count == 0 ? [] : [.. clusters.Select(c => new ClusterTrace(c, article.Document))];
    }

    /// <summary>The descriptions in order of the text.</summary>
    public List<NominalPhrase> Phrases { get; }

    /// <summary>The candidates; the first is nothing.</summary>
    public List<NominalCandidate> Candidates(in NominalPhrase phrase)
    {
        List<ClusterTrace> fitting = [];
        foreach (ClusterTrace trace in _traces)
        {
            if (trace.Cluster.Kind == phrase.Head.Kind && Fits(phrase, trace)) fitting.Add(trace);
        }

        KeepNearest(fitting, phrase.Span.Start);
        List<NominalCandidate> candidates = [new(null, null, Nothing(phrase, fitting.Count))];
        foreach (ClusterTrace trace in fitting) candidates.Add(new NominalCandidate(trace, null, Features(phrase, trace, fitting)));
        if (_institutions.Find(phrase, _traces, _article.Document.Language) is { } institution && !_traces.Exists(t => t.Cluster.Link?.Entry.Id == institution.Entry.Id))
        {
            candidates.Add(new NominalCandidate(null, institution, ["institution", $"institution.{phrase.Head.Noun}", $"institution.{Bucket(fitting.Count)}"]));
        }

        return candidates;
    }

    /// <summary>Adds a description to what it stands for.</summary>
    public void Attach(in NominalPhrase phrase, NominalCandidate candidate)
    {
        ClusterTrace? trace = candidate.Trace;
        if (trace is null)
        {
            if (candidate.Institution is not { } institution) return;
            var cluster = new EntityCluster(institution);
            _clusters.Add(cluster);
            _traces.Add(trace = new ClusterTrace(cluster, _article.Document));
        }

        trace.Cluster.Nominals.Add(phrase.Span);
        trace.Add(phrase.Span.Start, phrase.Sentence);
        _lastOfNoun[phrase.Head.Noun] = trace;
    }

    // Keeps those that were named last before a place in the text, in their order.
    private static void KeepNearest(List<ClusterTrace> fitting, int start)
    {
        if (fitting.Count <= MostCandidates) return;
        int[] last = [.. fitting.Select(t => t.LastBefore(start))];
        int least = last.OrderDescending().ElementAt(MostCandidates - 1), index = 0, kept = 0;
        fitting.RemoveAll(_ => last[index++] < least || ++kept > MostCandidates);
    }

    /// <summary>Whether the noun may stand for the cluster: by subkind and place of a linked one, and by the words of the name where the noun asks for one.</summary>
    private bool Fits(in NominalPhrase phrase, ClusterTrace trace)
    {
        NominalHead head = phrase.Head;
        if (phrase.Place is { } place && PlaceFit(trace.Cluster.Link?.Entry, place) == "out") return false;
        if (head.NameWords.Length > 0 && !trace.HasNameWord(head.NameWords)) return false;
        return head.Subkinds.Length == 0 || trace.Cluster.Link?.Entry.Subkind is not { } subkind || Array.IndexOf(head.Subkinds, subkind.Name) >= 0;
    }

    private List<string> Nothing(in NominalPhrase phrase, int fitting)
    {
        NominalHead head = phrase.Head;
        string count = Bucket(fitting);
        List<string> features = ["none", $"none.{head.Noun}", $"none.kind.{head.Kind.Name}", $"none.fitting.{count}", $"none.weight.{Math.Round(head.Weight * 2) / 2:0.0}", $"none.{phrase.Determiner}"];
        if (phrase.Place is not null) features.Add("none.place");
        if (phrase.IsModified) features.Add("none.modified");
        if (phrase.Place is null && phrase.IsComplemented) features.Add("none.complement");
        return features;
    }

    private List<string> Features(in NominalPhrase phrase, ClusterTrace trace, List<ClusterTrace> fitting)
    {
        NominalHead head = phrase.Head;
        KnowledgeBaseEntry? entry = trace.Cluster.Link?.Entry;
        (int distance, bool later) = trace.Distance(phrase.Span.Start, phrase.Sentence);
        string near = later ? "later" : distance switch { <= 0 => "same", 1 => "1", 2 => "2", <= 4 => "4", <= 8 => "8", _ => "far" };
        int start = phrase.Span.Start, last = trace.LastBefore(start), count = trace.CountBefore(start), recency = 1, frequency = 1;
        foreach (ClusterTrace other in fitting)
        {
            if (other.LastBefore(start) > last) recency++;
            if (other.CountBefore(start) > count) frequency++;
        }

        string kind = head.Kind.Name, fit = Fit(head, entry);
        List<string> features =
        [
            "some", $"near.{near}", $"{kind}.near.{near}", $"recency.{Math.Min(recency, 4)}", $"frequency.{Math.Min(frequency, 4)}", $"count.{Bucket(count)}", $"fit.{fit}", $"fit.{kind}.{fit}",
        ];
        if (fitting.Count == 1) features.Add("only");
        if (recency == 1 && frequency == 1) features.Add("nearest.oftenest");
        if (entry is null) features.Add("nil");
        if (entry?.Subkind is { } subkind) features.Add($"{head.Noun}.{subkind.Name}");
        if (head.NameWords.Length > 0) features.Add("word");
        if (phrase.Place is { } place) features.Add($"place.{PlaceFit(entry, place)}");
        if (trace.StartsSentence(last)) features.Add($"topic.{(distance == 1 ? "1" : "any")}");
        if (trace.First < TitleEnd) features.Add("title");
        if (last >= 0 && !_article.Document.Text.AsSpan(last, start - last).Contains('\n')) features.Add("paragraph");
        if (_lastOfNoun.TryGetValue(head.Noun, out ClusterTrace? before)) features.Add(ReferenceEquals(before, trace) ? "before.same" : "before.other");
        if (head.Kind == EntityKind.Plant && entry is not null && Maker(entry) is { } maker) features.Add($"maker.{Named(maker, start)}");
        if (entry is not null && IsParentOfAnother(entry, fitting)) features.Add($"parent.{head.Noun}");
        return features;
    }

    private string? Maker(KnowledgeBaseEntry plant) => plant.Attribute("operator") ?? plant.Parent?.Value;

    /// <summary>Whether a maker, its group or its brand is the organization of the tables that is named last before a place in the text.</summary>
    private string Named(string maker, int start)
    {
        if (_lastMaker.Start != start) _lastMaker = (start, LastMaker(start));
        if (_lastMaker.Entry is not { } named) return "none";
        return named.Id.Value == maker || named.Parent?.Value == maker || _knowledgeBase.Ancestors(EntityId.Parse(maker)).Any(a => a.Id == named.Id) ? "last" : "other";
    }

    private KnowledgeBaseEntry? LastMaker(int start)
    {
        (KnowledgeBaseEntry? last, int place) = (null, -1);
        foreach (ClusterTrace trace in _traces)
        {
            if (trace.Cluster.Link?.Entry is not { Subkind.Name: "Carmaker" or "Brand" or "Supplier" or "Company" } entry) continue;
            if (trace.LastBefore(start) is var at && at > place) (last, place) = (entry, at);
        }

        return last;
    }

    private int TitleEnd => _article.Document.Text.IndexOf('\n');

    private static string Fit(NominalHead head, KnowledgeBaseEntry? entry)
    {
        if (head.Subkinds.Length == 0) return "any";
        return entry?.Subkind is { } subkind ? Array.IndexOf(head.Subkinds, subkind.Name).ToString(System.Globalization.CultureInfo.InvariantCulture) : "unknown";
    }

    private bool IsParentOfAnother(KnowledgeBaseEntry entry, List<ClusterTrace> fitting)
    {
        foreach (ClusterTrace other in fitting)
        {
            if (other.Cluster.Link is { } link && link.Entry.Parent == entry.Id) return true;
        }

        return false;
    }

    private string PlaceFit(KnowledgeBaseEntry? entry, EntityId place)
    {
        if (entry is null) return "nil";
        if (_knowledgeBase.IsPartOf(entry.Id, place)) return "in";
        return _knowledgeBase.PlaceOf(entry.Id) is { } known && !_knowledgeBase.IsPartOf(place, known.Id) ? "out" : "unknown";
    }

    private static string Bucket(int count) => count switch { 0 => "0", 1 => "1", 2 => "2", <= 4 => "4", <= 8 => "8", _ => "many" };
}
