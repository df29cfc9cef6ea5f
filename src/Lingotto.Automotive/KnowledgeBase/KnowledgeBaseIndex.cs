using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>The rows of several tables, found by identifier and by name. Immutable once built; rows become entries when they are asked for.</summary>
internal sealed class KnowledgeBaseIndex
{
    private const int TypicalEntries = 14_000, TypicalNames = 36_000;
    private const int AliasColumn = 4, AttributeColumn = 6, ColumnCount = 7;
    private readonly IReadOnlyList<KnowledgeBaseTable> _tables;
    private readonly List<(int Table, int Row)> _rows = new(TypicalEntries);
    private readonly HashIndex _ids = new(TypicalEntries);
    private readonly KnowledgeBaseEntry?[] _entries;
    private readonly int[] _parents, _containers;

    public KnowledgeBaseIndex(IReadOnlyList<KnowledgeBaseTable> tables, IReadOnlySet<EntityId> removed)
    {
        _tables = tables;
        for (int table = 0; table < tables.Count; table++) AddIds(table, removed);
        _entries = new KnowledgeBaseEntry?[_rows.Count];
        _parents = new int[_rows.Count];
        _containers = new int[_rows.Count];
        Names = new NameIndex(TypicalNames);
        for (int entry = 0; entry < _rows.Count; entry++) AddNames(entry);
        Beginnings = new NameBeginnings(this);
    }

    public bool IsPersonOrPlace(int entry)
    {
        (int table, int row) = _rows[entry];
        ReadOnlySpan<char> id = _tables[table].Id(row);
        return id.StartsWith("person:") || id.StartsWith("place:");
    }

    public NameIndex Names { get; }

    public NameBeginnings Beginnings { get; }

    public int Count => _rows.Count;

    public KnowledgeBaseEntry Entry(int entry)
    {
        // Two threads may both build an entry: they are equal, and either may stay.
        return Volatile.Read(ref _entries[entry]) ?? Interlocked.CompareExchange(ref _entries[entry], Build(entry), null) ?? _entries[entry]!;
    }

    /// <summary>The number of what an entry belongs to, a plant's operator where it has no parent; -1 where there is nothing.</summary>
    public int Parent(int entry)
    {
        // 0 is not known yet, -1 none, else the number plus one; two threads may both find it, and find the same.
        if (_parents[entry] == 0) _parents[entry] = Find(Entry(entry).Parent?.Value ?? Entry(entry).Attribute("operator")) is var parent and >= 0 ? parent + 1 : -1;
        return Math.Max(-1, _parents[entry] - 1);
    }

    /// <summary>The number of the place that an entry lies in: a town's province, a plant's town, else the country; -1 where it is not known.</summary>
    public int Container(int entry)
    {
        if (_containers[entry] == 0) _containers[entry] = FindContainer(Entry(entry)) is var place and >= 0 ? place + 1 : -1;
        return Math.Max(-1, _containers[entry] - 1);
    }

    private int FindContainer(KnowledgeBaseEntry entry)
    {
        if (entry.Kind == EntityKind.Place && entry.Parent is { } parent) return Find(parent.Value);
        if (entry.Kind != EntityKind.Place && entry.Attribute("place") is { } place) return Find(place);
        return entry.Attribute("country") is { } country ? Find("place:" + country) : -1;
    }

    public int Find(ReadOnlySpan<char> id) => id.IsEmpty ? -1 : _ids.Find(IdKey(id));

    /// <summary>The entries whose identifiers begin with a text, in order of the tables. Linear, without making the others.</summary>
    public IEnumerable<KnowledgeBaseEntry> WithIdPrefix(string prefix)
    {
        for (int entry = 0; entry < _rows.Count; entry++)
        {
            (int table, int row) = _rows[entry];
            if (_tables[table].Id(row).StartsWith(prefix, StringComparison.Ordinal)) yield return Entry(entry);
        }
    }

    public ReadOnlySpan<char> Text(in NamePosting posting) => _tables[posting.Table].Text.AsSpan(posting.Start, posting.Length);

    private KnowledgeBaseEntry Build(int entry)
    {
        (int table, int row) = _rows[entry];
        return _tables[table].Entry(row);
    }

    private static ulong IdKey(ReadOnlySpan<char> id)
    {
        ulong key = 1;
        foreach (char c in id) key = FoldedName.Append(key, c);
        return key;
    }

    private void AddIds(int table, IReadOnlySet<EntityId> removed)
    {
        KnowledgeBaseTable rows = _tables[table];
        for (int row = rows.FirstRow; row < rows.Text.Length; row = rows.NextRow(row))
        {
            ReadOnlySpan<char> id = rows.Id(row);
            if (removed.Count > 0 && removed.Contains(EntityId.Parse(id.ToString()))) continue;
            ref int entry = ref _ids.GetOrAdd(IdKey(id), -1);
            if (entry >= 0)
            {
                _rows[entry] = (table, row);
                continue;
            }

            entry = _rows.Count;
            _rows.Add((table, row));
        }
    }

    private void AddNames(int entry)
    {
        (int number, int row) = _rows[entry];
        KnowledgeBaseTable table = _tables[number];
        Span<int> bounds = stackalloc int[ColumnCount + 1];
        table.Columns(row, bounds);
        ReadOnlySpan<char> text = table.Text;
        ReadOnlySpan<char> attributes = text[Math.Min(bounds[AttributeColumn] + 1, bounds[ColumnCount])..bounds[ColumnCount]];
        bool ambiguous = attributes.Contains("ambiguous=yes", StringComparison.Ordinal);
        ReadOnlySpan<char> ambiguousNames = ambiguous ? Value(attributes, "ambiguous_alias=") : default;

        int italianStart = bounds[2] + 1, italianLength = bounds[3] - italianStart;
        int englishStart = bounds[3] + 1, englishLength = bounds[4] - englishStart;
        bool same = englishLength <= 0 || text.Slice(italianStart, italianLength).SequenceEqual(text.Slice(englishStart, englishLength));
        Add(entry, number, text, italianStart, italianLength, same ? NameUse.Italian | NameUse.English : NameUse.Italian, ambiguous, ambiguousNames);
        if (!same) Add(entry, number, text, englishStart, englishLength, NameUse.English, ambiguous, ambiguousNames);
        for (int start = bounds[AliasColumn] + 1; start < bounds[AliasColumn + 1];)
        {
            int end = text[start..bounds[AliasColumn + 1]].IndexOf('|') is var bar and >= 0 ? start + bar : bounds[AliasColumn + 1];
            Add(entry, number, text, start, end - start, NameUse.Alias, ambiguous, ambiguousNames);
            start = end + 1;
        }

        if (Value(attributes, "surname=") is { IsEmpty: false } surname)
        {
            int start = bounds[AttributeColumn] + 1 + attributes.IndexOf("surname=") + "surname=".Length;
            bool unsafeSurname = attributes.Contains("ambiguous_surname=yes", StringComparison.Ordinal);
            Names.Add(text, entry, number, start, surname.Length, unsafeSurname ? NameUse.Surname | NameUse.Ambiguous : NameUse.Surname);
        }
    }

    private void Add(int entry, int table, ReadOnlySpan<char> text, int start, int length, NameUse use, bool ambiguous, ReadOnlySpan<char> ambiguousNames)
    {
        if (length <= 0) return;
        if (ambiguous && IsAmbiguous(text.Slice(start, length), ambiguousNames)) use |= NameUse.Ambiguous;
        Names.Add(text, entry, table, start, length, use);
    }

    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> attributes, ReadOnlySpan<char> key)
    {
        int at = attributes.IndexOf(key);
        if (at < 0 || (at > 0 && attributes[at - 1] != ';')) return default;
        ReadOnlySpan<char> value = attributes[(at + key.Length)..];
        int end = value.IndexOf(';');
        return end < 0 ? value : value[..end];
    }

    private static bool IsAmbiguous(ReadOnlySpan<char> name, ReadOnlySpan<char> ambiguousNames)
    {
        if (ambiguousNames.IsEmpty) return true;
        foreach (Range range in ambiguousNames.Split('|'))
        {
            if (name.SequenceEqual(ambiguousNames[range])) return true;
        }

        return false;
    }
}
