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
    // What is known of one weight, side by side in memory.
    private struct Slot
    {
        public double Weight, Gradient, Sum;
        public int LastUpdate;
    }

    public (double[] Weights, double Bias) Train(IReadOnlyList<LogisticExample> examples)
    {
        var slots = new Slot[1 << options.Bits];
        uint mask = (uint)slots.Length - 1;
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
                foreach (uint feature in example.Features) score += slots[feature & mask].Weight;
                double error = example.Weight * ((example.Positive ? 1 : 0) - (1 / (1 + Math.Exp(-score))));
                foreach (uint feature in example.Features) Update(ref slots[feature & mask], error, example.Weight, step);
                biasSum += bias;
                biasGradient += error * error;
                bias += options.LearningRate * error / Math.Sqrt(biasGradient);
            }
        }

        double[] weights = [.. slots.Select(s => (s.Sum + (s.Weight * (step - s.LastUpdate))) / Math.Max(1, step))];
        return (weights, step > 0 ? biasSum / step : 0);
    }

    private void Update(ref Slot slot, double error, double weight, int step)
    {
        slot.Sum += slot.Weight * (step - slot.LastUpdate);
        slot.LastUpdate = step;
        double gradient = error - (weight * options.Ridge * slot.Weight);
        slot.Gradient += gradient * gradient;
        slot.Weight += options.LearningRate * gradient / Math.Sqrt(slot.Gradient + 1e-8);
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
