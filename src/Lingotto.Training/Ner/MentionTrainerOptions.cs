namespace Lingotto.Training.Ner;

/// <summary>Settings of the training of the mention labeller.</summary>
public sealed record MentionTrainerOptions
{
    /// <summary>The settings of the sequence labeller.</summary>
    public CrfTrainerOptions Labeller { get; init; } = new()
    {
        Epochs = 8, FineTuningEpochs = 2, MinimumCount = 2, MaximumFeatures = 14_000, LexicalDropout = 0.3, LexicalCount = 2, LearningRate = 0.1f, L2 = 1e-3f,
    };

    /// <summary>How often each article is shown with a random half of the knowledge base's persons, organizations and plants hidden.</summary>
    public int HalvedViews { get; init; } = 2;

    /// <summary>How many variants of each article with other names are added.</summary>
    public int RenamedVariants { get; init; } = 2;

    /// <summary>Share of the entities that a variant renames.</summary>
    public double RenamedShare { get; init; } = 0.5;

    /// <summary>How many made-up sentences are added.</summary>
    public int SilverSentences { get; init; } = 2000;

    /// <summary>How much a made-up sentence counts against one of an article.</summary>
    public float SilverWeight { get; init; } = 0.3f;
}
