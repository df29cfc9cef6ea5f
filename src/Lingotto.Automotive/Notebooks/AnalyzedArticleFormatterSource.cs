using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>Renders an analysed article in notebooks: its text with what was found highlighted, and tables.</summary>
internal sealed class AnalyzedArticleFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new Domain.HtmlFormatter(instance => instance is AnalyzedArticle article ? AnalysisHtml.Analysis(article.Analysis, article.Article.Text) : null),
    ];
}
