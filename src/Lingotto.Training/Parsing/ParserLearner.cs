using System.Diagnostics;
using System.Globalization;
using Lingotto.Parsing;

namespace Lingotto.Training.Parsing;

/// <summary>Trains one network by batches that are cut in two shards, whose gradients are added in a fixed order: the same bytes on any number of threads.</summary>
internal sealed unsafe class ParserLearner : IDisposable
{
    private const int ShardCount = 2;

    private readonly ParserTrainingOptions _options;
    private readonly ParserVocabulary _vocabulary;
    private readonly ParserDropout _dropout;
    private readonly ParserGraph[] _graphs;
    private readonly NativeArray[] _gradients;
    private readonly ParserOptimizer _optimizer;
    private readonly (double Arcs, double Relations)[] _losses = new (double, double)[ShardCount];

    /// <summary>A learner with parameters at random.</summary>
    public ParserLearner(ParserVocabulary vocabulary, ParserShape shape, ParserTrainingOptions options, ParserDropout dropout)
    {
        _options = options;
        _vocabulary = vocabulary;
        _dropout = dropout;
        Parameters = new ParserParameters(shape, options.Seed);
        _optimizer = new ParserOptimizer(Parameters);
        _graphs = [.. Enumerable.Range(0, ShardCount).Select(_ => new ParserGraph(shape, Parameters.Layout))];
        _gradients = [.. Enumerable.Range(0, ShardCount).Select(_ => new NativeArray())];
        foreach (NativeArray gradient in _gradients) gradient.Zeroed(Parameters.Layout.Length);
    }

    /// <summary>The parameters.</summary>
    public ParserParameters Parameters { get; }

    /// <summary>Trains for all epochs and reports the development scores of each.</summary>
    public ParserScore Train(ParserExample[] train, IReadOnlyList<ParserSentence> development, ITrainingReport report)
    {
        ParserExample[] examples = [.. train];
        ParserExample[] held = [.. development.Select(s => _vocabulary.Example(s, _options.TargetTreebank))];
        long total = examples.Sum(e => (long)e.Length) * _options.Epochs, done = 0;
        var random = new DeterministicRandom(_options.Seed + 1000);
        ParserScore score = default;
        for (int epoch = 0; epoch < _options.Epochs; epoch++)
        {
            var watch = Stopwatch.StartNew();
            random.Shuffle<ParserExample>(examples);
            (double arcs, double relations, long words) = (0, 0, 0);
            foreach ((int start, int count) in Batches(examples))
            {
                double progress = (double)done / total, warm = Math.Min(1, (done + 1) / (0.02 * total));
                int size = Batch(examples.AsSpan(start, count), random.Next(), (float)(_options.LearningRate * warm * 0.5 * (1 + Cosine(progress))));
                done += size;
                words += size;
                foreach ((double a, double r) in _losses) (arcs, relations) = (arcs + a, relations + r);
            }

            score = Measure(held, development);
            report.Line(string.Create(CultureInfo.InvariantCulture,
                $"epoch {epoch + 1}/{_options.Epochs} loss {arcs / words:F3} {relations / words:F3} dev UAS {score.Unlabelled:F2} LAS {score.Labelled:F2} {watch.Elapsed.TotalSeconds:F0} s"));
        }

        return score;
    }

    /// <summary>Runs a sentence forward without dropout, scores its arcs and its gold relations, and returns the graph that holds what was computed.</summary>
    public ParserGraph Observe(ParserExample example)
    {
        var random = new DeterministicRandom(0);
        _graphs[0].Forward([example], Parameters.Dense, Parameters.Embeddings, null, _vocabulary.Frequencies, random);
        _graphs[0].Scores(example, 0, Parameters.Dense);
        _graphs[0].RelationScores(example.Length, example.Heads, 0, Parameters.Dense);
        return _graphs[0];
    }

    /// <summary>Predicted trees of sentences.</summary>
    public (int[][] Heads, string[][] Relations) Predict(IReadOnlyList<ParserExample> examples)
    {
        var heads = new int[examples.Count][];
        var relations = new string[examples.Count][];
        ParserGraph graph = _graphs[0];
        var random = new DeterministicRandom(0);
        for (int s = 0; s < examples.Count; s++)
        {
            ParserExample example = examples[s];
            int length = example.Length;
            graph.Forward([example], Parameters.Dense, Parameters.Embeddings, null, _vocabulary.Frequencies, random);
            heads[s] = new int[length];
            TreeDecoder.Decode(DecoderScores.Of(graph.Scores(example, 0, Parameters.Dense)), ParserGraph.Stride(length), length, heads[s], new int[length]);
            ReadOnlySpan<float> scores = graph.RelationScores(length, heads[s], 0, Parameters.Dense);
            relations[s] = new string[length];
            for (int i = 0; i < length; i++) relations[s][i] = heads[s][i] == 0 ? "root" : Best(scores.Slice(i * Parameters.Shape.PaddedRelations, Parameters.Shape.Relations));
        }

        return (heads, relations);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _optimizer.Dispose();
        Parameters.Dispose();
        foreach (ParserGraph graph in _graphs) graph.Dispose();
        foreach (NativeArray gradient in _gradients) gradient.Dispose();
    }

    private ParserScore Measure(ParserExample[] held, IReadOnlyList<ParserSentence> development)
    {
        (int[][] heads, string[][] relations) = Predict(held);
        return ParserScore.Of(development, heads, relations);
    }

    private string Best(ReadOnlySpan<float> scores)
    {
        int best = 0;
        for (int r = 1; r < scores.Length; r++)
        {
            if (scores[r] > scores[best]) best = r;
        }

        return _vocabulary.Relations[best];
    }

    private List<(int Start, int Count)> Batches(ParserExample[] examples)
    {
        var batches = new List<(int, int)>();
        int start = 0, words = 0;
        for (int i = 0; i < examples.Length; i++)
        {
            words += examples[i].Length;
            if (words < _options.BatchWords && i + 1 < examples.Length) continue;
            batches.Add((start, i + 1 - start));
            start = i + 1;
            words = 0;
        }

        return batches;
    }

    private int Batch(ReadOnlySpan<ParserExample> batch, ulong seed, float rate)
    {
        int words = 0, half = 0;
        foreach (ParserExample example in batch) words += example.Length;
        for (int sum = 0; half < batch.Length && sum < words / 2; half++) sum += batch[half].Length;
        ParserExample[][] shards = [[.. batch[..half]], [.. batch[half..]]];
        float scale = 1f / words;
        if (_options.Threads > 1) Parallel.For(0, ShardCount, shard => Shard(shards[shard], shard, seed, scale));
        else for (int shard = 0; shard < ShardCount; shard++) Shard(shards[shard], shard, seed, scale);
        for (int shard = 0; shard < ShardCount; shard++)
        {
            if (shards[shard].Length == 0) continue;
            _optimizer.AddRows(_graphs[shard]);
            if (shard == 0) continue;
            VectorMath.AddTo(_gradients[0].Pointer, _gradients[shard].Pointer, Parameters.Layout.Length);
            _gradients[shard].Zeroed(Parameters.Layout.Length);
        }

        _optimizer.Step(_gradients[0].Pointer, rate);
        return words;
    }

    private void Shard(ParserExample[] examples, int shard, ulong seed, float scale)
    {
        _losses[shard] = default;
        if (examples.Length == 0) return;
        var random = new DeterministicRandom(seed + (ulong)shard);
        _graphs[shard].Forward(examples, Parameters.Dense, Parameters.Embeddings, _dropout, _vocabulary.Frequencies, random);
        _losses[shard] = _graphs[shard].Backward(examples, Parameters.Dense, _gradients[shard].Pointer, scale, masked: true);
    }

    /// <summary>Cosine of half a turn times <paramref name="progress"/> by its Taylor series about the middle, so that every machine gives the same bits.</summary>
    private static double Cosine(double progress)
    {
        double x = Math.PI * (0.5 - progress), square = x * x;
        return x * (1 - (square / 6 * (1 - (square / 20 * (1 - (square / 42 * (1 - (square / 72))))))));
    }
}
