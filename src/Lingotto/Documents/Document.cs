namespace Lingotto;

/// <summary>
/// An article's text with its tokens, words and sentences, and what the stages found of them. Immutable, safe for concurrent use.
/// <see cref="Token"/>, <see cref="Word"/> and <see cref="Sentence"/> are views over its columns.
/// </summary>
[TypeFormatterSource(typeof(DocumentFormatterSource))]
public sealed class Document
{
    internal Document() { }

    /// <summary>The text that spans refer to, exactly as it was given.</summary>
    public required string Text { get; init; }

    /// <summary>The language of the document as a whole.</summary>
    public required Language Language { get; init; }

    /// <summary>Whether parts of speech, features and lemmas were computed.</summary>
    public required bool HasTags { get; init; }

    /// <summary>Whether dependency trees were computed.</summary>
    public required bool HasTrees { get; init; }

    internal int[] TokenStart { get; init; } = [];
    internal int[] TokenLength { get; init; } = [];
    internal int[] TokenFirstWord { get; init; } = [];
    internal int[] WordToken { get; init; } = [];
    internal int[] FormStart { get; init; } = [];
    internal int[] FormLength { get; init; } = [];
    internal int[] LemmaStart { get; init; } = [];
    internal int[] LemmaLength { get; init; } = [];
    internal Upos[] Upos { get; init; } = [];
    internal string?[] Xpos { get; init; } = [];
    internal string?[] Feats { get; init; } = [];
    internal int[] Head { get; init; } = [];
    internal string?[] DepRel { get; init; } = [];
    internal int[] SentenceFirstToken { get; init; } = [];
    internal int[] SentenceFirstWord { get; init; } = [];
    internal Language[] SentenceLanguage { get; init; } = [];
    internal char[] Characters { get; init; } = [];

    /// <summary>The tokens in order of the text.</summary>
    public TokenList Tokens => new(this, 0, TokenStart.Length);

    /// <summary>The syntactic words in order of the text.</summary>
    public WordList Words => new(this, 0, WordToken.Length);

    /// <summary>The sentences in order of the text; every token belongs to exactly one.</summary>
    public SentenceList Sentences => new(this);

    /// <summary>Index of the first token whose span ends after <paramref name="offset"/>; the token count where there is none. Logarithmic.</summary>
    public int TokenAtOrAfter(int offset)
    {
        int low = 0, high = TokenStart.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (TokenStart[middle] + TokenLength[middle] <= offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Index of the sentence that a token belongs to. Logarithmic.</summary>
    public int SentenceOfToken(int token)
    {
        int at = Array.BinarySearch(SentenceFirstToken, token);
        return at >= 0 ? at : ~at - 1;
    }

    internal ReadOnlySpan<char> FormSpan(int word) => FormStart[word] < 0
        ? Text.AsSpan(TokenStart[WordToken[word]], TokenLength[WordToken[word]])
        : Characters.AsSpan(FormStart[word], FormLength[word]);

    internal ReadOnlySpan<char> LemmaSpan(int word) =>
        LemmaLength[word] < 0 ? FormSpan(word) : Characters.AsSpan(LemmaStart[word], LemmaLength[word]);

    internal void RequireTags()
    {
        if (!HasTags) throw new InvalidOperationException("The document has no tags: build the pipeline with a tagger (LinguisticPipelineBuilder.WithTagger).");
    }

    internal void RequireTrees()
    {
        if (!HasTrees) throw new InvalidOperationException("The document has no trees: build the pipeline with a parser (LinguisticPipelineBuilder.WithParser).");
    }

    /// <inheritdoc/>
    public override string ToString() => $"Document ({Language}, {Sentences.Count} sentences, {Tokens.Count} tokens, {Words.Count} words)";
}
