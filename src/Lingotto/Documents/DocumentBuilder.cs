using System.Diagnostics;

namespace Lingotto;

/// <summary>
/// The growing columns of one document: stages read what earlier stages wrote and add their own layer.
/// A builder is reused for document after document and allocates nothing once its columns are large enough.
/// Not safe for concurrent use.
/// </summary>
/// <remarks>
/// Tokens have a span of the text; words are syntactic (Italian <c>della</c> is one token and two words).
/// A word's form is its token's text, unless it belongs to a multiword token: then, as its lemma, it lies in <see cref="Characters"/>.
/// Heads are indexes of words in the document, -1 for a root.
/// </remarks>
public sealed class DocumentBuilder
{
    private const int InitialCapacity = 512;

    private int[] _tokenStart = new int[InitialCapacity];
    private int[] _tokenLength = new int[InitialCapacity];
    private int[] _tokenFirstWord = new int[InitialCapacity];

    private int[] _wordToken = new int[InitialCapacity];
    private int[] _formStart = new int[InitialCapacity];
    private int[] _formLength = new int[InitialCapacity];
    private int[] _lemmaStart = new int[InitialCapacity];
    private int[] _lemmaLength = new int[InitialCapacity];
    private Upos[] _upos = new Upos[InitialCapacity];
    private string?[] _xpos = new string?[InitialCapacity];
    private string?[] _feats = new string?[InitialCapacity];
    private int[] _tag = new int[InitialCapacity];
    private int[] _head = new int[InitialCapacity];
    private string?[] _depRel = new string?[InitialCapacity];

    private int[] _sentenceFirstToken = new int[64];
    private int[] _sentenceFirstWord = new int[64];
    private Language[] _sentenceLanguage = new Language[64];

    private char[] _characters = new char[4 * InitialCapacity];
    private int _characterCount;

    /// <summary>The text that spans refer to.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The language of the document as a whole.</summary>
    public Language Language { get; set; }

    /// <summary>Number of tokens so far.</summary>
    public int TokenCount { get; private set; }

    /// <summary>Number of syntactic words so far.</summary>
    public int WordCount { get; private set; }

    /// <summary>Number of sentences so far.</summary>
    public int SentenceCount { get; private set; }

    /// <summary>Whether words were tagged.</summary>
    public bool HasTags { get; set; }

    /// <summary>Whether trees were built.</summary>
    public bool HasTrees { get; set; }

    /// <summary>The arena that holds the forms of multiword tokens' words, and all lemmas.</summary>
    public ReadOnlySpan<char> Characters => _characters.AsSpan(0, _characterCount);

    /// <summary>Forgets everything and starts over with another text.</summary>
    public void Reset(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        Language = default;
        TokenCount = WordCount = SentenceCount = _characterCount = 0;
        HasTags = HasTrees = false;
    }

    // ---- tokens, words, sentences: written by the tokenizer, in order of the text ----

    /// <summary>Begins a sentence: the tokens added from now on belong to it. A sentence that got no token is taken over by the next.</summary>
    public void BeginSentence(Language language = default)
    {
        if (SentenceCount > 0 && _sentenceFirstToken[SentenceCount - 1] == TokenCount) SentenceCount--;
        if (SentenceCount + 1 >= _sentenceFirstToken.Length)
        {
            int capacity = 2 * _sentenceFirstToken.Length;
            Array.Resize(ref _sentenceFirstToken, capacity);
            Array.Resize(ref _sentenceFirstWord, capacity);
            Array.Resize(ref _sentenceLanguage, capacity);
        }

        _sentenceFirstToken[SentenceCount] = TokenCount;
        _sentenceFirstWord[SentenceCount] = WordCount;
        _sentenceLanguage[SentenceCount] = language;
        SentenceCount++;
    }

    /// <summary>Adds a token that is one word.</summary>
    public void AddToken(int start, int length)
    {
        AddMultiwordToken(start, length);
        AddWordRow(-1, 0);
    }

    /// <summary>Adds a token without words; one <see cref="AddWord"/> must follow for each of its words.</summary>
    public void AddMultiwordToken(int start, int length)
    {
        Debug.Assert(start >= 0 && length > 0 && start + length <= Text.Length);
        Debug.Assert(TokenCount == 0 || start >= _tokenStart[TokenCount - 1] + _tokenLength[TokenCount - 1]);
        Debug.Assert(SentenceCount > 0);
        if (TokenCount + 1 >= _tokenStart.Length)
        {
            int capacity = 2 * _tokenStart.Length;
            Array.Resize(ref _tokenStart, capacity);
            Array.Resize(ref _tokenLength, capacity);
            Array.Resize(ref _tokenFirstWord, capacity);
        }

        _tokenStart[TokenCount] = start;
        _tokenLength[TokenCount] = length;
        _tokenFirstWord[TokenCount] = WordCount;
        TokenCount++;
    }

    /// <summary>Adds a word of the last multiword token, with its own form.</summary>
    public void AddWord(ReadOnlySpan<char> form) => AddWordRow(Store(form), form.Length);

    private void AddWordRow(int formStart, int formLength)
    {
        if (WordCount + 1 >= _wordToken.Length) GrowWords();
        int word = WordCount++;
        _wordToken[word] = TokenCount - 1;
        _formStart[word] = formStart;
        _formLength[word] = formLength;
        _lemmaStart[word] = 0;
        _lemmaLength[word] = -1;
        _upos[word] = default;
        _xpos[word] = null;
        _feats[word] = null;
        _tag[word] = -1;
        _head[word] = -1;
        _depRel[word] = null;
    }

    private void GrowWords()
    {
        int capacity = 2 * _wordToken.Length;
        Array.Resize(ref _wordToken, capacity);
        Array.Resize(ref _formStart, capacity);
        Array.Resize(ref _formLength, capacity);
        Array.Resize(ref _lemmaStart, capacity);
        Array.Resize(ref _lemmaLength, capacity);
        Array.Resize(ref _upos, capacity);
        Array.Resize(ref _xpos, capacity);
        Array.Resize(ref _feats, capacity);
        Array.Resize(ref _tag, capacity);
        Array.Resize(ref _head, capacity);
        Array.Resize(ref _depRel, capacity);
    }

    private int Store(ReadOnlySpan<char> characters)
    {
        if (_characterCount + characters.Length > _characters.Length)
        {
            Array.Resize(ref _characters, Math.Max(2 * _characters.Length, _characterCount + characters.Length));
        }

        characters.CopyTo(_characters.AsSpan(_characterCount));
        _characterCount += characters.Length;
        return _characterCount - characters.Length;
    }

    // ---- reading ----

    /// <summary>The span of a token.</summary>
    public TextSpan TokenSpan(int token) => new(_tokenStart[token], _tokenLength[token]);

    /// <summary>Index of the first word of a token; of the word count for the token count.</summary>
    public int FirstWordOfToken(int token) => token == TokenCount ? WordCount : _tokenFirstWord[token];

    /// <summary>Index of the first token of a sentence; the token count for the sentence count.</summary>
    public int FirstTokenOfSentence(int sentence) => sentence == SentenceCount ? TokenCount : _sentenceFirstToken[sentence];

    /// <summary>Index of the first word of a sentence; the word count for the sentence count.</summary>
    public int FirstWordOfSentence(int sentence) => sentence == SentenceCount ? WordCount : _sentenceFirstWord[sentence];

    /// <summary>The language a sentence is analysed in.</summary>
    public Language SentenceLanguage(int sentence) => _sentenceLanguage[sentence];

    /// <summary>Sets the language a sentence is analysed in.</summary>
    public void SetSentenceLanguage(int sentence, Language language) => _sentenceLanguage[sentence] = language;

    /// <summary>Index of the token that a word belongs to.</summary>
    public int TokenOfWord(int word) => _wordToken[word];

    /// <summary>The form of a word.</summary>
    public ReadOnlySpan<char> Form(int word) => _formStart[word] < 0
        ? Text.AsSpan(_tokenStart[_wordToken[word]], _tokenLength[_wordToken[word]])
        : _characters.AsSpan(_formStart[word], _formLength[word]);

    /// <summary>The lemma of a word; its form where none was set.</summary>
    public ReadOnlySpan<char> Lemma(int word) => _lemmaLength[word] < 0 ? Form(word) : _characters.AsSpan(_lemmaStart[word], _lemmaLength[word]);

    /// <summary>The part of speech of a word.</summary>
    public Upos Upos(int word) => _upos[word];

    /// <summary>The treebank-specific tag of a word, null where there is none.</summary>
    public string? Xpos(int word) => _xpos[word];

    /// <summary>The features of a word as CoNLL-U writes them, null where there are none.</summary>
    public string? Feats(int word) => _feats[word];

    /// <summary>The tagger's own number for the word's full tag, -1 where it has none. Numbers of different models do not compare.</summary>
    public int Tag(int word) => _tag[word];

    /// <summary>Index of the head of a word in the document, -1 for a root.</summary>
    public int Head(int word) => _head[word];

    /// <summary>The relation of a word to its head, null where it has none.</summary>
    public string? DepRel(int word) => _depRel[word];

    // ---- writing: tagger, lemmatizer, parser ----

    /// <summary>Sets a word's morphology; strings are kept by reference and should be shared.</summary>
    public void SetTag(int word, Upos upos, string? xpos, string? feats, int tag = -1)
    {
        _upos[word] = upos;
        _xpos[word] = xpos;
        _feats[word] = feats;
        _tag[word] = tag;
    }

    /// <summary>Sets a word's lemma; the characters are copied.</summary>
    public void SetLemma(int word, ReadOnlySpan<char> lemma)
    {
        _lemmaStart[word] = Store(lemma);
        _lemmaLength[word] = lemma.Length;
    }

    /// <summary>Sets a word's head, as an index of a word in the document or -1 for a root, and its relation.</summary>
    public void SetHead(int word, int head, string? depRel)
    {
        Debug.Assert(head >= -1 && head < WordCount && head != word);
        _head[word] = head;
        _depRel[word] = depRel;
    }

    /// <summary>The document so far, as an immutable copy.</summary>
    public Document Build() => new()
    {
        Text = Text,
        Language = Language,
        HasTags = HasTags,
        HasTrees = HasTrees,
        TokenStart = _tokenStart[..TokenCount],
        TokenLength = _tokenLength[..TokenCount],
        TokenFirstWord = [.. _tokenFirstWord.AsSpan(0, TokenCount), WordCount],
        WordToken = _wordToken[..WordCount],
        FormStart = _formStart[..WordCount],
        FormLength = _formLength[..WordCount],
        LemmaStart = _lemmaStart[..WordCount],
        LemmaLength = _lemmaLength[..WordCount],
        Upos = _upos[..WordCount],
        Xpos = _xpos[..WordCount],
        Feats = _feats[..WordCount],
        Head = _head[..WordCount],
        DepRel = _depRel[..WordCount],
        SentenceFirstToken = [.. _sentenceFirstToken.AsSpan(0, SentenceCount), TokenCount],
        SentenceFirstWord = [.. _sentenceFirstWord.AsSpan(0, SentenceCount), WordCount],
        SentenceLanguage = _sentenceLanguage[..SentenceCount],
        Characters = _characters[.._characterCount],
    };
}
