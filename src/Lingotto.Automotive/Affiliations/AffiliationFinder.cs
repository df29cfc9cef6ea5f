using Lingotto.Automotive.Affiliations;
using Lingotto.Automotive.Lexing;
using Lingotto.Automotive.Quotes;
using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>
/// Says who is what where, by how persons, titles and organizations stand beside each other (<c>X, COO di Y</c>, <c>il presidente di Y, X</c>,
/// <c>Y CEO X</c>, <c>X (Y)</c>, <c>X of Y</c>, <c>X, che guida Y</c>); a title without an organization takes the one that the article speaks of.
/// Needs no trees. Immutable, safe for concurrent use.
/// </summary>
/// <param name="knowledge">What is known of persons' posts, to tell which of an article's organizations a bare title means; null for nothing.</param>
public sealed class AffiliationFinder(KnowledgeBase? knowledge = null) : IAffiliationFinder
{
    private readonly KnownPosts _posts = new(knowledge);

    /// <inheritdoc/>
    public ValueList<Affiliation> Find(ArticleContext article, ArticleAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(analysis);
        if (!analysis.Entities.Any(e => e.Kind == EntityKind.Person)) return [];
        var reader = new AffiliationReader(Lexer.Read(article.Document), new MentionIndex(analysis), _posts);
        return reader.Read().ToValueList();
    }
}
