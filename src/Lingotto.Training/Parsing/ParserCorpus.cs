namespace Lingotto.Training.Parsing;

/// <summary>The sentences that a parser and its teachers learn from.</summary>
public sealed record ParserCorpus
{
    /// <summary>Sentences with trees, tagged as a tagger that has not seen them would.</summary>
    public required IReadOnlyList<ParserSentence> Train { get; init; }

    /// <summary>The same sentences for the teachers, with the treebanks' own tags.</summary>
    public required IReadOnlyList<ParserSentence> TeacherTrain { get; init; }

    /// <summary>Sentences without trees, tagged as <see cref="Train"/>.</summary>
    public IReadOnlyList<ParserSentence> Texts { get; init; } = [];

    /// <summary>The same sentences in the same order for the teachers, with the best tags there are.</summary>
    public IReadOnlyList<ParserSentence> TeacherTexts { get; init; } = [];

    /// <summary>Sentences that training is judged by, tagged as <see cref="Train"/>.</summary>
    public required IReadOnlyList<ParserSentence> Development { get; init; }

    /// <summary>What the sentences are, for the manifest.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}
