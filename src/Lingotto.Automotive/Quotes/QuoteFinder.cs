using Lingotto.Automotive.Lexing;
using Lingotto.Automotive.Quotes;
using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>
/// Finds direct speech and gives it to who said it: the speaker beside a verb of saying after or before the words, the holder of a title, the
/// organization of a spokesperson, the speaker of the words before, the person interviewed. What nobody says is left out.
/// Immutable, safe for concurrent use.
/// </summary>
/// <param name="knowledge">Tells the titles of persons, where the article does not; may be null.</param>
public sealed class QuoteFinder(KnowledgeBase? knowledge = null) : IQuoteFinder
{
    private readonly KnownTitles _titles = new(knowledge);

    /// <summary>Chooses among the speakers that the text allows where there are trees; null for the rules alone.</summary>
    internal SpeakerRanker? Ranker { get; init; } = SpeakerRanker.Default;

    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("“«\"„‘<'");

    /// <inheritdoc/>
    public ValueList<Quote> Find(ArticleContext article, ArticleAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(analysis);
        string text = article.Document.Text;
        if (!text.AsSpan().ContainsAny(Marks)) return [];
        List<TextSpan> spans = QuotationMarks.Find(text);
        spans.RemoveAll(article.IsBoilerplate);
        if (spans.Count == 0) return [];
        SpeakerFinder attribution = Speakers(article.Document, analysis, spans);
        var found = new List<Quote>();
        for (int i = 0; i < spans.Count; i++)
        {
            foreach (string speaker in attribution.Speakers(i)) found.Add(new Quote(speaker, spans[i].Start, spans[i].End, spans[i].Of(text).ToString()));
        }

        return found.ToValueList();
    }

    internal SpeakerFinder Speakers(Document document, ArticleAnalysis analysis, IReadOnlyList<TextSpan> spans) =>
        new(Lexer.Read(document), new MentionIndex(analysis), analysis, spans, _titles, Ranker);
}
