namespace Lingotto.Automotive;

/// <summary>Finds the entries with a name that begins with given pieces and goes on, other than people and places. Built when first used.</summary>
internal sealed class NameBeginnings(KnowledgeBaseIndex index)
{
    private const int MostFound = 12;
    private readonly Lazy<Dictionary<ulong, List<int>>> _byFirstPiece = new(() => Build(index));

    /// <summary>The entries, in order of the tables; empty where there are more than a dozen.</summary>
    public IReadOnlyList<KnowledgeBaseEntry> Find(ReadOnlySpan<char> name)
    {
        if (!FoldedName.TryNext(name, 0, out NameAtom first) || !_byFirstPiece.Value.TryGetValue(first.Hash, out List<int>? postings)) return [];
        var found = new List<KnowledgeBaseEntry>();
        foreach (int number in postings)
        {
            ref readonly NamePosting posting = ref index.Names.Posting(number);
            if (!Begins(index.Text(posting), name) || found.Contains(index.Entry(posting.Entry))) continue;
            found.Add(index.Entry(posting.Entry));
            if (found.Count > MostFound) return [];
        }

        return found;
    }

    private static bool Begins(ReadOnlySpan<char> longer, ReadOnlySpan<char> name)
    {
        int at = 0, offset = 0;
        while (FoldedName.TryNext(name, offset, out NameAtom piece))
        {
            if (!FoldedName.TryNext(longer, at, out NameAtom other) || other.Hash != piece.Hash) return false;
            (at, offset) = (other.End, piece.End);
        }

        return FoldedName.TryNext(longer, at, out _);
    }

    private static Dictionary<ulong, List<int>> Build(KnowledgeBaseIndex index)
    {
        var map = new Dictionary<ulong, List<int>>();
        for (int number = 0; number < index.Names.Count; number++)
        {
            ref readonly NamePosting posting = ref index.Names.Posting(number);
            if ((posting.Use & NameUse.Surname) != 0 || index.IsPersonOrPlace(posting.Entry)) continue;
            if (!FoldedName.TryNext(index.Text(posting), 0, out NameAtom first) || !FoldedName.TryNext(index.Text(posting), first.End, out _)) continue;
            if (!map.TryGetValue(first.Hash, out List<int>? list)) map[first.Hash] = list = [];
            list.Add(number);
        }

        return map;
    }
}
