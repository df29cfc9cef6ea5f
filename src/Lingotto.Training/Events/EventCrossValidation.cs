using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Training;

/// <summary>What cross-validation found.</summary>
/// <param name="Model">
/// The mean of the folds' first passes, surer of no article than they are of those that they did not see; the second pass, trained on their held-out
/// predictions; and the thresholds with the best mean of trigger, argument and fact F1.
/// </param>
/// <param name="Analyses">The analysis of each article by the model that did not see it, at those thresholds.</param>
internal sealed record EventValidation(EventModel Model, IReadOnlyList<ArticleAnalysis> Analyses);

/// <summary>Cross-validates the event scorers: folds by article, thresholds chosen on the held-out predictions.</summary>
internal static class EventCrossValidation
{
    private const int Folds = 8;

    public static EventValidation Run(IReadOnlyList<EventArticle> articles, IReadOnlyList<EventExamples> practice, ITrainingReport report, EventTrainingOptions options)
    {
        var lexicon = new TriggerLexicon(FrameSet.Default);
        EventExamples[] examples = [.. articles.Select(a => EventExamples.Of(a, lexicon))];
        ReportRecall(examples, report);
        int[] folds = FoldsOf(articles);
        var models = new EventModel[Folds];
        for (int fold = 0; fold < Folds; fold++)
        {
            int held = fold;
            models[fold] = EventTrainer.Train([.. examples.Where((_, i) => folds[i] != held)], practice, new EventThresholds(), options);
        }

        double prior = PriorOf(examples, models, folds, options, report);
        for (int fold = 0; fold < Folds; fold++) models[fold] = models[fold].With(new EventThresholds { Prior = prior });
        HeldArticle[] heldArticles = [.. articles.Select((a, i) => new HeldArticle(a, lexicon, models[folds[i]]))];
        SecondPass second = TrainSecondPass(heldArticles, folds, options);
        EventThresholds best = Tune(articles, heldArticles, new EventThresholds { Prior = prior }, report);
        IReadOnlyList<ArticleAnalysis> analyses = Predict(heldArticles, best);
        foreach (string language in (string[])["it", "en"]) report.Line($"{language}: {Score(articles, analyses, language)}");
        report.Line($"both: {Score(articles, analyses, null)}");
        return new EventValidation(EventModel.Mean(models).With(best).With(second), analyses);
    }

    // The threshold under which few right candidates of articles that were not seen lie.
    private static double PriorOf(EventExamples[] examples, EventModel[] models, int[] folds, EventTrainingOptions options, ITrainingReport report)
    {
        (double Score, bool Right)[] scores = [.. examples.SelectMany((e, i) => e.Priors.Select(p => ((double)models[folds[i]].Prior!.Score(p.Features), p.Positive)))];
        double[] right = [.. scores.Where(s => s.Right).Select(s => s.Score).Order()];
        double threshold = Math.Round(right[(int)(options.PriorLoss * right.Length)], 3);
        report.Line(FormattableString.Invariant($"prior {threshold}: {100.0 * scores.Count(s => s.Score < threshold) / scores.Length:0.0}% of the candidates put aside"));
        return threshold;
    }

    // An article may come twice, with gold and with predicted input: both are in one fold.
    private static int[] FoldsOf(IReadOnlyList<EventArticle> articles)
    {
        var number = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. articles.Select(a => number.TryGetValue(a.Gold.Id, out int known) ? known : number[a.Gold.Id] = number.Count % Folds)];
    }

    // Each article's second pass is trained on the other folds; the one that is kept, on all.
    private static SecondPass TrainSecondPass(HeldArticle[] held, int[] folds, EventTrainingOptions options)
    {
        SecondPassExamples[] examples = [.. held.Select(h => h.Proposals())];
        for (int fold = 0; fold < Folds; fold++)
        {
            SecondPass second = SecondPassExamples.Train([.. examples.Where((_, i) => folds[i] != fold)], options);
            for (int i = 0; i < held.Length; i++)
            {
                if (folds[i] == fold) held[i].Second = second;
            }
        }

        return SecondPassExamples.Train(examples, options);
    }

    private static EventThresholds Tune(IReadOnlyList<EventArticle> articles, IReadOnlyList<HeldArticle> held, EventThresholds best, ITrainingReport report)
    {
        double bestScore = Value(articles, held, best);
        for (int round = 0; round < 1; round++)
        {
            foreach (Func<EventThresholds, double, EventThresholds> set in Settings)
            {
                foreach (double value in (double[])[0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6])
                {
                    EventThresholds trial = set(best, value);
                    if (trial == best) continue;
                    double score = Value(articles, held, trial);
                    if (score > bestScore + 1e-6) (best, bestScore) = (trial, score);
                }
            }

            report.Line(FormattableString.Invariant($"thresholds {best.ToText()}: mean F1 {100 * bestScore:0.00}"));
        }

        return best;
    }

    private static readonly Func<EventThresholds, double, EventThresholds>[] Settings =
    [
        (t, v) => t with { Trigger = v }, (t, v) => t with { Argument = v }, (t, v) => t with { Understood = v }, (t, v) => t with { Twin = v }, (t, v) => t with { Negative = v },
    ];

    private static double Value(IReadOnlyList<EventArticle> articles, IReadOnlyList<HeldArticle> held, EventThresholds thresholds)
    {
        EventScore score = Score(articles, Predict(held, thresholds), null);
        // A threshold at which as many are predicted as there are generalises better than the exact best.
        double skew = Math.Abs(Math.Log((score.Triggers.Predicted + 1.0) / (score.Triggers.Gold + 1))) + Math.Abs(Math.Log((score.Arguments.Predicted + 1.0) / (score.Arguments.Gold + 1)));
        return (-0.05 * skew) + (score.Triggers.F1 + score.Arguments.F1 + score.Facts.F1 + (0.3 * score.Moods.F1)) / 3.3;
    }

    private static IReadOnlyList<ArticleAnalysis> Predict(IReadOnlyList<HeldArticle> held, EventThresholds thresholds) => [.. held.Select(h => h.Predict(thresholds))];

    public static EventScore Score(IReadOnlyList<EventArticle> articles, IReadOnlyList<ArticleAnalysis> analyses, string? language)
    {
        var score = new EventScore();
        for (int i = 0; i < articles.Count; i++)
        {
            if (language is null || articles[i].Gold.Language.Code == language) score.Add(articles[i].Gold, analyses[i]);
        }

        return score;
    }

    private static void ReportRecall(EventExamples[] examples, ITrainingReport report)
    {
        int missed = examples.Sum(e => e.Missed.Count), candidates = examples.Sum(e => e.Triggers.Count), right = examples.Sum(e => e.Triggers.Count(t => t.Positive));
        report.Line($"{candidates} trigger candidates, {right} right, {missed} events that no frame proposes: {string.Join("; ", examples.SelectMany(e => e.Missed).Select(e => $"{e.Type} {e.Trigger.Text}"))}");
        report.Line($"{examples.Sum(e => e.Arguments.Count)} argument candidates, {examples.Sum(e => e.Arguments.Count(a => a.Positive))} right");
    }
}
