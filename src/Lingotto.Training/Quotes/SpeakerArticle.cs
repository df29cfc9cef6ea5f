using Lingotto.Automotive;
using Lingotto.Automotive.Quotes;
using Lingotto.Domain;

namespace Lingotto.Training;

/// <summary>An annotated article with its analysis, for the choice of speakers. Immutable.</summary>
internal sealed class SpeakerArticle(ArticleContext context, ArticleAnalysis analysis, IReadOnlyList<(TextSpan Span, string Speaker)> right)
{
    private static readonly QuoteFinder Finder = new(KnowledgeBase.Default);
    private GoldArticle? _gold;

    /// <summary>A gold article as the pipeline analyses it; null where it has no language.</summary>
    public static SpeakerArticle? Read(GoldArticle gold, AutomotivePipeline pipeline)
    {
        AnalyzedArticle found = pipeline.Read(gold.ToArticle() with { Language = gold.Language });
        if (found.Document is not { } document) return null;
        var right = new List<(TextSpan, string)>();
        foreach (Quote quote in gold.Analysis.Quotes)
        {
            Entity speaker = gold.Analysis.FindEntity(quote.Speaker)!;
            foreach (Entity entity in found.Analysis.Entities.Where(e => IsSame(e, speaker))) right.Add((TextSpan.FromBounds(quote.Start, quote.End), entity.Id));
        }

        return new SpeakerArticle(new ArticleContext(document, new PageCleaner().Clean(gold.Text), gold.Published), found.Analysis, right) { _gold = gold };
    }

    private static bool IsSame(Entity found, Entity gold) =>
        found.Kind == gold.Kind && (found.Kb is { } id ? id == gold.Kb : found.Mentions.Any(m => gold.Mentions.Any(g => g.Start < m.End && m.Start < g.End)));

    /// <summary>A choice for every quotation that does not name its speaker itself; those whose speaker is no candidate are left out.</summary>
    public List<ChoiceExample> Examples()
    {
        var examples = new List<ChoiceExample>();
        List<TextSpan> spans = QuotationMarks.Find(context.Document.Text);
        spans.RemoveAll(context.IsBoilerplate);
        if (spans.Count == 0) return examples;
        SpeakerFinder finder = Finder.Speakers(context.Document, analysis, spans);
        for (int i = 0; i < spans.Count; i++)
        {
            List<string> who = Speakers(spans[i]);
            if (finder.Candidates(i) is { } candidates)
            {
                bool[] fits = [.. candidates.Select((c, j) => who.Count == 0 ? j == 0 : c.Entity is { } id && who.Contains(id))];
                if (fits.Contains(true)) examples.Add(new ChoiceExample([.. candidates.Select(c => c.Features)], fits));
            }

            if (who.Count > 0) finder.Remember(who[0], i);
        }

        return examples;
    }

    /// <summary>How many quotes of the article a ranker finds.</summary>
    public Measure Score(SpeakerRanker ranker)
    {
        ValueList<Quote> quotes = new QuoteFinder(KnowledgeBase.Default) { Ranker = ranker }.Find(context, analysis);
        return ExtractionScorer.Score(_gold!, analysis with { Quotes = quotes })["quotes"];
    }

    /// <summary>Ids, in the analysis, of the entities that the words are given to.</summary>
    private List<string> Speakers(TextSpan span)
    {
        var speakers = new List<string>();
        foreach ((TextSpan words, string speaker) in right)
        {
            int shared = Math.Min(span.End, words.End) - Math.Max(span.Start, words.Start);
            if (2 * shared >= Math.Max(span.Length, words.Length) && !speakers.Contains(speaker)) speakers.Add(speaker);
        }

        return speakers;
    }
}
