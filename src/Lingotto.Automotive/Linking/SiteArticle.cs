using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>What the names of one article that may mean a town or the works there have in common: read once, linear in the number of names. Immutable.</summary>
internal sealed class SiteArticle
{
    private readonly KnowledgeBase _knowledgeBase;
    private readonly Dictionary<string, (int Governed, int Other)> _named = new(StringComparer.OrdinalIgnoreCase);

    public SiteArticle(KnowledgeBase knowledgeBase, Document document, SiteCues cues, IReadOnlyList<NameMention> names)
    {
        (_knowledgeBase, Document, Cues, Names) = (knowledgeBase, document, cues, names);
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i].Kind == EntityKind.Organization) AddMaker(names[i]);
            string name = NameOf(i);
            (int governed, int other) = _named.GetValueOrDefault(name);
            _named[name] = IsGoverned(i) ? (governed + 1, other) : (governed, other + 1);
        }
    }

    public Document Document { get; }

    public SiteCues Cues { get; }

    /// <summary>The names in order of the text.</summary>
    public IReadOnlyList<NameMention> Names { get; }

    /// <summary>The organizations that the article names by any of their names, and what they belong to.</summary>
    public HashSet<EntityId> Makers { get; } = [];

    /// <summary>Whether a word of works leads to the same name elsewhere in the article; null where the name stands nowhere else.</summary>
    public string? Elsewhere(int index)
    {
        (int governed, int other) = _named[NameOf(index)];
        if (IsGoverned(index)) governed--;
        else other--;
        return governed > 0 ? "elsewhere.works" : other > 0 ? "elsewhere.other" : null;
    }

    public static string Lower(Document document, int token) => document.Tokens[token].Text.ToString().ToLowerInvariant();

    private string NameOf(int index) => Names[index].Span.Of(Document.Text).ToString();

    private bool IsGoverned(int index)
    {
        int token = Document.TokenAtOrAfter(Names[index].Span.Start), next = Document.TokenAtOrAfter(Names[index].Span.End - 1) + 1;
        return (token > 1 && Cues.IsWorks(Lower(Document, token - 2))) || (token > 0 && Cues.IsWorks(Lower(Document, token - 1))) || (next < Document.Tokens.Count && Cues.IsWorks(Lower(Document, next)));
    }

    private void AddMaker(NameMention name)
    {
        foreach (GazetteerCandidate candidate in _knowledgeBase.Gazetteer.Lookup(name.Span.Of(Document.Text)))
        {
            Makers.Add(candidate.Entry.Id);
            if (candidate.Entry.Parent is { } parent) Makers.Add(parent);
        }
    }
}
