namespace Lingotto;

/// <summary>
/// The linguistic stages in their order: language, tokens and sentences, tags and lemmas, trees. Immutable, safe for concurrent use.
/// </summary>
public sealed class LinguisticPipeline
{
    private readonly ILanguageIdentifier? _identifier;
    private readonly Dictionary<Language, LanguageStages> _stages;

    internal LinguisticPipeline(ILanguageIdentifier? identifier, Dictionary<Language, LanguageStages> stages)
    {
        _identifier = identifier;
        _stages = stages;
    }

    /// <summary>The languages that the pipeline has a tokenizer for.</summary>
    public IReadOnlyCollection<Language> Languages => _stages.Keys;

    /// <summary>The language of a text, by the pipeline's identifier.</summary>
    /// <exception cref="InvalidOperationException">The pipeline has no identifier.</exception>
    public LanguagePrediction Identify(ReadOnlySpan<char> text) => _identifier is { } identifier
        ? identifier.Identify(text)
        : throw new InvalidOperationException("The pipeline identifies no language: build it with LinguisticPipelineBuilder.WithLanguageIdentifier, or give the article's language.");

    /// <summary>The document of a text in a given language, the same for every sentence.</summary>
    /// <exception cref="InvalidOperationException">The pipeline has no tokenizer for the language.</exception>
    public Document Process(string text, Language language)
    {
        var document = new DocumentBuilder();
        Process(document, text, language, identifySentences: false);
        return document.Build();
    }

    /// <summary>
    /// Fills the builder with the document of a text. With <paramref name="identifySentences"/> each sentence is analysed in its own
    /// language where that is another one of the pipeline's.
    /// </summary>
    public void Process(DocumentBuilder document, string text, Language language, bool identifySentences, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!_stages.TryGetValue(language, out LanguageStages? main))
        {
            throw new InvalidOperationException($"The pipeline has no tokenizer for '{language}': add it with LinguisticPipelineBuilder.WithTokenizer.");
        }

        document.Reset(text);
        document.Language = language;
        main.Tokenizer.Tokenize(document, new TextSpan(0, text.Length));
        document.HasTags = main.Tagger is not null;
        document.HasTrees = main.Tagger is not null && main.Parser is not null;
        for (int sentence = 0; sentence < document.SentenceCount; sentence++)
        {
            cancellation.ThrowIfCancellationRequested();
            LanguageStages stages = main;
            document.SetSentenceLanguage(sentence, language);
            if (identifySentences && SentenceLanguage(document, sentence, language) is { } other && _stages.TryGetValue(other, out LanguageStages? own))
            {
                stages = own;
                document.SetSentenceLanguage(sentence, other);
            }

            stages.Tagger?.Tag(document, sentence);
            if (stages.Tagger is not null) stages.Parser?.Parse(document, sentence);
        }
    }

    private Language? SentenceLanguage(DocumentBuilder document, int sentence, Language main)
    {
        const int MinimumLength = 30;
        const double MinimumConfidence = 0.9;
        if (_identifier is null) return null;
        if (_identifier is LanguageIdentifier { Words: { } words } && main.IsSupported)
        {
            Language language = words.Decide(document, sentence, main);
            return language == main ? null : language;
        }

        TextSpan first = document.TokenSpan(document.FirstTokenOfSentence(sentence)), last = document.TokenSpan(document.FirstTokenOfSentence(sentence + 1) - 1);
        if (last.End - first.Start < MinimumLength) return null;
        LanguagePrediction prediction = _identifier.Identify(document.Text.AsSpan(first.Start, last.End - first.Start));
        return prediction.Language != main && prediction.Confidence >= MinimumConfidence ? prediction.Language : null;
    }
}

internal sealed record LanguageStages(ITokenizer Tokenizer, ITagger? Tagger, IParser? Parser);

/// <summary>Puts a <see cref="LinguisticPipeline"/> together. Not safe for concurrent use.</summary>
public sealed class LinguisticPipelineBuilder
{
    private readonly Dictionary<Language, ITokenizer> _tokenizers = [];
    private readonly Dictionary<Language, ITagger> _taggers = [];
    private readonly Dictionary<Language, IParser> _parsers = [];
    private ILanguageIdentifier? _identifier;

    /// <summary>Identifies languages by <paramref name="identifier"/>.</summary>
    public LinguisticPipelineBuilder WithLanguageIdentifier(ILanguageIdentifier identifier)
    {
        _identifier = identifier;
        return this;
    }

    /// <summary>Finds the sentences and tokens of a language by <paramref name="tokenizer"/>.</summary>
    public LinguisticPipelineBuilder WithTokenizer(Language language, ITokenizer tokenizer)
    {
        _tokenizers[language] = tokenizer;
        return this;
    }

    /// <summary>Tags the words of a language by <paramref name="tagger"/>.</summary>
    public LinguisticPipelineBuilder WithTagger(Language language, ITagger tagger)
    {
        _taggers[language] = tagger;
        return this;
    }

    /// <summary>Parses the sentences of a language by <paramref name="parser"/>.</summary>
    public LinguisticPipelineBuilder WithParser(Language language, IParser parser)
    {
        _parsers[language] = parser;
        return this;
    }

    /// <summary>The pipeline.</summary>
    /// <exception cref="InvalidOperationException">A language has a tagger but no tokenizer, or a parser but no tagger.</exception>
    public LinguisticPipeline Build()
    {
        foreach (Language language in _taggers.Keys)
        {
            if (!_tokenizers.ContainsKey(language)) throw new InvalidOperationException($"'{language}' has a tagger but no tokenizer: add one with WithTokenizer.");
        }

        foreach (Language language in _parsers.Keys)
        {
            if (!_taggers.ContainsKey(language)) throw new InvalidOperationException($"'{language}' has a parser but no tagger: add one with WithTagger.");
        }

        return new LinguisticPipeline(_identifier, _tokenizers.ToDictionary(
            t => t.Key,
            t => new LanguageStages(t.Value, _taggers.GetValueOrDefault(t.Key), _parsers.GetValueOrDefault(t.Key))));
    }
}
