namespace Lingotto.Automotive;

/// <summary>What a name is to its entity.</summary>
[Flags]
internal enum NameUse : byte
{
    None = 0,
    Italian = 1,
    English = 2,
    Alias = 4,
    Surname = 8,
    Ambiguous = 16,
}

/// <summary>One name of one entity.</summary>
internal readonly record struct NamePosting(int Entry, int Table, int Start, int Length, NameUse Use, int Next);

/// <summary>
/// All names of the knowledge base as a trie over hashes of folded pieces: a key for every beginning of every name, with the postings of
/// the names that end there. Immutable once built.
/// </summary>
internal sealed class NameIndex
{
    private const int OnlyPrefix = -1;
    private readonly HashIndex _nodes;
    private NamePosting[] _postings;
    private int _count;

    public NameIndex(int expectedNames)
    {
        _nodes = new HashIndex(2 * expectedNames);
        _postings = new NamePosting[expectedNames];
    }

    /// <summary>Number of names.</summary>
    public int Count => _count;

    /// <summary>Number of the first posting at a key; -1 where the key is only a beginning, -2 where no name begins so.</summary>
    public int FirstPosting(ulong key)
    {
        int value = _nodes.Find(key);
        return value < 0 ? -2 : value - 1;
    }

    public ref readonly NamePosting Posting(int number) => ref _postings[number];

    /// <summary>Adds a name; one that folds to nothing is left out.</summary>
    public void Add(ReadOnlySpan<char> text, int entry, int table, int start, int length, NameUse use)
    {
        ReadOnlySpan<char> name = text.Slice(start, length);
        ulong key = 0;
        for (int offset = 0; FoldedName.TryNext(name, offset, out NameAtom atom); offset = atom.End)
        {
            if (key != 0) _nodes.GetOrAdd(key, OnlyPrefix + 1);
            key = FoldedName.Append(key, atom.Hash);
        }

        if (key == 0) return;
        ref int node = ref _nodes.GetOrAdd(key, OnlyPrefix + 1);
        if (_count == _postings.Length) Array.Resize(ref _postings, 2 * _count);
        _postings[_count] = new NamePosting(entry, table, start, length, use, node - 1);
        node = ++_count;
    }
}
