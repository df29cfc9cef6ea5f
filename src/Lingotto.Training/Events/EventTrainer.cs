using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Training;

/// <summary>Settings of the event scorers' training.</summary>
internal sealed record EventTrainingOptions
{
    public LogisticOptions Prior { get; init; } = new() { Bits = 14, Ridge = 5e-3 };
    /// <summary>
    /// What is added to the threshold of triggers that cross-validation found: practice articles and those annotated for training are fuller of events than
    /// others (chosen on development articles).
    /// </summary>
    public double Caution { get; init; } = 0.15;
    /// <summary>Share of the right candidates that the prior may put aside.</summary>
    public double PriorLoss { get; init; } = 0.015;
    public LogisticOptions Trigger { get; init; } = new() { Bits = 17, Ridge = 5e-2, LearningRate = 0.06 };
    public LogisticOptions Argument { get; init; } = new() { Bits = 17, Ridge = 2e-2, LearningRate = 0.04 };
    public LogisticOptions Event { get; init; } = new() { Bits = 14, Ridge = 2e-3, LearningRate = 0.1 };
    public TreeOptions EventTrees { get; init; } = new();
    public LogisticOptions Mood { get; init; } = new() { Bits = 16, Ridge = 5e-2, LearningRate = 0.02, Epochs = 24 };
    /// <summary>What a practice sentence counts against a gold event.</summary>
    public float PracticeWeight { get; init; } = 0.2f;
    /// <summary>What an event of a practice article counts against a gold event.</summary>
    public float ArticleWeight { get; init; } = 0.15f;
    /// <summary>What the modality and polarity of an event of a practice article count against those of a gold event.</summary>
    public float ArticleMoodWeight { get; init; } = 0.6f;
    public LogisticOptions Polarity { get; init; } = new() { Bits = 16, Ridge = 1e-2, LearningRate = 0.1 };
}

/// <summary>Trains the scorers of the event engine on annotated articles. Deterministic.</summary>
public static class EventTrainer
{
    /// <summary>
    /// The bytes of a model file trained on the articles, with the thresholds that cross-validation chose; an article may come twice, with gold and with
    /// predicted entities.
    /// </summary>
    /// <param name="articles">The annotated articles.</param>
    /// <param name="pipeline">Reads the practice articles and sentences.</param>
    /// <param name="report">Receives the cross-validated measures.</param>
    public static byte[] Train(IReadOnlyList<EventArticle> articles, AutomotivePipeline pipeline, ITrainingReport report)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(report);
        var lexicon = new TriggerLexicon(FrameSet.Default);
        var options = new EventTrainingOptions();
        IReadOnlyList<EventExamples> practice = Practice(pipeline, lexicon, options);
        EventModel model = EventCrossValidation.Run(articles, practice, report, options).Model;
        return model.With(model.Thresholds with { Trigger = model.Thresholds.Trigger + options.Caution }).ToBytes();
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

        return Train(articles, pipeline, report);
    }

    internal static IReadOnlyList<EventExamples> Practice(AutomotivePipeline pipeline, TriggerLexicon lexicon, EventTrainingOptions options)
    {
        IReadOnlyList<EventArticle> articles = PracticeArticle.ReadAll(pipeline);
        return
        [
            .. articles.Select(a => EventExamples.Of(a, lexicon, options.ArticleWeight).WithoutMoods()),
            .. articles.Concat(PracticeArticle.ReadMoods(pipeline)).Select(a => EventExamples.MoodsOf(a, lexicon, options.ArticleMoodWeight)),
            .. MoodPractice.Create(pipeline.Linguistics).Select(a => EventExamples.MoodsOf(a, lexicon, options.PracticeWeight)),
        ];
    }

    internal static EventModel Train(IEnumerable<EventExamples> articles, IReadOnlyList<EventExamples> practice, EventThresholds thresholds, EventTrainingOptions options)
    {
        List<EventExamples> examples = [.. articles, .. practice];
        List<MoodExample> moods = [.. examples.SelectMany(e => e.Moods)];
        return new EventModel
        {
            Thresholds = thresholds,
            Prior = Train([.. examples.SelectMany(e => e.Priors)], options.Prior),
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
