using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Training;

/// <summary>An annotated article with the names that the pipeline finds in it, for the resolution of descriptions. Immutable.</summary>
internal sealed class NominalArticle(GoldArticle gold, ArticleContext context, IReadOnlyList<NameMention> names, ArticleAnalysis analysis)
{
    private const int MostDifference = 30;

    public static NominalArticle? Read(GoldArticle gold, AutomotivePipeline pipeline)
    {
        AnalyzedArticle found = pipeline.Read(gold.ToArticle() with { Language = gold.Language });
        if (found.Document is not { } document) return null;
        List<NameMention> names = [.. found.Analysis.Entities.SelectMany(e => e.Mentions.Where(m => !m.Nominal).Select(m => new NameMention(TextSpan.FromBounds(m.Start, m.End), e.Kind, m.Confidence ?? 1))).OrderBy(n => n.Span)];
        return new NominalArticle(gold, new ArticleContext(document, new PageCleaner().Clean(gold.Text), gold.Published), names, found.Analysis);
    }

    /// <summary>A choice for every description; one that the annotators give to something that is no candidate is left out.</summary>
    public List<ChoiceExample> Examples()
    {
        var examples = new List<ChoiceExample>();
        var resolver = new NominalResolver(KnowledgeBase.Default);
        NominalScene scene = resolver.Scene(context, new EntityResolver(KnowledgeBase.Default).Names(context, names));
        foreach (NominalPhrase phrase in scene.Phrases)
        {
            List<NominalCandidate> candidates = scene.Candidates(phrase);
            GoldMention? right = gold.Mentions.FirstOrDefault(m => m.Nominal && m.Kind == phrase.Head.Kind && m.Span.Overlaps(phrase.Span) && Math.Abs(m.Span.Length - phrase.Span.Length) <= MostDifference);
            bool[] fits = [.. candidates.Select((c, i) => right is null ? i == 0 : i > 0 && IsRight(c, right))];
            int chosen = Array.IndexOf(fits, true);
            if (chosen < 0) continue;
            examples.Add(new ChoiceExample([.. candidates.Select(c => c.Features)], fits));
            scene.Attach(phrase, candidates[chosen]);
        }

        return examples;
    }

    /// <summary>How many descriptions of the article are resolved as the annotators did.</summary>
    public Measure Score(LogLinearTable weights)
    {
        var resolver = new EntityResolver(KnowledgeBase.Default, LinkWeights.Default, new NominalResolver(KnowledgeBase.Default, weights), new SiteDecider(KnowledgeBase.Default));
        return ExtractionScorer.Score(gold, analysis with { Entities = resolver.Resolve(context, names) })["nominal mentions"];
    }

    private bool IsRight(NominalCandidate candidate, GoldMention right)
    {
        EntityId? id = candidate.Institution?.Entry.Id ?? candidate.Trace?.Cluster.Link?.Entry.Id;
        if (id is not null || right.Kb is not null) return id == right.Kb;
        return candidate.Trace!.Cluster.Forms.SelectMany(f => f.Mentions).Any(m => gold.Mentions.Any(g => g.NilSlug == right.NilSlug && !g.Nominal && g.Span.Overlaps(m.Span)));
    }
}
