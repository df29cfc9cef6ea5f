namespace Lingotto.Training.Ner;

/// <summary>Settings of the training of a name tagger.</summary>
public sealed record NerTrainerOptions
{
    /// <summary>The settings of the sequence labeller.</summary>
    public CrfTrainerOptions Labeller { get; init; } = new();

    /// <summary>Share of the sentences that are also shown in capitals.</summary>
    public double UpperCaseShare { get; init; } = 0.05;
}
