using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Training;

/// <summary>Settings of the event scorers' training.</summary>
internal sealed record EventTrainingOptions
{
    public LogisticOptions Trigger { get; init; } = new() { Bits = 17, Ridge = 1e-2 };
    public LogisticOptions Argument { get; init; } = new() { Bits = 17, Ridge = 5e-3 };
    public LogisticOptions Event { get; init; } = new() { Bits = 14, Ridge = 2e-3, LearningRate = 0.1 };
    public LogisticOptions Mood { get; init; } = new() { Bits = 15, Ridge = 2e-2 };
    /// <summary>What a practice sentence counts against a gold event.</summary>
    public float PracticeWeight { get; init; } = 0.2f;
    public LogisticOptions Polarity { get; init; } = new() { Bits = 15, Ridge = 5e-3 };
}

/// <summary>Trains the scorers of the event engine on annotated articles. Deterministic.</summary>
public static class EventTrainer
{
    /// <summary>
    /// The bytes of a model file trained on the articles, with the thresholds that cross-validation chose; an article may come twice, with gold and with
    /// predicted entities.
    /// </summary>
    /// <param name="articles">The annotated articles.</param>
    /// <param name="linguistics">Analyses the practice sentences for modality.</param>
    /// <param name="report">Receives the cross-validated measures.</param>
    public static byte[] Train(IReadOnlyList<EventArticle> articles, LinguisticPipeline linguistics, ITrainingReport report)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(report);
        var lexicon = new TriggerLexicon(FrameSet.Default);
        var options = new EventTrainingOptions();
        EventExamples[] practice = [.. MoodPractice.Create(linguistics).Select(a => EventExamples.Of(a, lexicon))];
        EventValidation validation = EventCrossValidation.Run(articles, practice, report, options);
        return Train([.. articles.Select(a => EventExamples.Of(a, lexicon))], practice, Surer(validation.Thresholds), options).With(validation.Event).ToBytes();
    }

    /// <summary>
    /// The bytes of a model trained on the gold articles of a folder, each with its gold entities and with those that the pipeline finds: what
    /// <c>lingotto train events</c> writes to <c>Events/data/events.weights</c>.
    /// </summary>
    public static byte[] Train(string goldFolder, AutomotivePipeline pipeline, ITrainingReport report)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        var cleaner = new PageCleaner();
        var articles = new List<EventArticle>();
        foreach (GoldArticle gold in GoldArticle.ReadFolder(goldFolder))
        {
            AnalyzedArticle found = pipeline.Read(gold.ToArticle() with { Language = gold.Language });
            if (found.Document is not { } document) continue;
            var context = new ArticleContext(document, cleaner.Clean(gold.Text), gold.Published);
            articles.Add(new EventArticle(context, gold.Analysis with { Events = [] }, gold));
            articles.Add(new EventArticle(context, found.Analysis with { Events = [], MergedEvents = [] }, gold));
        }

        return Train(articles, pipeline.Linguistics, report);
    }

    // A model of all articles is surer than those of the folds, which the threshold was chosen for.
    private static EventThresholds Surer(EventThresholds thresholds) => thresholds with { Trigger = thresholds.Trigger + 0.2 };

    internal static EventModel Train(IReadOnlyList<EventExamples> examples, IReadOnlyList<EventExamples> practice, EventThresholds thresholds, EventTrainingOptions options)
    {
        List<(uint[] Features, Modality Modality, Polarity Polarity, float Weight)> moods =
            [.. examples.SelectMany(e => e.Moods).Select(m => (m.Features, m.Modality, m.Polarity, 1f)), .. practice.SelectMany(e => e.Moods).Select(m => (m.Features, m.Modality, m.Polarity, options.PracticeWeight))];
        return new EventModel
        {
            Thresholds = thresholds,
            Trigger = Train([.. examples.SelectMany(e => e.Triggers)], options.Trigger),
            Argument = Train([.. examples.SelectMany(e => e.Arguments)], options.Argument),
            Modality = [.. Enum.GetValues<Modality>().Select(m => Train([.. moods.Select(x => new LogisticExample(x.Features, x.Modality == m, x.Weight))], options.Mood))],
            Polarity = Train([.. moods.Select(x => new LogisticExample(x.Features, x.Polarity == Polarity.Negative, x.Weight))], options.Polarity),
        };
    }

    internal static LinearScorer Train(IReadOnlyList<LogisticExample> examples, LogisticOptions options)
    {
        (double[] weights, double bias) = new LogisticTrainer(options).Train(examples);
        return LinearScorer.Quantize(weights, bias);
    }
}
