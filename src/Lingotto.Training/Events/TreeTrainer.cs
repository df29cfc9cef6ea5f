using Lingotto.Automotive;

namespace Lingotto.Training;

/// <summary>A labelled vector.</summary>
internal readonly record struct VectorExample(float[] Vector, bool Positive);

/// <summary>Settings of <see cref="TreeTrainer"/>.</summary>
internal sealed record TreeOptions
{
    public int Trees { get; init; } = 120;
    public double Rate { get; init; } = 0.06;
    public double Ridge { get; init; } = 3;
    /// <summary>Least sum of second derivatives in a leaf.</summary>
    public double Weight { get; init; } = 3;
    public double Rows { get; init; } = 0.7;
    public double Columns { get; init; } = 0.4;
    public uint Seed { get; init; } = 20260102;
}

/// <summary>Gradient boosting of small trees for a yes or no (Friedman 2001; Newton steps with a ridge as Chen and Guestrin 2016). One thread, fixed order: same examples, same trees.</summary>
internal sealed class TreeTrainer(TreeOptions options)
{
    private const int Depth = TreeScorer.Depth, Nodes = (1 << Depth) - 1, Bins = 32;
    private readonly List<byte> _features = [];
    private readonly List<float> _thresholds = [], _leaves = [];
    private uint _state = options.Seed;

    public TreeScorer Train(IReadOnlyList<VectorExample> examples)
    {
        int count = examples.Count, width = examples[0].Vector.Length;
        var cuts = new float[width][];
        var bins = new byte[width][];
        for (int f = 0; f < width; f++) (cuts[f], bins[f]) = Bin(examples, f);
        double positive = Math.Clamp(examples.Count(e => e.Positive) / (double)count, 1e-3, 1 - 1e-3), bias = Math.Log(positive / (1 - positive));
        var score = new double[count];
        Array.Fill(score, bias);
        var (gradient, curvature, leaf) = (new double[count], new double[count], new int[count]);
        for (int tree = 0; tree < options.Trees; tree++)
        {
            for (int i = 0; i < count; i++)
            {
                double p = 1 / (1 + Math.Exp(-score[i]));
                (gradient[i], curvature[i]) = ((examples[i].Positive ? 1 : 0) - p, p * (1 - p));
                leaf[i] = 0;
            }

            bool[] rows = Draw(count, options.Rows), columns = Draw(width, options.Columns);
            for (int level = 0; level < Depth; level++) Split(level, rows, columns, bins, cuts, gradient, curvature, leaf);
            AddLeaves(rows, gradient, curvature, leaf, score, tree == 0 ? bias : 0);
        }

        return new TreeScorer([.. _features], [.. _thresholds], [.. _leaves]);
    }

    private static (float[] Cuts, byte[] Bins) Bin(IReadOnlyList<VectorExample> examples, int feature)
    {
        float[] values = [.. examples.Select(e => e.Vector[feature]).Order()];
        var cuts = new List<float>();
        for (int b = 1; b < Bins; b++)
        {
            int at = b * values.Length / Bins;
            // A cut lies between two values that differ: the smaller one still goes left.
            while (at > 0 && at < values.Length && values[at] == values[at - 1]) at++;
            if (at >= values.Length || at == 0) continue;
            float cut = values[at - 1];
            if (cuts.Count == 0 || cut > cuts[^1]) cuts.Add(cut);
        }

        return ([.. cuts], [.. examples.Select(e => (byte)cuts.Count(c => e.Vector[feature] > c))]);
    }

    private bool[] Draw(int count, double share)
    {
        var drawn = new bool[count];
        for (int i = 0; i < count; i++)
        {
            _state ^= _state << 13;
            _state ^= _state >> 17;
            _state ^= _state << 5;
            drawn[i] = _state < share * uint.MaxValue;
        }

        return drawn;
    }

    // Splits every node of a level by its best question; one without a gain sends all to the left.
    private void Split(int level, bool[] rows, bool[] columns, byte[][] bins, float[][] cuts, double[] gradient, double[] curvature, int[] leaf)
    {
        int nodes = 1 << level;
        var best = new (double Gain, int Feature, int Cut)[nodes];
        Array.Fill(best, (1e-6, 0, -1));
        var (g, h) = (new double[nodes * Bins], new double[nodes * Bins]);
        for (int f = 0; f < columns.Length; f++)
        {
            if (!columns[f] || cuts[f].Length == 0) continue;
            Array.Clear(g);
            Array.Clear(h);
            for (int i = 0; i < rows.Length; i++)
            {
                if (!rows[i]) continue;
                int slot = (leaf[i] * Bins) + bins[f][i];
                g[slot] += gradient[i];
                h[slot] += curvature[i];
            }

            for (int node = 0; node < nodes; node++) FindCut(g.AsSpan(node * Bins, Bins), h.AsSpan(node * Bins, Bins), f, cuts[f].Length, ref best[node]);
        }

        foreach ((double _, int feature, int cut) in best)
        {
            _features.Add((byte)feature);
            _thresholds.Add(cut < 0 ? float.MaxValue : cuts[feature][cut]);
        }

        for (int i = 0; i < leaf.Length; i++)
        {
            (double _, int feature, int cut) = best[leaf[i]];
            leaf[i] = (2 * leaf[i]) + (cut >= 0 && bins[feature][i] > cut ? 1 : 0);
        }
    }

    private void FindCut(ReadOnlySpan<double> g, ReadOnlySpan<double> h, int feature, int cuts, ref (double Gain, int Feature, int Cut) best)
    {
        double allG = 0, allH = 0, leftG = 0, leftH = 0;
        for (int b = 0; b <= cuts; b++) (allG, allH) = (allG + g[b], allH + h[b]);
        for (int b = 0; b < cuts; b++)
        {
            (leftG, leftH) = (leftG + g[b], leftH + h[b]);
            if (leftH < options.Weight || allH - leftH < options.Weight) continue;
            double gain = Value(leftG, leftH) + Value(allG - leftG, allH - leftH) - Value(allG, allH);
            if (gain > best.Gain) best = (gain, feature, b);
        }
    }

    private double Value(double g, double h) => g * g / (h + options.Ridge);

    private void AddLeaves(bool[] rows, double[] gradient, double[] curvature, int[] leaf, double[] score, double bias)
    {
        var (g, h) = (new double[1 << Depth], new double[1 << Depth]);
        for (int i = 0; i < leaf.Length; i++)
        {
            if (!rows[i]) continue;
            g[leaf[i]] += gradient[i];
            h[leaf[i]] += curvature[i];
        }

        float[] values = [.. g.Select((x, i) => (float)((options.Rate * x / (h[i] + options.Ridge)) + bias))];
        _leaves.AddRange(values);
        for (int i = 0; i < leaf.Length; i++) score[i] += values[leaf[i]] - bias;
    }
}
