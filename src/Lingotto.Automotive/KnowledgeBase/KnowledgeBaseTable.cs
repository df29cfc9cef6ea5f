using System.Globalization;
using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>
/// The text of one table: a header line, then a row an entity with the columns id, subkind, name_it, name_en, aliases, parent, attributes,
/// divided by tabs; trailing columns may be absent. Rows become entries when they are asked for.
/// </summary>
internal sealed class KnowledgeBaseTable
{
    private const string FirstColumn = "id";
    private readonly EntityKind? _kind;

    private KnowledgeBaseTable(string name, string text, EntityKind? kind) => (Name, Text, _kind) = (name, text, kind);

    public string Name { get; }

    public string Text { get; }

    /// <summary>The tables that are part of the library, in ordinal order of name.</summary>
    public static IReadOnlyList<KnowledgeBaseTable> Embedded()
    {
        const string Prefix = "kb/";
        string[] names = typeof(KnowledgeBaseTable).Assembly.GetManifestResourceNames();
        Array.Sort(names, string.CompareOrdinal);
        var tables = new List<KnowledgeBaseTable>();
        foreach (string name in names)
        {
            if (name.StartsWith(Prefix, StringComparison.Ordinal)) tables.Add(new KnowledgeBaseTable(name, Resources.ReadText(name), null));
        }

        return tables;
    }

    /// <summary>A user's table; <paramref name="kind"/> where the identifiers' prefix does not say it.</summary>
    /// <exception cref="CorpusFormatException">The table is malformed.</exception>
    public static KnowledgeBaseTable Parse(string name, string text, EntityKind? kind)
    {
        var table = new KnowledgeBaseTable(name, text.Replace("\r\n", "\n", StringComparison.Ordinal), kind);
        table.Validate();
        return table;
    }

    /// <summary>The offset of the first row.</summary>
    public int FirstRow => NextRow(0);

    /// <summary>The offset of the row after the one at <paramref name="row"/>.</summary>
    public int NextRow(int row)
    {
        int end = Text.AsSpan(row).IndexOf('\n');
        return end < 0 ? Text.Length : row + end + 1;
    }

    /// <summary>The bounds of the columns of a row: column i lies between bounds[i] + 1 and bounds[i + 1].</summary>
    public void Columns(int row, Span<int> bounds)
    {
        ReadOnlySpan<char> line = Line(row);
        bounds[0] = row - 1;
        int at = 0;
        for (int column = 1; column < bounds.Length; column++)
        {
            int tab = at > line.Length ? -1 : line[at..].IndexOf('\t');
            at = tab < 0 ? line.Length : at + tab;
            bounds[column] = row + at;
            if (tab >= 0) at++;
        }
    }

    /// <summary>The identifier of a row.</summary>
    public ReadOnlySpan<char> Id(int row)
    {
        ReadOnlySpan<char> line = Line(row);
        int tab = line.IndexOf('\t');
        return tab < 0 ? line : line[..tab];
    }

    /// <summary>The entry of a row.</summary>
    public KnowledgeBaseEntry Entry(int row)
    {
        string[] columns = Line(row).ToString().Split('\t');
        string Column(int i) => i < columns.Length ? columns[i] : "";
        KeyValuePair<string, string>[] attributes = Attributes(Column(6));
        string nameIt = Column(2);
        string Value(string key) => attributes.FirstOrDefault(a => a.Key == key).Value ?? "";
        return new KnowledgeBaseEntry
        {
            Id = EntityId.Parse(columns[0]),
            Kind = _kind ?? KindOf(columns[0]),
            Subkind = Column(1) is { Length: > 0 } subkind ? new EntitySubkind(subkind) : null,
            NameIt = nameIt,
            NameEn = Column(3) is { Length: > 0 } nameEn ? nameEn : nameIt,
            Aliases = Names(Column(4)),
            Parent = EntityId.TryParse(Column(5), out EntityId parent) ? parent : null,
            Attributes = ValueList.Create<KeyValuePair<string, string>>(attributes),
            AmbiguousNames = Names(Value("ambiguous_alias")),
            IsVerified = Value("verified") != "no",
            Population = double.TryParse(Value("population"), NumberStyles.None, CultureInfo.InvariantCulture, out double population) ? population : 0,
        };
    }

    private static ValueList<string> Names(string column) => column.Length == 0 ? [] : [.. column.Split('|')];

    private static KeyValuePair<string, string>[] Attributes(string column) =>
    [
        .. column.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(a => a.Split('=', 2))
            .Select(a => KeyValuePair.Create(a[0], a.Length > 1 ? a[1] : "")),
    ];

    /// <summary>The kind of an identifier's prefix; a prefix that is not well known is a kind of its own, its first letter a capital.</summary>
    public static EntityKind KindOf(string id)
    {
        ReadOnlySpan<char> prefix = id.AsSpan(0, id.IndexOf(':', StringComparison.Ordinal));
        foreach (EntityKind kind in EntityKind.All)
        {
            if (prefix.SequenceEqual(kind.IdPrefix)) return kind;
        }

        return new EntityKind(string.Concat(char.ToUpperInvariant(prefix[0]).ToString(), prefix[1..]));
    }

    private ReadOnlySpan<char> Line(int row)
    {
        ReadOnlySpan<char> rest = Text.AsSpan(row);
        int end = rest.IndexOf('\n');
        return end < 0 ? rest : rest[..end];
    }

    private void Validate()
    {
        if (!Text.StartsWith(FirstColumn + "\t", StringComparison.Ordinal))
        {
            throw new CorpusFormatException(Name, 1, "expected the header line id, subkind, name_it, name_en, aliases, parent, attributes, divided by tabs");
        }

        int number = 2;
        for (int row = FirstRow; row < Text.Length; row = NextRow(row), number++)
        {
            string[] columns = Line(row).ToString().Split('\t');
            if (!EntityId.TryParse(columns[0], out _)) throw new CorpusFormatException(Name, number, "the first column is no identifier of the form prefix:slug");
            if (columns.Length < 3 || columns[2].Length == 0) throw new CorpusFormatException(Name, number, "the third column, the Italian name, is empty");
            if (columns.Length > 5 && columns[5].Length > 0 && !EntityId.TryParse(columns[5], out _)) throw new CorpusFormatException(Name, number, "the sixth column, the parent, is no identifier");
        }
    }
}
