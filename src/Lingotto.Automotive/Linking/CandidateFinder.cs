using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>Finds the entries that a printed name may mean: whole, without its legal form, by surname and first name, or by its beginning.</summary>
internal sealed class CandidateFinder(KnowledgeBase knowledgeBase)
{
    private const int MostCandidates = 24;

    public List<LinkCandidate> Find(string name, EntityKind kind)
    {
        var candidates = new List<LinkCandidate>();
        Add(candidates, name, partial: false);
        if (candidates.Count == 0 && CompanyWords.WithoutLegalForm(name) is var bare && bare.Length < name.Length) Add(candidates, bare, partial: false);
        if (candidates.Count == 0) AddWithoutGenericWord(candidates, name, kind);
        if (kind == EntityKind.Person && !candidates.Exists(c => c.Entry.Kind == EntityKind.Person)) AddByFirstName(candidates, name);
        if (kind == EntityKind.VehicleModel || kind == EntityKind.Plant) AddParts(candidates, name, kind);
        if (kind == EntityKind.Plant) AddPlantsOfTowns(candidates);
        if (candidates.Count == 0) AddSingular(candidates, name);
        if (kind != EntityKind.Person && !candidates.Exists(c => c.Entry.Kind == kind || kind == EntityKind.Organization)) AddLonger(candidates, name, kind);
        return candidates;
    }

    private void Add(List<LinkCandidate> candidates, ReadOnlySpan<char> name, bool partial, EntityKind? only = null)
    {
        foreach (GazetteerCandidate candidate in knowledgeBase.Gazetteer.Lookup(name))
        {
            if (candidates.Count >= MostCandidates) return;
            if (only is { } kind && candidate.Entry.Kind != kind) continue;
            if (candidates.Exists(c => ReferenceEquals(c.Entry, candidate.Entry))) continue;
            candidates.Add(new LinkCandidate(candidate.Entry, candidate.Exactness, candidate.IsAmbiguous, candidate.IsAlias, partial));
        }
    }

    /// <summary><c>gruppo X</c> and <c>X Group</c> where the tables know only X.</summary>
    private void AddWithoutGenericWord(List<LinkCandidate> candidates, string name, EntityKind kind)
    {
        if (kind != EntityKind.Organization || !FoldedName.TryNext(name, 0, out NameAtom first)) return;
        if (CompanyWords.IsGeneric(first.Hash) && first.End < name.Length) Add(candidates, name.AsSpan(first.End).Trim(), partial: true, EntityKind.Organization);
        int space = name.LastIndexOf(' ');
        if (candidates.Count > 0 || space <= 0 || !FoldedName.TryNext(name, space, out NameAtom last) || !CompanyWords.IsGeneric(last.Hash)) return;
        Add(candidates, name.AsSpan(0, space), partial: true, EntityKind.Organization);
    }

    /// <summary>Models and makers in the English plural: <c>Multistradas</c>.</summary>
    private void AddSingular(List<LinkCandidate> candidates, string name)
    {
        const int ShortestPlural = 5;
        if (name.Length < ShortestPlural || name[^1] != 's') return;
        foreach (GazetteerCandidate candidate in knowledgeBase.Gazetteer.Lookup(name.AsSpan(0, name.Length - 1)))
        {
            if (!BrandedModels.HasPlural(candidate.Entry)) continue;
            candidates.Add(new LinkCandidate(candidate.Entry, GazetteerExactness.Composed, candidate.IsAmbiguous, candidate.IsAlias, false));
        }
    }

    /// <summary>The plants in the towns that the name may mean.</summary>
    private void AddPlantsOfTowns(List<LinkCandidate> candidates)
    {
        for (int i = candidates.Count - 1; i >= 0; i--)
        {
            if (candidates[i].Entry.Kind != EntityKind.Place) continue;
            foreach (KnowledgeBaseEntry plant in knowledgeBase.PlantsIn(candidates[i].Entry.Id))
            {
                if (candidates.Count >= MostCandidates || candidates.Exists(c => ReferenceEquals(c.Entry, plant))) continue;
                candidates.Add(new LinkCandidate(plant, GazetteerExactness.Loose, true, true, true) { Way = CandidateWay.Town });
            }
        }
    }

    /// <summary>Entries of the kind with a name that goes on where the print ends: <c>Ministero delle imprese</c>, <c>Politecnico</c>.</summary>
    private void AddLonger(List<LinkCandidate> candidates, string name, EntityKind kind)
    {
        foreach (KnowledgeBaseEntry entry in knowledgeBase.Index.Beginnings.Find(name))
        {
            if (candidates.Count >= MostCandidates) return;
            if (entry.Kind != kind || candidates.Exists(c => ReferenceEquals(c.Entry, entry))) continue;
            candidates.Add(new LinkCandidate(entry, GazetteerExactness.Loose, true, true, true) { Way = CandidateWay.Beginning });
        }
    }

    /// <summary>People whose surname ends the name and whose first name begins as the printed one does: <c>J. Elkann</c>, <c>John P. Elkann</c>.</summary>
    private void AddByFirstName(List<LinkCandidate> candidates, string name)
    {
        if (!FoldedName.TryNext(name, 0, out NameAtom first) || first.End >= name.Length) return;
        for (int at = first.End; FoldedName.TryNext(name, at, out NameAtom piece); at = piece.End)
        {
            foreach (GazetteerCandidate candidate in knowledgeBase.Gazetteer.Lookup(name.AsSpan(piece.Start)))
            {
                if (candidate.Exactness != GazetteerExactness.Surname || !FirstNamesAgree(name, first, candidate.Entry.NameIt)) continue;
                if (candidates.Exists(c => ReferenceEquals(c.Entry, candidate.Entry))) continue;
                candidates.Add(new LinkCandidate(candidate.Entry, GazetteerExactness.Composed, false, true, false));
            }
        }
    }

    private static bool FirstNamesAgree(string printed, in NameAtom first, string full)
    {
        if (!FoldedName.TryNext(full, 0, out NameAtom known)) return false;
        return first.Hash == known.Hash || (first.Length == 1 && FoldedName.Fold(printed[first.Start]) == FoldedName.Fold(full[known.Start]));
    }

    /// <summary>Names that begin or end the print, longest first: <c>Wrangler 4xe</c>, <c>Cassino plant</c>, <c>impianto di Melfi</c>.</summary>
    private void AddParts(List<LinkCandidate> candidates, string name, EntityKind kind)
    {
        if (candidates.Exists(c => c.Entry.Kind == kind)) return;
        var ends = new List<NameAtom>();
        for (int at = 0; FoldedName.TryNext(name, at, out NameAtom piece); at = piece.End) ends.Add(piece);
        for (int dropped = 1; dropped < ends.Count; dropped++)
        {
            int before = candidates.Count;
            Add(candidates, name.AsSpan(0, ends[^(dropped + 1)].End), partial: true, kind);
            if (kind == EntityKind.Plant) Add(candidates, name.AsSpan(ends[dropped].Start), partial: true, kind);
            if (candidates.Count > before) return;
        }
    }
}
