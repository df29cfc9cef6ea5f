namespace Lingotto.Training.Parsing;

/// <summary>One sentence as the network sees it.</summary>
internal sealed record ParserExample
{
    /// <summary>Number of words.</summary>
    public int Length => Heads.Length;

    /// <summary>Embedding rows, <see cref="Lingotto.Parsing.WordFeatures.RowCount"/> of each word.</summary>
    public required int[] Rows { get; init; }

    /// <summary>Parts of speech; item 0 stands for the root, the words follow.</summary>
    public required byte[] Upos { get; init; }

    /// <summary>Heads, 0 for the root and from 1 for a word.</summary>
    public required int[] Heads { get; init; }

    /// <summary>Numbers of the relations.</summary>
    public required int[] Relations { get; init; }

    /// <summary>How much the sentence counts.</summary>
    public float Weight { get; init; } = 1;
}
