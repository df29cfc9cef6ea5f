namespace Lingotto.Training.Ner;

/// <summary>Settings of the training of a sequence labeller.</summary>
public sealed record CrfTrainerOptions
{
    /// <summary>How often it is trained from the beginning, in different orders; the mean of the weights is kept.</summary>
    public int Runs { get; init; } = 1;

    /// <summary>Passes over the data before features are pruned.</summary>
    public int Epochs { get; init; } = 5;

    /// <summary>Passes with the features that are kept.</summary>
    public int FineTuningEpochs { get; init; } = 2;

    /// <summary>How often a feature must occur to be used.</summary>
    public int MinimumCount { get; init; } = 2;

    /// <summary>How many features are kept, those with the largest weights.</summary>
    public int MaximumFeatures { get; init; } = 85_000;

    /// <summary>Step size of AdaGrad.</summary>
    public float LearningRate { get; init; } = 0.1f;

    /// <summary>Strength of the pull towards zero of the weights of features that are seen.</summary>
    public float L2 { get; init; } = 1e-3f;

    /// <summary>Probability that the features that name the word itself are hidden at a position.</summary>
    public double LexicalDropout { get; init; } = 0.3;

    /// <summary>Number of features at the beginning of each list that dropout hides.</summary>
    public int LexicalCount { get; init; } = 2;

    /// <summary>What is added to the score of each beginning of a name, by type; empty for nothing.</summary>
    public IReadOnlyList<float> StartBias { get; init; } = [];

    /// <summary>Seed of the order of sequences and of dropout.</summary>
    public ulong Seed { get; init; } = 20251125;
}
