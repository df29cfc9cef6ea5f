using System.Collections;

namespace Lingotto;

/// <summary>A token: a span of the text, one syntactic word or, where it is a multiword token, several.</summary>
/// <param name="Document">The document that the token belongs to.</param>
/// <param name="Index">Its index in the document.</param>
public readonly record struct Token(Document Document, int Index)
{
    /// <summary>Where the token stands in the text.</summary>
    public TextSpan Span => new(Document.TokenStart[Index], Document.TokenLength[Index]);

    /// <summary>The token as printed.</summary>
    public ReadOnlySpan<char> Text => Span.Of(Document.Text);

    /// <summary>Its syntactic words, at least one.</summary>
    public WordList Words => new(Document, Document.TokenFirstWord[Index], Document.TokenFirstWord[Index + 1]);

    /// <summary>Whether the token is several words, such as <c>della</c>.</summary>
    public bool IsMultiword => Document.TokenFirstWord[Index + 1] - Document.TokenFirstWord[Index] > 1;

    /// <inheritdoc/>
    public override string ToString() => Text.ToString();
}

/// <summary>A syntactic word with its morphology and its place in the tree.</summary>
/// <param name="Document">The document that the word belongs to.</param>
/// <param name="Index">Its index in the document.</param>
public readonly record struct Word(Document Document, int Index)
{
    /// <summary>The token that the word is, or is part of.</summary>
    public Token Token => new(Document, Document.WordToken[Index]);

    /// <summary>The form: for words of a multiword token the expanded one (<c>di</c> of <c>della</c>).</summary>
    public ReadOnlySpan<char> Form => Document.FormSpan(Index);

    /// <summary>The dictionary form; the form itself where no lemmatizer ran.</summary>
    /// <exception cref="InvalidOperationException">The document has no tags.</exception>
    public ReadOnlySpan<char> Lemma { get { Document.RequireTags(); return Document.LemmaSpan(Index); } }

    /// <summary>The universal part of speech.</summary>
    /// <exception cref="InvalidOperationException">The document has no tags.</exception>
    public Upos Upos { get { Document.RequireTags(); return Document.Upos[Index]; } }

    /// <summary>The treebank's own tag, null where there is none.</summary>
    /// <exception cref="InvalidOperationException">The document has no tags.</exception>
    public string? Xpos { get { Document.RequireTags(); return Document.Xpos[Index]; } }

    /// <summary>The features as CoNLL-U writes them (<c>Gender=Fem|Number=Sing</c>), null where there are none.</summary>
    /// <exception cref="InvalidOperationException">The document has no tags.</exception>
    public string? Feats { get { Document.RequireTags(); return Document.Feats[Index]; } }

    /// <summary>Index of the head in the document, -1 for the root of its sentence.</summary>
    /// <exception cref="InvalidOperationException">The document has no trees.</exception>
    public int HeadIndex { get { Document.RequireTrees(); return Document.Head[Index]; } }

    /// <summary>The head, null for the root of its sentence.</summary>
    /// <exception cref="InvalidOperationException">The document has no trees.</exception>
    public Word? Head => HeadIndex < 0 ? null : new Word(Document, HeadIndex);

    /// <summary>The relation to the head (<c>nsubj</c>, <c>obl:agent</c>), null where there is none.</summary>
    /// <exception cref="InvalidOperationException">The document has no trees.</exception>
    public string? DepRel { get { Document.RequireTrees(); return Document.DepRel[Index]; } }

    /// <inheritdoc/>
    public override string ToString() => Document.HasTags ? $"{Form}/{Document.Upos[Index].ToName()}" : Form.ToString();
}

/// <summary>A sentence: a run of tokens analysed in one language.</summary>
/// <param name="Document">The document that the sentence belongs to.</param>
/// <param name="Index">Its index in the document.</param>
[TypeFormatterSource(typeof(DocumentFormatterSource))]
public readonly record struct Sentence(Document Document, int Index)
{
    /// <summary>Its tokens, at least one.</summary>
    public TokenList Tokens => new(Document, Document.SentenceFirstToken[Index], Document.SentenceFirstToken[Index + 1]);

    /// <summary>Its syntactic words, at least one.</summary>
    public WordList Words => new(Document, Document.SentenceFirstWord[Index], Document.SentenceFirstWord[Index + 1]);

    /// <summary>The language that the sentence was analysed in.</summary>
    public Language Language => Document.SentenceLanguage[Index];

    /// <summary>From the start of the first token to the end of the last.</summary>
    public TextSpan Span => TextSpan.FromBounds(Tokens[0].Span.Start, Tokens[Tokens.Count - 1].Span.End);

    /// <inheritdoc/>
    public override string ToString() => Span.Of(Document.Text).ToString();
}

/// <summary>A run of tokens of a document.</summary>
public readonly struct TokenList : IReadOnlyList<Token>
{
    private readonly Document _document;

    internal TokenList(Document document, int first, int end) => (_document, First, Count) = (document, first, end - first);

    /// <summary>Index in the document of the first token.</summary>
    public int First { get; }

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public Token this[int index] => (uint)index < (uint)Count ? new Token(_document, First + index) : throw new ArgumentOutOfRangeException(nameof(index));

    /// <inheritdoc/>
    public IEnumerator<Token> GetEnumerator()
    {
        for (int i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A run of words of a document.</summary>
public readonly struct WordList : IReadOnlyList<Word>
{
    private readonly Document _document;

    internal WordList(Document document, int first, int end) => (_document, First, Count) = (document, first, end - first);

    /// <summary>Index in the document of the first word.</summary>
    public int First { get; }

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public Word this[int index] => (uint)index < (uint)Count ? new Word(_document, First + index) : throw new ArgumentOutOfRangeException(nameof(index));

    /// <inheritdoc/>
    public IEnumerator<Word> GetEnumerator()
    {
        for (int i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>The sentences of a document.</summary>
public readonly struct SentenceList : IReadOnlyList<Sentence>
{
    private readonly Document _document;

    internal SentenceList(Document document) => _document = document;

    /// <inheritdoc/>
    public int Count => _document.SentenceLanguage.Length;

    /// <inheritdoc/>
    public Sentence this[int index] => (uint)index < (uint)Count ? new Sentence(_document, index) : throw new ArgumentOutOfRangeException(nameof(index));

    /// <inheritdoc/>
    public IEnumerator<Sentence> GetEnumerator()
    {
        for (int i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
