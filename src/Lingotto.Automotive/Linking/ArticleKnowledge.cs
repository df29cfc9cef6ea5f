using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>The entries that an article names beyond doubt, as context for its other names.</summary>
internal sealed class ArticleKnowledge
{
    private const int MaximumDepth = 8;
    private readonly KnowledgeBaseIndex _index;
    private readonly HashSet<int> _named = [], _parents = [], _places = [];

    public ArticleKnowledge(KnowledgeBase knowledgeBase, IEnumerable<NameForm> forms)
    {
        _index = knowledgeBase.Index;
        foreach (NameForm form in forms)
        {
            KnowledgeBaseEntry? only = null;
            int safe = 0;
            foreach (LinkCandidate candidate in form.Candidates)
            {
                if (candidate.IsAmbiguous || candidate.IsPartial || candidate.Entry.Kind != form.Kind || candidate.Exactness == GazetteerExactness.Loose) continue;
                only = candidate.Entry;
                safe++;
            }

            if (safe == 1) AddNamed(only!);
        }
    }

    public bool IsNamed(KnowledgeBaseEntry entry) => _named.Contains(Number(entry));

    public bool ParentIsNamed(KnowledgeBaseEntry entry)
    {
        int parent = _index.Parent(Number(entry));
        for (int depth = 0; parent >= 0 && depth < MaximumDepth; depth++, parent = _index.Parent(parent))
        {
            if (_named.Contains(parent)) return true;
        }

        return false;
    }

    public bool PlaceIsNamed(KnowledgeBaseEntry entry)
    {
        int place = _index.Container(Number(entry));
        for (int depth = 0; place >= 0 && depth < MaximumDepth; depth++, place = _index.Container(place))
        {
            if (_named.Contains(place) || _places.Contains(place)) return true;
        }

        return false;
    }

    public bool ChildIsNamed(KnowledgeBaseEntry entry) => _parents.Contains(Number(entry));

    public bool SiblingIsNamed(KnowledgeBaseEntry entry) => _index.Parent(Number(entry)) is var parent and >= 0 && _parents.Contains(parent);

    private int Number(KnowledgeBaseEntry entry) => _index.Find(entry.Id.Value);

    private void AddNamed(KnowledgeBaseEntry entry)
    {
        int number = Number(entry);
        if (!_named.Add(number)) return;
        if (_index.Parent(number) is var parent and >= 0) _parents.Add(parent);
        if (entry.Kind != EntityKind.Place && _index.Container(number) is var place and >= 0) _places.Add(place);
    }
}
