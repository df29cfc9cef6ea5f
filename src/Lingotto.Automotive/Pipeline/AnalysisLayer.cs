using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>A layer that a user adds after the analysis; its typed form is <see cref="AnalysisLayer{T}"/>.</summary>
public abstract class AnalysisLayer
{
    private protected AnalysisLayer(string name) => Name = name;

    /// <summary>The layer's name, for messages.</summary>
    public string Name { get; }

    internal abstract object? Compute(Document document, ArticleAnalysis analysis);
}

/// <summary>A function of document and analysis whose result is kept beside the analysis. The function must be safe for concurrent use.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
public sealed class AnalysisLayer<T> : AnalysisLayer
{
    private readonly Func<Document, ArticleAnalysis, T> _compute;

    /// <summary>A layer of the given name and function.</summary>
    public AnalysisLayer(string name, Func<Document, ArticleAnalysis, T> compute)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(compute);
        _compute = compute;
    }

    internal override object? Compute(Document document, ArticleAnalysis analysis) => _compute(document, analysis);
}

/// <summary>An article with all that was computed of it: the linguistic document, the analysis, and the user's own layers. Immutable.</summary>
[Domain.TypeFormatterSource(typeof(AnalyzedArticleFormatterSource))]
public sealed class AnalyzedArticle
{
    private readonly IReadOnlyDictionary<AnalysisLayer, object?> _layers;

    internal AnalyzedArticle(Article article, Document? document, ArticleAnalysis analysis, IReadOnlyDictionary<AnalysisLayer, object?> layers)
    {
        Article = article;
        Document = document;
        Analysis = analysis;
        _layers = layers;
    }

    internal static AnalyzedArticle Failed(Article article, Exception exception) => new(
        article, null, new ArticleAnalysis { Id = article.Id, Language = Language.Undetermined.Code, Error = $"{exception.GetType().Name}: {exception.Message}" },
        new Dictionary<AnalysisLayer, object?>());

    /// <summary>What the stages of the domain got.</summary>
    internal ArticleContext Context => new(
        Document ?? throw new InvalidOperationException("The article's language is not analysed."),
        new PageStructure([.. Analysis.Boilerplate.Select(b => TextSpan.FromBounds(b.Start, b.End))], null),
        Article.Published);

    internal AnalyzedArticle With(ArticleAnalysis analysis) => new(Article, Document, analysis, _layers);

    /// <summary>The article as given.</summary>
    public Article Article { get; }

    /// <summary>Its tokens, words, tags and trees; null where its language is not one of the pipeline's.</summary>
    public Document? Document { get; }

    /// <summary>What it says.</summary>
    public ArticleAnalysis Analysis { get; }

    /// <summary>The result of an own layer; the default value where the article's language is not one of the pipeline's.</summary>
    /// <exception cref="InvalidOperationException">The pipeline was built without the layer.</exception>
    public T? Layer<T>(AnalysisLayer<T> layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        if (Document is null) return default;
        return _layers.TryGetValue(layer, out object? value)
            ? (T?)value
            : throw new InvalidOperationException($"The pipeline has no layer '{layer.Name}': add it with AutomotivePipelineBuilder.WithLayer.");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Article.Id ?? "article"}: {Analysis.Language}, {Analysis.Entities.Count} entities, {Analysis.Events.Count} events";
}
