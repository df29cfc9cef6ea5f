using System.Reflection;

namespace Lingotto.Automotive.Lexing;

/// <summary>
/// The words of times and quantities of one language, read from the embedded word tables. A form that ends with <c>*</c> stands for
/// all words that begin so; a word's own row counts as well. Immutable, safe for concurrent use.
/// </summary>
internal sealed class WordTable
{
    private const int MaximumLength = 40;
    private const int Letters = 27;
    private static readonly string[] Files = ["time-words.tsv", "number-words.tsv", "unit-words.tsv", "quote-words.tsv"];
    private static readonly Lazy<WordTable> LazyItalian = new(() => Read(italian: true)), LazyEnglish = new(() => Read(italian: false));

    private readonly Dictionary<string, WordEntry> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordEntry> _stems = new(StringComparer.Ordinal);
    private Dictionary<string, WordEntry>.AlternateLookup<ReadOnlySpan<char>> _lookup, _stemLookup;
    private readonly ulong[] _stemLengths = new ulong[Letters * Letters];
    private int _shortestStem = int.MaxValue, _longestStem;

    private WordTable(bool italian) => IsItalian = italian;

    public static WordTable Italian => LazyItalian.Value;

    public static WordTable English => LazyEnglish.Value;

    public bool IsItalian { get; }

    public static WordTable Of(Language language) => language == Language.Italian ? Italian : English;

    /// <summary>The entry of a word in whatever case; null where the tables do not know it.</summary>
    public WordEntry? Find(ReadOnlySpan<char> word)
    {
        if (word.Length > MaximumLength) return null;
        Span<char> lower = stackalloc char[MaximumLength];
        int length = word.ToLowerInvariant(lower);
        ReadOnlySpan<char> key = lower[..length];
        if (_lookup.TryGetValue(key, out WordEntry? entry)) return entry;
        if (length < _shortestStem) return null;
        for (ulong lengths = _stemLengths[Beginning(key)] & (ulong.MaxValue >> (63 - length)); lengths != 0;)
        {
            int n = 63 - System.Numerics.BitOperations.LeadingZeroCount(lengths);
            if (_stemLookup.TryGetValue(key[..n], out entry)) return entry;
            lengths &= ~(1UL << n);
        }

        return null;
    }

    /// <summary>A number for the first two letters of a word, under which the lengths of the stems that begin so are kept.</summary>
    private static int Beginning(ReadOnlySpan<char> word) => (Letters * Letter(word[0])) + (word.Length > 1 ? Letter(word[1]) : 0);

    private static int Letter(char c) => char.IsAsciiLetterLower(c) ? c - 'a' + 1 : 0;

    private static WordTable Read(bool italian)
    {
        var table = new WordTable(italian);
        foreach (string file in Files)
        {
            foreach ((string wordClass, string value, string[] forms) in TableReader.Rows(file, italian)) table.Add(wordClass, value, forms);
        }

        if (italian) ItalianCardinals.AddTo(table._words);
        table.MergeStems();
        table._lookup = table._words.GetAlternateLookup<ReadOnlySpan<char>>();
        table._stemLookup = table._stems.GetAlternateLookup<ReadOnlySpan<char>>();
        return table;
    }

    private void Add(string className, string value, string[] forms)
    {
        bool isUnit = Enum.TryParse(className, ignoreCase: true, out UnitClass unitClass);
        bool isWord = Enum.TryParse(className, ignoreCase: true, out WordClass wordClass);
        if (!isUnit && !isWord) throw new InvalidOperationException($"Word table: unknown class '{className}'.");
        foreach (string form in forms)
        {
            bool isStem = form.EndsWith('*');
            string key = isStem ? form[..^1] : form;
            Dictionary<string, WordEntry> words = isStem ? _stems : _words;
            if (!words.TryGetValue(key, out WordEntry? entry)) words[key] = entry = new WordEntry();
            entry.Add(isWord ? wordClass : WordClass.None, isUnit ? unitClass : UnitClass.None, value);
            if (!isStem) continue;
            _stemLengths[Beginning(key)] |= 1UL << key.Length;
            _shortestStem = Math.Min(_shortestStem, key.Length);
            _longestStem = Math.Max(_longestStem, key.Length);
        }
    }

    /// <summary>Gives each word the meanings of its stems too, and each stem those of its shorter stems, so that one look-up tells all.</summary>
    private void MergeStems()
    {
        foreach ((string key, WordEntry entry) in _stems.OrderBy(s => s.Key.Length).ThenBy(s => s.Key, StringComparer.Ordinal).Concat(_words))
        {
            bool isStem = _stems.TryGetValue(key, out WordEntry? own) && ReferenceEquals(own, entry);
            for (int n = isStem ? key.Length - 1 : key.Length; n >= _shortestStem; n--)
            {
                if (!_stems.TryGetValue(key[..n], out WordEntry? stem)) continue;
                entry.AddAll(stem);
                break;
            }
        }
    }
}

/// <summary>Reads the embedded word tables: tab-separated rows of class, value, Italian forms, English forms.</summary>
internal static class TableReader
{
    /// <summary>The rows of a table that have a form in the language.</summary>
    public static IEnumerable<(string Class, string Value, string[] Forms)> Rows(string file, bool italian)
    {
        int number = 0;
        foreach (string line in Lines(file))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            string[] cells = line.Split('\t');
            if (cells.Length != 4) throw new InvalidOperationException($"{file}:{number}: expected 4 columns, found {cells.Length}.");
            string forms = cells[italian ? 2 : 3];
            if (forms != "-") yield return (cells[0], cells[1], forms.Split('|'));
        }
    }

    private static IEnumerable<string> Lines(string file)
    {
        Assembly assembly = typeof(TableReader).Assembly;
        Stream stream = assembly.GetManifestResourceStream("words/" + file) ?? throw new InvalidOperationException($"The word table {file} is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line) yield return line;
    }
}
