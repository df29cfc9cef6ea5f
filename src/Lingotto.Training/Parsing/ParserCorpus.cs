namespace Lingotto.Training.Parsing;

/// <summary>The sentences that a parser and its teachers learn from.</summary>
public sealed record ParserCorpus
{
    /// <summary>Sentences with trees and the treebanks' own tags.</summary>
    public required IReadOnlyList<ParserSentence> Train { get; init; }

    /// <summary>Sentences without trees, which the teachers parse.</summary>
    public IReadOnlyList<ParserSentence> Texts { get; init; } = [];

    /// <summary>Sentences that training is judged by.</summary>
    public required IReadOnlyList<ParserSentence> Development { get; init; }

    /// <summary>What the sentences are, for the manifest.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}
