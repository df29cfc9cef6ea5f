using Lingotto.Domain;

namespace Lingotto.Training;

/// <summary>Scores analyses against gold articles by the measures that DOMAIN names; the figures are those of the scoring script, to the last digit.</summary>
public static class ExtractionScorer
{
    private static readonly EntityKind[] Kinds = [.. EntityKind.All.OrderBy(k => k.Name, StringComparer.Ordinal)];

    /// <summary>The score of one article.</summary>
    public static ExtractionScore Score(GoldArticle gold, ArticleAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(analysis);
        var score = new ExtractionScore();
        ScoredSide g = ScoredSide.Of(gold), p = ScoredSide.Predicted(analysis, gold.Text);
        score.Add("language", new Measure(g.Language == p.Language ? 1 : 0, 1, 1));
        AddMentions(score, [.. g.Names], [.. p.Names]);
        AddNominal(score, g, p);
        AddLinks(score, [.. g.Names.Where(m => m.Kind != EntityKind.Role)], [.. p.Names.Where(m => m.Kind != EntityKind.Role)]);
        AddValues(score, g, p);
        AddAffiliations(score, g, p);
        score.Add("quotes", Count(g.Quotes, p.Quotes, (a, b) => a.Span.SharesHalf(b.Span) && g.Canonical(a.Speaker) == p.Canonical(b.Speaker)));
        AddEvents(score, g, p);
        return score;
    }

    /// <summary>
    /// Counts, of the (type, role, filler) facts that two gold articles about the same events share, those that both analyses state.
    /// </summary>
    public static Measure SharedFacts((GoldArticle Gold, ArticleAnalysis Analysis) left, (GoldArticle Gold, ArticleAnalysis Analysis) right)
    {
        HashSet<(string, string, string?)> shared = ScoredSide.Of(left.Gold).Facts();
        shared.IntersectWith(ScoredSide.Of(right.Gold).Facts());
        HashSet<(string, string, string?)> stated = ScoredSide.Predicted(left.Analysis, left.Gold.Text).Facts();
        stated.IntersectWith(ScoredSide.Predicted(right.Analysis, right.Gold.Text).Facts());
        return new Measure(shared.Count(stated.Contains), shared.Count, stated.Count);
    }

    private static void AddMentions(ExtractionScore score, List<ScoredMention> gold, List<ScoredMention> predicted)
    {
        score.Add("mentions", Count(gold, predicted, (a, b) => a.Span == b.Span && a.Kind == b.Kind));
        foreach (EntityKind kind in Kinds)
        {
            score.Add("  " + kind.Name, Count([.. gold.Where(m => m.Kind == kind)], [.. predicted.Where(m => m.Kind == kind)], (a, b) => a.Span == b.Span));
        }
    }

    private static void AddNominal(ExtractionScore score, ScoredSide gold, ScoredSide predicted) => score.Add(
        "nominal mentions",
        Count([.. gold.Mentions.Where(m => m.Nominal)], [.. predicted.Mentions.Where(m => m.Nominal)], (a, b) => a.Span.IsNear(b.Span) && a.Kb == b.Kb));

    private static void AddLinks(ExtractionScore score, List<ScoredMention> gold, List<ScoredMention> predicted)
    {
        score.Add("links", Count(gold, predicted, (a, b) => a.Span.IsNear(b.Span) && a.Kind == b.Kind && a.Kb == b.Kb));
        score.Add("subkinds", Count(
            [.. gold.Where(m => m.Subkind is not null)], [.. predicted.Where(m => m.Subkind is not null)],
            (a, b) => a.Span.IsNear(b.Span) && a.Kind == b.Kind && a.Subkind == b.Subkind));
        score.Add("document entities", Sets(gold.Select(m => m.Canonical), predicted.Select(m => m.Canonical)));
    }

    private static void AddValues(ExtractionScore score, ScoredSide gold, ScoredSide predicted)
    {
        score.Add("times", Count(gold.Times, predicted.Times, (a, b) => a.Span.IsNear(b.Span) && a.Value == b.Value));
        score.Add("quantities", Count(gold.Quantities, predicted.Quantities, (a, b) =>
            a.Span.IsNear(b.Span) && Math.Abs(a.Value - b.Value) <= 1e-9 * Math.Max(1, Math.Abs(a.Value)) && a.Unit == b.Unit));
    }

    private static void AddAffiliations(ExtractionScore score, ScoredSide gold, ScoredSide predicted)
    {
        score.Add("affiliations", Sets(Pairs(gold), Pairs(predicted)));
        score.Add("affiliations with role", Sets(Triples(gold), Triples(predicted)));

        static IEnumerable<(string?, string?)> Pairs(ScoredSide side) => side.Affiliations.Select(a => (side.Canonical(a.Person), side.Canonical(a.Organization)));

        static IEnumerable<(string?, string?, string?)> Triples(ScoredSide side) =>
            side.Affiliations.Select(a => (side.Canonical(a.Person), side.Canonical(a.Organization), side.Canonical(a.Role)));
    }

    private static void AddEvents(ExtractionScore score, ScoredSide gold, ScoredSide predicted)
    {
        // Events may share a type and a trigger (the rows of a table): the one with the most arguments in common is meant.
        List<(ScoredEvent Gold, ScoredEvent Predicted)> pairs = Matching.Greedy(
            gold.Events, predicted.Events,
            (a, b) => a.Type == b.Type && a.Trigger.IsNear(b.Trigger),
            (a, b) => (Shared(a, b), -b.Arguments.Count));
        score.Add("event triggers", new Measure(pairs.Count, gold.Events.Count, predicted.Events.Count));
        score.Add("event arguments", new Measure(pairs.Sum(p => Shared(p.Gold, p.Predicted)), gold.Events.Sum(e => e.Arguments.Count), predicted.Events.Sum(e => e.Arguments.Count)));
        int right = pairs.Count(p => p.Gold.Modality == p.Predicted.Modality && p.Gold.Polarity == p.Predicted.Polarity);
        score.Add("modality and polarity", new Measure(right, pairs.Count, pairs.Count));
        score.Add("facts", Sets(gold.Facts(), predicted.Facts()));

        int Shared(ScoredEvent a, ScoredEvent b) => Matching.Greedy(a.Arguments, b.Arguments, SameFiller).Count;

        bool SameFiller((string Role, string Ref) a, (string Role, string Ref) b) => a.Role == b.Role
            && (gold.Canonical(a.Ref) == predicted.Canonical(b.Ref) || predicted.Spans(b.Ref).Any(s => gold.Spans(a.Ref)[0].IsNear(s)));
    }

    private static Measure Count<TGold, TPredicted>(IReadOnlyList<TGold> gold, IReadOnlyList<TPredicted> predicted, Func<TGold, TPredicted, bool> same) =>
        new(Matching.Greedy(gold, predicted, same).Count, gold.Count, predicted.Count);

    private static Measure Sets<T>(IEnumerable<T> gold, IEnumerable<T> predicted)
    {
        HashSet<T> g = [.. gold], p = [.. predicted];
        return new Measure(g.Count(p.Contains), g.Count, p.Count);
    }
}
