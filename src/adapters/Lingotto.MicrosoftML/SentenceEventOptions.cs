using Lingotto.Domain;

namespace Lingotto.MicrosoftML;

/// <summary>The ML.NET trainer of a <see cref="SentenceEventClassifier"/>.</summary>
public enum SentenceEventTrainer
{
    /// <summary>SdcaMaximumEntropy, stochastic dual coordinate ascent.</summary>
    Sdca,

    /// <summary>LbfgsMaximumEntropy, limited-memory quasi-Newton.</summary>
    Lbfgs,
}

/// <summary>How a <see cref="SentenceEventClassifier"/> is trained.</summary>
public sealed record SentenceEventOptions
{
    /// <summary>The trainer.</summary>
    public SentenceEventTrainer Trainer { get; init; } = SentenceEventTrainer.Sdca;

    /// <summary>Seed of the ML.NET context. Training runs on one thread, so that the same examples give the same classifier.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Length of the longest word n-gram, 1 or more.</summary>
    public int WordNgramLength { get; init; } = 2;

    /// <summary>Length of the longest character n-gram, 1 or more.</summary>
    public int CharacterNgramLength { get; init; } = 4;
}

/// <summary>A labelled sentence.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Type">The type of the event that it tells, null for one that tells none.</param>
public sealed record SentenceExample(string Sentence, EventType? Type);

/// <summary>An event type that a sentence may tell.</summary>
/// <param name="Type">The type.</param>
/// <param name="Probability">Its probability, 0 to 1; those of all types and of no event sum to 1.</param>
public sealed record EventProposal(EventType Type, double Probability);

/// <summary>A proposal for a sentence of a document.</summary>
/// <param name="Sentence">Where the sentence stands in the text.</param>
/// <param name="Type">The type.</param>
/// <param name="Probability">Its probability, 0 to 1.</param>
public sealed record SentenceProposal(TextSpan Sentence, EventType Type, double Probability);
