using System.Numerics;
using System.Runtime.InteropServices;
using Lingotto.Tagging;

namespace Lingotto.Training.Tagging;

/// <summary>
/// Groups the words of unlabelled text by the words that stand next to them: spherical k-means over square roots of relative frequencies of
/// left and right neighbours, after Lebret and Collobert (2014).
/// </summary>
internal sealed class WordClusterer
{
    private const int ContextWords = 800;
    private const int MinimumCount = 10;
    private const int MaximumWords = 40_000;
    private const int Rounds = 12;
    private const int FirstNumber = 3;   // 0 is no cluster, 1 and 2 are the edges of a sentence
    private const int MinimumForCapitals = 5;
    private readonly Dictionary<ulong, ushort> _clusters = [];
    private readonly Dictionary<ulong, (int Small, int Capital)> _capitals = [];

    public ushort Of(ulong lower) => _clusters.GetValueOrDefault(lower);

    public void Write(ModelWriter writer)
    {
        if (_clusters.Count > 0) writer.Add("clusters", HashTable16.Build([.. _clusters.OrderBy(c => c.Key)]));
    }

    public static WordClusterer Learn(IReadOnlyList<string> paths, int count, ITrainingReport report)
    {
        var clusterer = new WordClusterer();
        if (count == 0 || paths.Count == 0) return clusterer;
        (List<ulong> words, List<(int[] Index, float[] Value)> rows) = clusterer.Contexts(paths);
        int[] cluster = Cluster(rows, count);
        var number = words.Select((w, i) => (w, i)).ToDictionary(w => w.w, w => cluster[w.i] + FirstNumber);
        foreach ((ulong word, (int small, int capital)) in clusterer._capitals)
        {
            int bucket = WordClusters.CapitalBucket(small, capital, MinimumForCapitals);
            int own = number.GetValueOrDefault(word);
            if (own + bucket > 0) clusterer._clusters[word] = WordClusters.Pack(own, bucket);
        }

        report.Line($"{words.Count} words in {count} clusters");
        return clusterer;
    }

    private (List<ulong> Words, List<(int[] Index, float[] Value)> Rows) Contexts(IReadOnlyList<string> paths)
    {
        var frequency = new Dictionary<ulong, int>();
        foreach (string path in paths) EachLine(path, line => { foreach (ulong w in line) frequency[w] = frequency.GetValueOrDefault(w) + 1; }, CountCapitals);
        List<ulong> words = [.. frequency.Where(f => f.Value >= MinimumCount).OrderByDescending(f => f.Value).ThenBy(f => f.Key).Take(MaximumWords).Select(f => f.Key)];
        var number = words.Select((w, i) => (w, i)).ToDictionary(w => w.w, w => w.i);
        var counts = new Dictionary<int, int>[words.Count];
        for (int i = 0; i < counts.Length; i++) counts[i] = [];
        foreach (string path in paths)
        {
            EachLine(path, line =>
            {
                for (int i = 0; i < line.Count; i++)
                {
                    if (!number.TryGetValue(line[i], out int w)) continue;
                    Add(counts[w], Context(line, i - 1, number));
                    Add(counts[w], Context(line, i + 1, number) + ContextWords + 2);
                }
            });
        }

        return (words, [.. counts.Select(Row)]);
    }

    private void CountCapitals(WordForm form)
    {
        (int small, int capital) = _capitals.GetValueOrDefault(form.Lower);
        _capitals[form.Lower] = form.IsCapitalised ? (small, capital + 1) : (small + 1, capital);
    }

    private static int Context(List<ulong> line, int i, Dictionary<ulong, int> number)
    {
        if (i < 0 || i >= line.Count) return ContextWords;
        return number.TryGetValue(line[i], out int c) && c < ContextWords ? c : ContextWords + 1;
    }

    private static void Add(Dictionary<int, int> counts, int context) => counts[context] = counts.GetValueOrDefault(context) + 1;

    private static (int[] Index, float[] Value) Row(Dictionary<int, int> counts)
    {
        double total = counts.Values.Sum();
        int[] index = [.. counts.Keys.Order()];
        return (index, [.. index.Select(i => (float)Math.Sqrt(counts[i] / total))]);
    }

    private static int[] Cluster(List<(int[] Index, float[] Value)> rows, int count)
    {
        const int Size = 2 * (ContextWords + 2);
        var centre = new float[Size * count];   // by context, then by cluster: a row's products run over neighbouring memory
        for (int k = 0; k < count && k < rows.Count; k++) AddTo(centre, rows[k], k, count);
        var cluster = new int[rows.Count];
        var product = new float[count];
        for (int round = 0; round < Rounds; round++)
        {
            for (int r = 0; r < rows.Count; r++)
            {
                Array.Clear(product);
                (int[] index, float[] value) = rows[r];
                for (int i = 0; i < index.Length; i++)
                {
                    AddScaled(product, centre.AsSpan(index[i] * count, count), value[i]);
                }

                int best = 0;
                for (int k = 1; k < count; k++)
                {
                    if (product[k] > product[best]) best = k;
                }

                cluster[r] = best;
            }

            Array.Clear(centre);
            for (int r = 0; r < rows.Count; r++) AddTo(centre, rows[r], cluster[r], count);
            Normalise(centre, count);
        }

        return cluster;
    }

    // Each sum on its own, so that the width of vectors does not change it.
    private static void AddScaled(Span<float> sums, ReadOnlySpan<float> values, float scale)
    {
        Span<Vector<float>> wideSums = MemoryMarshal.Cast<float, Vector<float>>(sums);
        ReadOnlySpan<Vector<float>> wideValues = MemoryMarshal.Cast<float, Vector<float>>(values);
        for (int i = 0; i < wideSums.Length; i++) wideSums[i] += wideValues[i] * scale;
        for (int i = wideSums.Length * Vector<float>.Count; i < sums.Length; i++) sums[i] += values[i] * scale;
    }

    private static void AddTo(float[] centre, (int[] Index, float[] Value) row, int k, int count)
    {
        for (int i = 0; i < row.Index.Length; i++) centre[(row.Index[i] * count) + k] += row.Value[i];
    }

    private static void Normalise(float[] centre, int count)
    {
        for (int k = 0; k < count; k++)
        {
            double sum = 0;
            for (int i = k; i < centre.Length; i += count) sum += centre[i] * (double)centre[i];
            float scale = sum > 0 ? (float)(1 / Math.Sqrt(sum)) : 0;
            for (int i = k; i < centre.Length; i += count) centre[i] *= scale;
        }
    }

    private static void EachLine(string path, Action<List<ulong>> action, Action<WordForm>? inside = null)
    {
        using StreamReader reader = TaggerCorpus.Open(path);
        List<ulong> line = [];
        while (reader.ReadLine() is { } text)
        {
            line.Clear();
            Split(text, line, inside);
            action(line);
        }
    }

    // Words and marks, roughly as treebanks split them: an apostrophe stays with what is before it, as in "l'auto".
    private static void Split(ReadOnlySpan<char> text, List<ulong> line, Action<WordForm>? inside)
    {
        for (int i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i])) { i++; continue; }
            int start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] == '-' && i > start && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])))) i++;
            if (i > start && i < text.Length && text[i] is (char)39 or (char)0x2019) i++;
            if (i == start) i++;
            WordForm form = WordForm.Of(text[start..i]);
            if (line.Count > 0 && (form.Shape & WordShape.Letter) != 0) inside?.Invoke(form);
            line.Add(form.Lower);
        }
    }
}
