namespace Lingotto.Training;

/// <summary>Settings of <see cref="HashedLinearTrainer"/>.</summary>
internal sealed record HashedLinearOptions
{
    /// <summary>Bits of the table of weights.</summary>
    public int Bits { get; init; } = 17;

    public int Epochs { get; init; } = 8;

    public double LearningRate { get; init; } = 0.15;

    /// <summary>Pull of the weights towards zero at each update.</summary>
    public double Decay { get; init; } = 1e-5;

    public int Seed { get; init; } = 1;
}

/// <summary>
/// Trains a binary linear classifier by logistic regression with per-weight learning rates (AdaGrad; Duchi, Hazan and Singer 2011). One
/// thread, fixed order: the same examples give the same weights.
/// </summary>
internal static class HashedLinearTrainer
{
    /// <summary>Weights are multiplied by it and rounded.</summary>
    public const double Scale = 512;

    /// <summary>The quantised weights.</summary>
    public static short[] Train(ExampleSet examples, HashedLinearOptions options)
    {
        int shift = 32 - options.Bits;
        var weights = new double[1 << options.Bits];
        var squares = new double[1 << options.Bits];
        var order = new int[examples.Count];
        for (int i = 0; i < order.Length; i++) order[i] = i;
        var random = new DeterministicRandom((ulong)options.Seed);
        for (int epoch = 0; epoch < options.Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (int example in order)
            {
                ReadOnlySpan<uint> features = examples.Features(example);
                double score = 0;
                foreach (uint f in features) score += weights[f >> shift];
                double gradient = (Sigmoid(score) - (examples.Answer(example) ? 1 : 0)) * examples.Weight(example);
                if (Math.Abs(gradient) < 1e-4) continue;
                double square = gradient * gradient;
                foreach (uint f in features)
                {
                    uint at = f >> shift;
                    double g = gradient + (options.Decay * weights[at]);
                    squares[at] += square;
                    weights[at] -= options.LearningRate * g / (1e-3 + Math.Sqrt(squares[at]));
                }
            }
        }

        return [.. weights.Select(w => (short)Math.Clamp(Math.Round(w * Scale), short.MinValue, short.MaxValue))];
    }

    /// <summary>The logistic function, by arithmetic alone so that it is the same on every machine.</summary>
    public static double Sigmoid(double x) => x >= 0 ? 1 / (1 + Exponential(-x)) : 1 - (1 / (1 + Exponential(x)));

    private static double Exponential(double x)
    {
        if (x < -40) return 0;
        double small = x / 1024, sum = 1 + (small * (1 + (small / 2 * (1 + (small / 3 * (1 + (small / 4)))))));
        for (int i = 0; i < 10; i++) sum *= sum;
        return sum;
    }
}
