namespace Lingotto;

/// <summary>One line of a CoNLL-U sentence that is a syntactic word; fields are as printed, <c>_</c> where empty.</summary>
public sealed record ConlluWord
{
    /// <summary>FORM.</summary>
    public required string Form { get; init; }

    /// <summary>LEMMA.</summary>
    public string Lemma { get; init; } = "_";

    /// <summary>UPOS.</summary>
    public Upos Upos { get; init; }

    /// <summary>XPOS.</summary>
    public string Xpos { get; init; } = "_";

    /// <summary>FEATS.</summary>
    public string Feats { get; init; } = "_";

    /// <summary>HEAD: 0 for the root, else the number of the head from 1; -1 where it is <c>_</c>.</summary>
    public int Head { get; init; } = -1;

    /// <summary>DEPREL.</summary>
    public string DepRel { get; init; } = "_";

    /// <summary>DEPS.</summary>
    public string Deps { get; init; } = "_";

    /// <summary>MISC.</summary>
    public string Misc { get; init; } = "_";
}

/// <summary>A token that is several words: the words <paramref name="First"/> to <paramref name="Last"/> (from 1) are printed as one form.</summary>
/// <param name="First">Number of the first word, from 1.</param>
/// <param name="Last">Number of the last word.</param>
/// <param name="Form">The form as printed.</param>
/// <param name="Misc">MISC.</param>
public sealed record ConlluRange(int First, int Last, string Form, string Misc);

/// <summary>An empty node of the enhanced representation, kept so that files round-trip.</summary>
/// <param name="After">Number of the word that it follows.</param>
/// <param name="Line">The line as printed.</param>
public sealed record ConlluEmptyNode(int After, string Line);

/// <summary>A sentence as CoNLL-U has it.</summary>
public sealed record ConlluSentence
{
    /// <summary>The comment lines, with their <c>#</c>.</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];

    /// <summary>The syntactic words.</summary>
    public required IReadOnlyList<ConlluWord> Words { get; init; }

    /// <summary>The multiword tokens, in order.</summary>
    public IReadOnlyList<ConlluRange> Ranges { get; init; } = [];

    /// <summary>The empty nodes, in order.</summary>
    public IReadOnlyList<ConlluEmptyNode> EmptyNodes { get; init; } = [];

    /// <summary>The value of the comment <c># key = value</c>, null where there is none.</summary>
    public string? Comment(string key)
    {
        foreach (string comment in Comments)
        {
            string[] parts = comment[1..].Split('=', 2);
            if (parts.Length == 2 && parts[0].Trim() == key) return parts[1].Trim();
        }

        return null;
    }

    /// <summary>The text of the sentence by its <c># text</c> comment, null where there is none.</summary>
    public string? Text => Comment("text");

    /// <summary>Whether a paragraph or document begins with this sentence.</summary>
    public bool BeginsParagraph => Comments.Any(c => c.StartsWith("# newpar", StringComparison.Ordinal) || c.StartsWith("# newdoc", StringComparison.Ordinal));
}
