namespace Lingotto.Training;

/// <summary>Settings of <see cref="HashedLinearTrainer"/>.</summary>
internal sealed record HashedLinearOptions
{
    /// <summary>Bits of the table of weights.</summary>
    public int Bits { get; init; } = 17;

    /// <summary>Features that fewer examples have are left out.</summary>
    public int LeastCount { get; init; } = 1;

    public int Epochs { get; init; } = 8;

    public double LearningRate { get; init; } = 0.15;

    /// <summary>Pull of the weights towards zero at each update.</summary>
    public double Decay { get; init; } = 1e-5;

    /// <summary>Share of the features that are left out of each example at random, so that none is relied on alone.</summary>
    public double Dropout { get; init; }

    public int Seed { get; init; } = 1;
}

/// <summary>
/// Trains a binary linear classifier by logistic regression with per-weight learning rates (AdaGrad; Duchi, Hazan and Singer 2011). One
/// thread, fixed order: the same examples give the same weights. The weights are means over the second half of the epochs.
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
        if (options.LeastCount > 1) examples = examples.WithoutRareFeatures(options.LeastCount);
        var order = new int[examples.Count];
        for (int i = 0; i < order.Length; i++) order[i] = i;
        var random = new DeterministicRandom((ulong)options.Seed);
        Span<uint> kept = stackalloc uint[FeatureList.Capacity];
        var sums = new double[weights.Length];
        for (int epoch = 0; epoch < options.Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (int example in order)
            {
                ReadOnlySpan<uint> features = Drop(examples.Features(example), kept, random, options.Dropout);
                double score = 0;
                foreach (uint f in features) score += weights[f >> shift];
                double gradient = (DeterministicMath.Sigmoid(score) - (examples.Answer(example) ? 1 : 0)) * examples.Weight(example);
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

            if (epoch < options.Epochs / 2) continue;
            for (int i = 0; i < sums.Length; i++) sums[i] += weights[i];
        }

        return [.. sums.Select(w => w / (options.Epochs - (options.Epochs / 2))).Select(w => (short)Math.Clamp(Math.Round(w * Scale * (1 - options.Dropout)), short.MinValue, short.MaxValue))];
    }

    private static ReadOnlySpan<uint> Drop(ReadOnlySpan<uint> features, Span<uint> kept, DeterministicRandom random, double share)
    {
        if (share <= 0) return features;
        uint bound = (uint)(share * 65536);
        int count = 0;
        ulong bits = 0;
        for (int i = 0; i < features.Length; i++)
        {
            bits = (i & 3) == 0 ? random.Next() : bits >> 16;
            if ((bits & 0xFFFF) >= bound) kept[count++] = features[i];
        }

        return kept[..count];
    }
}
