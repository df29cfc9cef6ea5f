using System.Buffers;
using System.Runtime.InteropServices;

namespace Lingotto.Automotive;

/// <summary>
/// Finds the names of a knowledge base in documents, whatever their case, accents, apostrophes and hyphens. It finds all of them, nested and
/// overlapping ones too; which are mentions is for others to decide. Immutable, safe for concurrent use.
/// </summary>
/// <remarks>Linear in the length of the text: every token costs one look-up, and one more for every token of a name that it begins.</remarks>
public sealed class Gazetteer
{
    private const int MaximumPieces = 16, TypicalPieceLength = 5;
    private readonly KnowledgeBase _knowledgeBase;

    internal Gazetteer(KnowledgeBase knowledgeBase) => _knowledgeBase = knowledgeBase;

    /// <summary>Every name in the document, in order of start, then longest first.</summary>
    public IReadOnlyList<GazetteerMatch> Find(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        NameAtom[] pool = ArrayPool<NameAtom>.Shared.Rent(Math.Max(64, document.Text.Length / TypicalPieceLength));
        int count = 0;
        for (int offset = 0; FoldedName.TryNext(document.Text, offset, out NameAtom atom); offset = atom.End)
        {
            if (count == pool.Length) Grow(ref pool);
            pool[count++] = atom;
        }

        var matches = new List<GazetteerMatch>();
        FindAll(document, pool.AsSpan(0, count), matches);
        ArrayPool<NameAtom>.Shared.Return(pool);
        BrandedModels.AddTo(matches, document, _knowledgeBase);
        return matches;
    }

    /// <summary>The entries that a name means, closest first; empty where the knowledge base lacks it. <paramref name="name"/> is matched whole.</summary>
    public IReadOnlyList<GazetteerCandidate> Lookup(ReadOnlySpan<char> name)
    {
        ulong key = FoldedName.Key(name);
        var candidates = new List<GazetteerCandidate>();
        if (key != 0) Collect(_knowledgeBase.Index.Names.FirstPosting(key), name, false, candidates);
        return candidates;
    }

    private static void Grow(ref NameAtom[] pool)
    {
        NameAtom[] larger = ArrayPool<NameAtom>.Shared.Rent(2 * pool.Length);
        pool.CopyTo(larger, 0);
        ArrayPool<NameAtom>.Shared.Return(pool);
        pool = larger;
    }

    private void FindAll(Document document, ReadOnlySpan<NameAtom> atoms, List<GazetteerMatch> matches)
    {
        string text = document.Text;
        NameIndex names = _knowledgeBase.Index.Names;
        var candidates = new List<GazetteerCandidate>();
        Span<(int Posting, int End, bool Plural)> hits = stackalloc (int, int, bool)[2 * MaximumPieces];
        for (int first = 0; first < atoms.Length; first++)
        {
            int hitCount = 0;
            ulong key = 0;
            for (int last = first; last < atoms.Length && last < first + MaximumPieces; last++)
            {
                if (last > first && !JoinsNames(text, atoms[last - 1], atoms[last])) break;
                ulong longer = FoldedName.Append(key, atoms[last].Hash);
                int posting = names.FirstPosting(longer);
                if (posting >= 0) hits[hitCount++] = (posting, last, false);
                else if (MayBePlural(text, atoms[last]))
                {
                    int singular = names.FirstPosting(FoldedName.Append(key, FoldedName.HashWithoutLast(text, atoms[last])));
                    if (singular >= 0) hits[hitCount++] = (singular, last, true);
                }

                if (posting == -2) break;
                key = longer;
            }

            while (hitCount > 0)
            {
                (int posting, int last, bool plural) = hits[--hitCount];
                TextSpan span = TextSpan.FromBounds(atoms[first].Start, atoms[last].End);
                Collect(posting, span.Of(text), plural, candidates);
                if (candidates.Count == 0) continue;
                int firstToken = document.TokenAtOrAfter(span.Start);
                matches.Add(new GazetteerMatch(span, firstToken, Math.Max(firstToken, document.TokenAtOrAfter(span.End - 1)) + 1, [.. candidates]));
                candidates.Clear();
            }
        }
    }

    private void Collect(int posting, ReadOnlySpan<char> printed, bool plural, List<GazetteerCandidate> candidates)
    {
        KnowledgeBaseIndex index = _knowledgeBase.Index;
        while (posting >= 0)
        {
            ref readonly NamePosting name = ref index.Names.Posting(posting);
            if (NameCase.Compare(index.Text(name), printed, plural) is { } exactness)
            {
                if (exactness <= GazetteerExactness.Variant && (name.Use & NameUse.Surname) != 0) exactness = GazetteerExactness.Surname;
                KnowledgeBaseEntry entry = index.Entry(name.Entry);
                if (!plural || BrandedModels.HasPlural(entry))
                {
                    Add(candidates, new GazetteerCandidate(entry, exactness, (name.Use & NameUse.Ambiguous) != 0, (name.Use & NameUse.Alias) != 0));
                }
            }

            posting = name.Next;
        }

        if (candidates.Count > 1) SortStably(CollectionsMarshal.AsSpan(candidates));
    }

    private static void Add(List<GazetteerCandidate> candidates, GazetteerCandidate candidate)
    {
        for (int i = 0; i < candidates.Count; i++)
        {
            if (!ReferenceEquals(candidates[i].Entry, candidate.Entry)) continue;
            if (candidate.Exactness < candidates[i].Exactness) candidates[i] = candidate;
            return;
        }

        // Postings are linked last to first.
        candidates.Insert(0, candidate);
    }

    private static void SortStably(Span<GazetteerCandidate> candidates)
    {
        for (int i = 1; i < candidates.Length; i++)
        {
            for (int j = i; j > 0 && candidates[j].Exactness < candidates[j - 1].Exactness; j--)
            {
                (candidates[j], candidates[j - 1]) = (candidates[j - 1], candidates[j]);
            }
        }
    }

    private static bool MayBePlural(string text, in NameAtom atom) =>
        atom.Length >= 4 && text[atom.End - 1] == 's' && (atom.Shape & (AtomShape.InitialUpper | AtomShape.AnyDigit)) != 0;

    /// <summary>Whether what stands between two pieces may stand within a name.</summary>
    private static bool JoinsNames(string text, in NameAtom left, in NameAtom right)
    {
        const int LongestGap = 3, LongestAbbreviation = 3;
        ReadOnlySpan<char> gap = text.AsSpan(left.End, right.Start - left.End);
        if (gap.Length > LongestGap) return false;
        bool dot = false;
        foreach (char c in gap)
        {
            if (c == '.') dot = true;
            else if (c == ' ' && dot && left.Length > LongestAbbreviation) return false;
            else if (c is not (' ' or '\u00a0' or '\u202f' or '-' or '\u2010' or '\u2011' or '\'' or '\u2019' or '\u2018' or '`' or '\u00b4' or '/' or '+')) return false;
        }

        return true;
    }
}
