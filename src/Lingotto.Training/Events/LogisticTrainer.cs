namespace Lingotto.Training;

/// <summary>A labelled example: hashed features, whether it is positive, and its weight.</summary>
internal readonly record struct LogisticExample(uint[] Features, bool Positive, float Weight);

/// <summary>Settings of <see cref="LogisticTrainer"/>.</summary>
internal sealed record LogisticOptions
{
    public int Bits { get; init; } = 17;
    public int Epochs { get; init; } = 12;
    public double LearningRate { get; init; } = 0.15;
    public double Ridge { get; init; } = 2e-4;
    public uint Seed { get; init; } = 20260101;
}

/// <summary>
/// L2-regularised logistic regression by AdaGrad (Duchi, Hazan, Singer 2011) with averaged weights. One thread, fixed order: same examples, same weights.
/// </summary>
internal sealed class LogisticTrainer(LogisticOptions options)
{
    public (double[] Weights, double Bias) Train(IReadOnlyList<LogisticExample> examples)
    {
        int size = 1 << options.Bits;
        uint mask = (uint)size - 1;
        var weights = new double[size];
        var gradients = new double[size];
        var sums = new double[size];
        var lastUpdate = new int[size];
        double bias = 0, biasGradient = 1, biasSum = 0;
        int step = 0;
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        uint state = options.Seed;
        for (int epoch = 0; epoch < options.Epochs; epoch++)
        {
            Shuffle(order, ref state);
            foreach (int index in order)
            {
                step++;
                LogisticExample example = examples[index];
                double score = bias;
                foreach (uint feature in example.Features) score += weights[feature & mask];
                double error = example.Weight * ((example.Positive ? 1 : 0) - (1 / (1 + Math.Exp(-score))));
                foreach (uint feature in example.Features)
                {
                    uint slot = feature & mask;
                    sums[slot] += weights[slot] * (step - lastUpdate[slot]);
                    lastUpdate[slot] = step;
                    double gradient = error - (options.Ridge * weights[slot]);
                    gradients[slot] += gradient * gradient;
                    weights[slot] += options.LearningRate * gradient / Math.Sqrt(gradients[slot] + 1e-8);
                }

                biasSum += bias;
                biasGradient += error * error;
                bias += options.LearningRate * error / Math.Sqrt(biasGradient);
            }
        }

        for (int slot = 0; slot < size; slot++) weights[slot] = (sums[slot] + (weights[slot] * (step - lastUpdate[slot]))) / Math.Max(1, step);
        return (weights, step > 0 ? biasSum / step : 0);
    }

    private static void Shuffle(int[] order, ref uint state)
    {
        for (int i = order.Length - 1; i > 0; i--)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            int j = (int)(state % (uint)(i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
