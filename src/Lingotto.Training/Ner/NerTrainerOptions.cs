namespace Lingotto.Training.Ner;

/// <summary>Settings of the training of a name tagger.</summary>
public sealed record NerTrainerOptions
{
    /// <summary>The settings of the sequence labeller.</summary>
    public CrfTrainerOptions Labeller { get; init; } = new() { Runs = 3 };

    /// <summary>
    /// What is added to the score of each English name that is neither a person, an organization nor a place: most corpora do not mark such names, and where
    /// it is not known which words are some, too many are found.
    /// </summary>
    public float EnglishOtherBias { get; init; } = -0.5f;

    /// <summary>Share of the sentences that are also shown in capitals.</summary>
    public double UpperCaseShare { get; init; } = 0.05;
}
