using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>What cleaning found of a crawled page: which stretches are no part of the article, and the date in its header.</summary>
/// <param name="Boilerplate">The stretches that yield nothing, in order, not overlapping.</param>
/// <param name="HeaderDate">The date that a header line states, null where there is none.</param>
public sealed record PageStructure(IReadOnlyList<TextSpan> Boilerplate, DateOnly? HeaderDate);

/// <summary>Marks the boilerplate of a crawled page. Implementations are safe for concurrent use.</summary>
public interface IPageCleaner
{
    /// <summary>The boilerplate and the header date of a text, which is not changed.</summary>
    PageStructure Clean(string text);
}

/// <summary>What a stage of the domain gets: the document and what is known around it. Immutable.</summary>
/// <param name="Document">The tokens, words, sentences, tags and trees.</param>
/// <param name="Page">The boilerplate and the header date.</param>
/// <param name="Published">The day against which relative times are resolved, null where it is not known.</param>
public sealed record ArticleContext(Document Document, PageStructure Page, DateOnly? Published)
{
    /// <summary>Whether a span lies in boilerplate, wholly or in part.</summary>
    public bool IsBoilerplate(TextSpan span)
    {
        foreach (TextSpan block in Page.Boilerplate)
        {
            if (block.Overlaps(span)) return true;
        }

        return false;
    }
}

/// <summary>Finds and normalises time expressions. Implementations are safe for concurrent use.</summary>
public interface ITimeTagger
{
    /// <summary>The time expressions outside boilerplate, in order of the text, not overlapping; ids <c>t1</c>, <c>t2</c>, …</summary>
    ValueList<TimeExpression> Find(ArticleContext article);
}

/// <summary>Finds and normalises quantities. Implementations are safe for concurrent use.</summary>
public interface IQuantityTagger
{
    /// <summary>The quantities outside boilerplate and outside times, in order of the text, not overlapping; ids <c>q1</c>, <c>q2</c>, …</summary>
    ValueList<Quantity> Find(ArticleContext article, ValueList<TimeExpression> times);
}

/// <summary>A name in the text that is not linked yet.</summary>
/// <param name="Span">The maximal name as printed, without articles, prepositions and titles.</param>
/// <param name="Kind">What it most probably is; <see cref="EntityKind.Role"/> for job titles.</param>
/// <param name="Confidence">Probability of span and kind, 0 to 1.</param>
public sealed record NameMention(TextSpan Span, EntityKind Kind, double Confidence);

/// <summary>Finds names and job titles. Implementations are safe for concurrent use.</summary>
public interface IMentionRecognizer
{
    /// <summary>The names and job titles outside boilerplate, in order of the text, not overlapping.</summary>
    IReadOnlyList<NameMention> Find(ArticleContext article);
}

/// <summary>Links names to the knowledge base and gathers all mentions of one thing, nominal ones too. Implementations are safe for concurrent use.</summary>
public interface IEntityResolver
{
    /// <summary>The entities in order of first mention, ids <c>e1</c>, <c>e2</c>, …; roles are not among them.</summary>
    ValueList<Entity> Resolve(ArticleContext article, IReadOnlyList<NameMention> names);
}

/// <summary>Says who is what where. Implementations are safe for concurrent use.</summary>
public interface IAffiliationFinder
{
    /// <summary>The affiliations; the analysis holds entities and roles.</summary>
    ValueList<Affiliation> Find(ArticleContext article, ArticleAnalysis analysis);
}

/// <summary>Finds direct speech and its speakers. Implementations are safe for concurrent use.</summary>
public interface IQuoteFinder
{
    /// <summary>The quotes, in order of the text; the analysis holds entities, roles and affiliations.</summary>
    ValueList<Quote> Find(ArticleContext article, ArticleAnalysis analysis);
}

/// <summary>Finds events and merges them. Implementations are safe for concurrent use.</summary>
public interface IEventExtractor
{
    /// <summary>The event mentions and the merged events; the analysis holds everything else.</summary>
    (ValueList<AutomotiveEvent> Events, ValueList<MergedEvent> Merged) Extract(ArticleContext article, ArticleAnalysis analysis);
}
