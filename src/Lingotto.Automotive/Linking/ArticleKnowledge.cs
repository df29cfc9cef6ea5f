using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>The entries that an article names beyond doubt, as context for its other names.</summary>
internal sealed class ArticleKnowledge
{
    private readonly KnowledgeBase _knowledgeBase;
    private readonly HashSet<EntityId> _named = [], _parents = [], _places = [];

    public ArticleKnowledge(KnowledgeBase knowledgeBase, IEnumerable<NameForm> forms)
    {
        _knowledgeBase = knowledgeBase;
        foreach (NameForm form in forms)
        {
            LinkCandidate? only = null;
            int safe = 0;
            foreach (LinkCandidate candidate in form.Candidates)
            {
                if (candidate.IsAmbiguous || candidate.IsPartial || candidate.Entry.Kind != form.Kind || candidate.Exactness == GazetteerExactness.Loose) continue;
                only = candidate;
                safe++;
            }

            if (safe == 1) AddNamed(only!.Value.Entry);
        }
    }

    public bool IsNamed(EntityId id) => _named.Contains(id);

    public bool ParentIsNamed(KnowledgeBaseEntry entry)
    {
        foreach (KnowledgeBaseEntry ancestor in _knowledgeBase.Ancestors(entry.Id))
        {
            if (_named.Contains(ancestor.Id)) return true;
        }

        return EntityId.TryParse(entry.Attribute("operator"), out EntityId maker) && _named.Contains(maker);
    }

    public bool PlaceIsNamed(KnowledgeBaseEntry entry)
    {
        KnowledgeBaseEntry? place = entry.Kind == EntityKind.Place ? Container(entry) : _knowledgeBase.PlaceOf(entry.Id);
        for (int depth = 0; place is not null && depth < 6; depth++)
        {
            if (_named.Contains(place.Id) || _places.Contains(place.Id)) return true;
            place = Container(place);
        }

        return false;
    }

    public bool ChildIsNamed(EntityId id) => _parents.Contains(id);

    public bool SiblingIsNamed(KnowledgeBaseEntry entry) => entry.Parent is { } parent && _parents.Contains(parent);

    private void AddNamed(KnowledgeBaseEntry entry)
    {
        if (!_named.Add(entry.Id)) return;
        if (entry.Parent is { } parent) _parents.Add(parent);
        if (entry.Kind == EntityKind.Place) return;
        if (_knowledgeBase.PlaceOf(entry.Id) is { } place) _places.Add(place.Id);
    }

    private KnowledgeBaseEntry? Container(KnowledgeBaseEntry place) => place.Parent is { } parent
        ? _knowledgeBase.Find(parent)
        : place.Attribute("country") is { } country ? _knowledgeBase.Find("place:" + country) : null;
}
