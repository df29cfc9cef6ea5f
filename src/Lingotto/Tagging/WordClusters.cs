namespace Lingotto.Tagging;

/// <summary>Classes of words that occur in the same contexts, learned from text without annotation: the number of a form's cluster, 0 where it has none.</summary>
internal sealed class WordClusters
{
    private readonly HashTable16? _table;

    public WordClusters(ModelFile model, Pinned pinned)
    {
        if (model.HasSection("clusters")) _table = new HashTable16(model.Section("clusters"), pinned);
    }

    public ushort Of(ulong lower)
    {
        int cluster = _table is null ? -1 : _table.Find(lower);
        return cluster < 0 ? (ushort)0 : (ushort)cluster;
    }
}
