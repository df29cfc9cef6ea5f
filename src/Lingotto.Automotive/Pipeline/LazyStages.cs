namespace Lingotto.Automotive;

/// <summary>A stage that is opened when it is first needed, or in the background before that.</summary>
internal interface ILazyStage
{
    void Open();
}

/// <summary>Opens a language's model when it is first needed, so that a pipeline is ready at once and a language that never comes costs nothing.</summary>
internal sealed class LazyTokenizer(Func<ITokenizer> open) : ITokenizer
{
    private readonly Lazy<ITokenizer> _inner = new(open);

    public void Tokenize(DocumentBuilder document, TextSpan part) => _inner.Value.Tokenize(document, part);
}

/// <summary>Opens a language's tagger when it is first needed.</summary>
internal sealed class LazyTagger(Func<ITagger> open) : ITagger
{
    private readonly Lazy<ITagger> _inner = new(open);

    public void Tag(DocumentBuilder document, int sentence) => _inner.Value.Tag(document, sentence);
}

/// <summary>Opens a language's parser when it is first needed.</summary>
internal sealed class LazyParser(Func<IParser> open) : IParser
{
    private readonly Lazy<IParser> _inner = new(open);

    public void Parse(DocumentBuilder document, int sentence) => _inner.Value.Parse(document, sentence);
}

/// <summary>Makes a recogniser when it is first needed: it reads models and the knowledge base.</summary>
internal sealed class LazyMentions(Func<IMentionRecognizer> open) : IMentionRecognizer, ILazyStage
{
    private readonly Lazy<IMentionRecognizer> _inner = new(open);

    public IReadOnlyList<NameMention> Find(ArticleContext article) => _inner.Value.Find(article);

    public void Open() => _ = _inner.Value;
}
