using System.Runtime.InteropServices;
using Lingotto.Ner;

namespace Lingotto.Training.Ner;

/// <summary>
/// Groups words by their neighbours on both sides with the exchange algorithm under a predictive class model (Uszkoreit and Brants 2008; here in both
/// directions at once). The same text gives the same classes.
/// </summary>
internal sealed class ExchangeClusterer
{
    private readonly int _clusters;
    private readonly int[] _class;
    private readonly List<(int Word, int Count)>[] _before, _after;
    private readonly int[] _count;
    private readonly int[] _beforeClass, _afterClass;   // word * clusters + class: how often the word stands before, after the class
    private readonly long[] _classCount;
    private readonly double[] _gain;

    private ExchangeClusterer(int clusters, int[] count, List<(int, int)>[] before, List<(int, int)>[] after)
    {
        (_clusters, _count, _before, _after) = (clusters, count, before, after);
        _class = new int[count.Length];
        _beforeClass = new int[count.Length * clusters];
        _afterClass = new int[count.Length * clusters];
        _classCount = new long[clusters];
        _gain = new double[clusters];
        for (int w = 0; w < count.Length; w++) Move(w, w % clusters, 1);
    }

    /// <summary>Classes from 1 of the words that occur at least <paramref name="minimumCount"/> times, by the hash of their folded form.</summary>
    public static IReadOnlyDictionary<uint, int> Cluster(IReadOnlyList<uint[]> sentences, int clusters, int minimumCount, int rounds)
    {
        var counts = new Dictionary<uint, int>();
        foreach (uint[] sentence in sentences)
        {
            foreach (uint word in sentence) CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _)++;
        }

        uint[] words = [.. counts.Where(c => c.Value >= minimumCount).OrderByDescending(c => c.Value).ThenBy(c => c.Key).Select(c => c.Key)];
        var number = words.Select((w, i) => (w, i)).ToDictionary(p => p.w, p => p.i + 1);
        (List<(int, int)>[] before, List<(int, int)>[] after) = Neighbours(sentences, number);
        int[] count = [.. words.Select(w => counts[w]).Prepend(1)];
        var clusterer = new ExchangeClusterer(clusters, count, before, after);
        for (int round = 0; round < rounds; round++) clusterer.Exchange();
        return words.ToDictionary(w => w, w => clusterer._class[number[w]] + 1);
    }

    // Word 0 is the edge of a sentence and every rare word.
    private static (List<(int, int)>[] Before, List<(int, int)>[] After) Neighbours(IReadOnlyList<uint[]> sentences, Dictionary<uint, int> number)
    {
        var pairs = new Dictionary<(int, int), int>();
        foreach (uint[] sentence in sentences)
        {
            int previous = 0;
            for (int i = 0; i <= sentence.Length; i++)
            {
                int next = i < sentence.Length ? number.GetValueOrDefault(sentence[i]) : 0;
                if (previous != 0 || next != 0) CollectionsMarshal.GetValueRefOrAddDefault(pairs, (previous, next), out _)++;
                previous = next;
            }
        }

        var before = new List<(int, int)>[number.Count + 1];
        var after = new List<(int, int)>[number.Count + 1];
        for (int w = 0; w <= number.Count; w++) (before[w], after[w]) = ([], []);
        foreach (((int left, int right), int count) in pairs.OrderBy(p => p.Key))
        {
            before[right].Add((left, count));
            after[left].Add((right, count));
        }

        return (before, after);
    }

    private void Exchange()
    {
        for (int word = 1; word < _class.Length; word++)
        {
            int old = _class[word];
            Move(word, old, -1);
            int best = BestClass(word, old);
            Move(word, best, 1);
        }
    }

    private int BestClass(int word, int old)
    {
        Array.Clear(_gain);
        foreach ((int left, int count) in _before[word]) AddGains(_beforeClass.AsSpan(left * _clusters, _clusters), count);
        foreach ((int right, int count) in _after[word]) AddGains(_afterClass.AsSpan(right * _clusters, _clusters), count);
        int best = old;
        double bestGain = double.NegativeInfinity;
        for (int c = 0; c < _clusters; c++)
        {
            double gain = _gain[c] - (2 * (NLogN(_classCount[c] + _count[word]) - NLogN(_classCount[c])));
            if (gain > bestGain || (gain == bestGain && c == old)) (best, bestGain) = (c, gain);
        }

        return best;
    }

    private void AddGains(ReadOnlySpan<int> row, int count)
    {
        double fresh = NLogN(count);
        for (int c = 0; c < row.Length; c++)
        {
            int n = row[c];
            _gain[c] += n == 0 ? fresh : NLogN(n + count) - NLogN(n);
        }
    }

    private void Move(int word, int toClass, int sign)
    {
        _class[word] = toClass;
        _classCount[toClass] += sign * _count[word];
        foreach ((int left, int count) in _before[word]) _beforeClass[(left * _clusters) + toClass] += sign * count;
        foreach ((int right, int count) in _after[word]) _afterClass[(right * _clusters) + toClass] += sign * count;
    }

    private static readonly double[] Table = CreateTable();

    private static double NLogN(long n) => n < Table.Length ? Table[n] : n * ExactMath.Log(n);

    private static double[] CreateTable()
    {
        var table = new double[1 << 20];
        for (int n = 2; n < table.Length; n++) table[n] = n * ExactMath.Log(n);
        return table;
    }
}
