namespace Lingotto.Tagging;

/// <summary>Classes of words that occur in the same contexts, learned from text without annotation: and how often each is written with a capital.</summary>
internal sealed class WordClusters
{
    private readonly HashTable16? _table;

    public WordClusters(ModelFile model, Pinned pinned)
    {
        if (model.HasSection("clusters")) _table = new HashTable16(model.Section("clusters"), pinned);
    }

    /// <summary>What is known of a form from unlabelled text: its cluster and how it is capitalised, packed; 0 for nothing.</summary>
    public ushort Of(ulong lower)
    {
        int cluster = _table is null ? -1 : _table.Find(lower);
        return cluster < 0 ? (ushort)0 : (ushort)cluster;
    }

    /// <summary>Asks the processor to fetch what <see cref="Of"/> reads for a form.</summary>
    public void Prefetch(ulong lower) => _table?.Prefetch(lower);

    public static ushort Pack(int cluster, int bucket) => (ushort)((cluster << 3) | bucket);

    /// <summary>How often the word has a capital inside sentences, in six steps; 0 where it was seen too seldom.</summary>
    public static int CapitalBucket(int small, int capital, int minimum)
    {
        int total = small + capital;
        if (total < minimum) return 0;
        int percent = 100 * capital / total;
        return percent < 2 ? 1 : percent < 15 ? 2 : percent < 50 ? 3 : percent < 85 ? 4 : percent < 98 ? 5 : 6;
    }
}
