using Lingotto.Parsing;

namespace Lingotto.Training.Parsing;

/// <summary>The rows of the keys that training has seen often enough, and the numbers of the relations.</summary>
internal sealed class ParserVocabulary
{
    private static readonly int[] MinimumCount = [2, 2, 2, 2, 3, 1];

    private const int MaximumKeys = 25_000;

    private readonly Dictionary<ulong, int> _rows = [];
    private readonly Dictionary<string, int> _relationNumbers = new(StringComparer.Ordinal);

    /// <summary>Collects the keys and relations of the training sentences.</summary>
    public ParserVocabulary(IReadOnlyList<ParserSentence> sentences)
    {
        var counts = new Dictionary<ulong, int>();
        var order = new List<(ulong Key, int Kind)>();
        Span<ulong> keys = stackalloc ulong[WordFeatures.KeyCount];
        foreach (ParserSentence sentence in sentences)
        {
            for (int i = 0; i < sentence.Forms.Length; i++)
            {
                WordFeatures.Keys(sentence.Forms[i], sentence.Lemmas[i], sentence.Upos[i], sentence.Feats[i], keys);
                for (int k = 0; k < keys.Length; k++)
                {
                    if (!counts.TryGetValue(keys[k], out int count)) order.Add((keys[k], k));
                    counts[keys[k]] = count + 1;
                }
            }
        }

        var frequencies = new List<int>(new int[WordFeatures.FirstKeyRow]);
        int least = LeastCount(order, counts);
        foreach ((ulong key, int kind) in order)
        {
            if (counts[key] < Math.Max(least, MinimumCount[kind])) continue;
            _rows[key] = frequencies.Count;
            frequencies.Add(counts[key]);
        }

        Frequencies = [.. frequencies];
        Relations = [.. sentences.SelectMany(s => s.Relations).Distinct().Order(StringComparer.Ordinal)];
        for (int i = 0; i < Relations.Length; i++) _relationNumbers[Relations[i]] = i;
    }

    /// <summary>How often each row was seen.</summary>
    public int[] Frequencies { get; }

    /// <summary>The relations by number, in ordinal order.</summary>
    public string[] Relations { get; }

    /// <summary>Keys and their rows.</summary>
    public IReadOnlyDictionary<ulong, int> Rows => _rows;

    /// <summary>The least count that leaves no more keys than the model may have.</summary>
    private static int LeastCount(List<(ulong Key, int Kind)> order, Dictionary<ulong, int> counts)
    {
        int least = 1;
        while (order.Count(o => counts[o.Key] >= Math.Max(least, MinimumCount[o.Kind])) > MaximumKeys) least++;
        return least;
    }

    /// <summary>The sentence as the network sees it. A relation that training has not seen is -1.</summary>
    public ParserExample Example(ParserSentence sentence, int treebank)
    {
        int length = sentence.Forms.Length;
        var rows = new int[length * WordFeatures.RowCount];
        var upos = new byte[length + 1];
        Span<ulong> keys = stackalloc ulong[WordFeatures.KeyCount];
        for (int i = 0; i < length; i++)
        {
            WordFeatures.Keys(sentence.Forms[i], sentence.Lemmas[i], sentence.Upos[i], sentence.Feats[i], keys);
            Span<int> row = rows.AsSpan(i * WordFeatures.RowCount, WordFeatures.RowCount);
            for (int k = 0; k < keys.Length; k++) row[k] = _rows.GetValueOrDefault(keys[k], k);
            row[WordFeatures.KeyCount] = WordFeatures.FirstUposRow + (int)sentence.Upos[i];
            row[WordFeatures.KeyCount + 1] = WordFeatures.FirstShapeRow + WordFeatures.Shape(sentence.Forms[i], i == 0);
            row[WordFeatures.TreebankSlot] = WordFeatures.FirstTreebankRow + treebank;
            upos[i + 1] = (byte)sentence.Upos[i];
        }

        return new ParserExample
        {
            Rows = rows, Upos = upos, Heads = sentence.Heads, Weight = sentence.Weight,
            Relations = [.. sentence.Relations.Select(r => _relationNumbers.GetValueOrDefault(r, -1))],
        };
    }
}
