using System.Runtime.InteropServices;
using Lingotto.Tagging;

namespace Lingotto.Training.Tagging;

/// <summary>
/// Which tags each form has in the treebanks and in the morphological lexicon. Tells of a word in training what would be known of it had its own
/// occurrence not been seen, and writes the lexicon of the model.
/// </summary>
internal sealed class TrainingLexicon(TagInventory inventory, int frequentCount, int slipShare)
{
    private const int GuessMinimum = 8;
    private readonly Dictionary<ulong, Entry> _entries = [];
    private readonly Dictionary<ulong, int[]> _guess = [];

    public sealed class Entry
    {
        /// <summary>Occurrences by bundle, or by class where the features are not known.</summary>
        public SortedDictionary<ushort, int> Counts { get; } = [];

        public SortedSet<ushort> External { get; } = [];

        public int Total { get; set; }
    }

    /// <summary>What is known of a form.</summary>
    public readonly record struct Knowledge(ulong Mask, int Flags);

    public Entry? Find(ulong key) => _entries.GetValueOrDefault(key);

    public void AddExternal(ulong key, ushort item) => EntryOf(key).External.Add(item);

    /// <summary>Counts an occurrence under a key.</summary>
    public void Count(ulong key, int c, int bundle)
    {
        Entry entry = EntryOf(key);
        ushort item = ItemOf(c, bundle);
        entry.Counts[item] = entry.Counts.GetValueOrDefault(item) + 1;
        entry.Total++;
    }

    public static ushort ItemOf(int c, int bundle) => bundle >= 0 ? (ushort)bundle : (ushort)(MorphLexicon.WholeClass | c);

    public int ClassOf(ushort item) => (item & MorphLexicon.WholeClass) != 0 ? item & 0xFF : inventory.BundleClass[item];

    /// <summary>What is known of a key, less one occurrence with <paramref name="without"/>, a class, where that is not negative.</summary>
    public Knowledge Know(ulong key, int without = -1)
    {
        if (!_entries.TryGetValue(key, out Entry? entry)) return default;
        Span<int> counts = stackalloc int[TagInventory.MaximumClasses];
        counts.Clear();
        foreach ((ushort item, int count) in entry.Counts) counts[ClassOf(item)] += count;
        int total = entry.Total;
        if (without >= 0)
        {
            counts[without]--;
            total--;
        }

        ulong mask = 0;
        for (int c = 0; c < counts.Length; c++)
        {
            if (counts[c] > 0 && counts[c] * slipShare >= total) mask |= 1UL << c;
        }

        foreach (ushort item in entry.External) mask |= 1UL << ClassOf(item);
        int flags = total >= frequentCount ? MorphLexicon.Frequent : 0;
        if (total >= 3) flags |= MorphLexicon.Known;
        return new Knowledge(mask, flags);
    }

    /// <summary>Counts a form's endings for the guesser; for forms that are rare.</summary>
    public void CountEndings(in WordForm form, int c)
    {
        for (int length = 0; length <= WordForm.MaximumSuffix && length <= form.Length; length++)
        {
            ulong key = MorphLexicon.GuessKey(form.SuffixHash(length), length, form.ShapeGroup);
            if (!_guess.TryGetValue(key, out int[]? counts)) _guess[key] = counts = new int[TagInventory.MaximumClasses];
            counts[c]++;
        }
    }

    /// <summary>Drops endings seen too seldom, and classes seldom had.</summary>
    public void FinishGuesser()
    {
        foreach ((ulong key, int[] counts) in _guess.ToArray())
        {
            int total = counts.Sum();
            if (total < GuessMinimum) { _guess.Remove(key); continue; }
            for (int c = 0; c < counts.Length; c++)
            {
                if (counts[c] * 100 < total * 2 && counts[c] < 20) counts[c] = 0;
            }
        }
    }

    public ulong Guess(in WordForm form)
    {
        for (int length = Math.Min(WordForm.MaximumSuffix, (int)form.Length); length >= 0; length--)
        {
            if (_guess.TryGetValue(MorphLexicon.GuessKey(form.SuffixHash(length), length, form.ShapeGroup), out int[]? counts)) return MaskOf(counts);
        }

        return 0;
    }

    /// <summary>
    /// The items by which a form with a class gets its features: those of the lexicon and those seen; the whole class besides where neither says enough.
    /// </summary>
    public void Items(ulong key, int c, int withoutBundle, List<ushort> items, int frequentFeats)
    {
        if (!_entries.TryGetValue(key, out Entry? entry)) return;
        int total = 0;
        bool external = false;
        foreach (ushort item in entry.External)
        {
            if (ClassOf(item) != c) continue;
            external |= (item & MorphLexicon.WholeClass) == 0;
            if (!items.Contains(item)) items.Add(item);
        }

        foreach ((ushort item, int count) in entry.Counts)
        {
            int n = count - (item == withoutBundle ? 1 : 0);
            if (ClassOf(item) != c || n <= 0 || (item & MorphLexicon.WholeClass) != 0) continue;
            total += n;
            if (!items.Contains(item)) items.Add(item);
        }

        ushort whole = (ushort)(MorphLexicon.WholeClass | c);
        if (!external && total < frequentFeats && (total > 0 || entry.Counts.ContainsKey(whole)) && !items.Contains(whole)) items.Add(whole);
    }

    /// <summary>Writes the sections <c>lexicon</c>, <c>lexicon.sets</c> and <c>lexicon.items</c>.</summary>
    public void Write(ModelWriter writer, int frequentFeats)
    {
        var table = new List<KeyValuePair<ulong, ushort>>();
        var sets = new Dictionary<string, ushort>(StringComparer.Ordinal);
        List<MorphLexicon.Set> setRows = [];
        List<ushort> itemRows = [];
        HashSet<ulong> needless = Needless();
        foreach ((ulong key, Entry entry) in _entries.OrderByDescending(e => e.Value.Total).ThenBy(e => e.Key))
        {
            if (needless.Contains(key)) continue;
            Knowledge knowledge = Know(key);
            List<ushort> items = [];
            for (int c = 0; c < inventory.ClassCount; c++)
            {
                if ((knowledge.Mask >> c & 1) != 0) Items(key, c, -1, items, frequentFeats);
            }

            AddSet(key, knowledge.Mask, knowledge.Flags, items, table, sets, setRows, itemRows);
        }

        foreach ((ulong key, int[] counts) in _guess.OrderBy(g => g.Key)) AddSet(key, MaskOf(counts), 0, [], table, sets, setRows, itemRows);
        writer.Add("lexicon", HashTable16.Build(table));
        writer.Add("lexicon.sets", MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(setRows)));
        writer.Add("lexicon.items", MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(itemRows)));
    }

    // What is known of a form whatever its capitals, where that is no more than what is known of it in small letters.
    private HashSet<ulong> Needless()
    {
        var needless = new HashSet<ulong>();
        foreach ((ulong key, Entry entry) in _entries)
        {
            ulong caseless = WordAnalyser.CaselessKey(key);
            if (!_entries.TryGetValue(caseless, out Entry? all)) continue;
            if (Know(key) == Know(caseless) && all.Counts.Keys.All(entry.Counts.ContainsKey) && all.External.SetEquals(entry.External)) needless.Add(caseless);
        }

        return needless;
    }

    private static void AddSet(ulong key, ulong mask, int flags, List<ushort> items, List<KeyValuePair<ulong, ushort>> table, Dictionary<string, ushort> sets, List<MorphLexicon.Set> setRows, List<ushort> itemRows)
    {
        string name = $"{mask:x} {flags} {string.Join(',', items)}";
        if (!sets.TryGetValue(name, out ushort set))
        {
            if (setRows.Count == ushort.MaxValue) return;
            sets[name] = set = (ushort)setRows.Count;
            setRows.Add(new MorphLexicon.Set { Mask = mask, Flags = (ushort)flags, FirstItem = itemRows.Count, ItemCount = (ushort)items.Count });
            itemRows.AddRange(items);
        }

        table.Add(new KeyValuePair<ulong, ushort>(key, set));
    }

    private static ulong MaskOf(int[] counts)
    {
        ulong mask = 0;
        for (int c = 0; c < counts.Length; c++)
        {
            if (counts[c] > 0) mask |= 1UL << c;
        }

        return mask;
    }

    private Entry EntryOf(ulong key)
    {
        if (!_entries.TryGetValue(key, out Entry? entry)) _entries[key] = entry = new Entry();
        return entry;
    }
}
