using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Training;

/// <summary>What cross-validation found.</summary>
/// <param name="Thresholds">The thresholds with the best mean of trigger, argument and fact F1.</param>
/// <param name="Analyses">The analysis of each article by the model that did not see it, at those thresholds.</param>
internal sealed record EventValidation(EventThresholds Thresholds, IReadOnlyList<ArticleAnalysis> Analyses);

/// <summary>Cross-validates the event scorers: folds by article, thresholds chosen on the held-out predictions.</summary>
internal static class EventCrossValidation
{
    private const int Folds = 8;

    public static EventValidation Run(IReadOnlyList<EventArticle> articles, ITrainingReport report)
    {
        var lexicon = new TriggerLexicon(FrameSet.Default);
        EventExamples[] examples = [.. articles.Select(a => EventExamples.Of(a, lexicon))];
        ReportRecall(examples, report);
        var models = new EventModel[Folds];
        for (int fold = 0; fold < Folds; fold++)
        {
            int held = fold;
            models[fold] = EventTrainer.Train([.. examples.Where((_, i) => i % Folds != held)], new EventThresholds());
        }

        EventThresholds best = Tune(articles, lexicon, models, report);
        IReadOnlyList<ArticleAnalysis> analyses = Predict(articles, lexicon, models, best);
        foreach (string language in (string[])["it", "en"]) report.Line($"{language}: {Score(articles, analyses, language)}");
        report.Line($"both: {Score(articles, analyses, null)}");
        return new EventValidation(best, analyses);
    }

    private static EventThresholds Tune(IReadOnlyList<EventArticle> articles, TriggerLexicon lexicon, EventModel[] models, ITrainingReport report)
    {
        var best = new EventThresholds();
        double bestScore = Value(articles, lexicon, models, best);
        for (int round = 0; round < 2; round++)
        {
            foreach (Func<EventThresholds, double, EventThresholds> set in Settings)
            {
                foreach (double value in (double[])[0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7])
                {
                    EventThresholds trial = set(best, value);
                    if (trial == best) continue;
                    double score = Value(articles, lexicon, models, trial);
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

    private static double Value(IReadOnlyList<EventArticle> articles, TriggerLexicon lexicon, EventModel[] models, EventThresholds thresholds)
    {
        EventScore score = Score(articles, Predict(articles, lexicon, models, thresholds), null);
        return (score.Triggers.F1 + score.Arguments.F1 + score.Facts.F1 + (0.3 * score.Moods.F1)) / 3.3;
    }

    private static IReadOnlyList<ArticleAnalysis> Predict(IReadOnlyList<EventArticle> articles, TriggerLexicon lexicon, EventModel[] models, EventThresholds thresholds)
    {
        var analyses = new ArticleAnalysis[articles.Count];
        var extractor = new EventExtractor(new EventOptions(), null);
        for (int i = 0; i < analyses.Length; i++)
        {
            EventModel model = models[i % Folds];
            var scorer = new EventScorer(new EventModel { Trigger = model.Trigger, Argument = model.Argument, Modality = model.Modality, Polarity = model.Polarity, Thresholds = thresholds });
            var scene = new EventScene(new EventText(articles[i].Context, articles[i].Input), lexicon);
            analyses[i] = articles[i].Input with { Events = extractor.Extract(scene, scorer).ToValueList() };
        }

        return analyses;
    }

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
