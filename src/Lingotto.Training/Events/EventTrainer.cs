using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Training;

/// <summary>Settings of the event scorers' training.</summary>
internal sealed record EventTrainingOptions
{
    public LogisticOptions Trigger { get; init; } = new() { Bits = 17, Ridge = 1e-2 };
    public LogisticOptions Argument { get; init; } = new() { Bits = 17, Ridge = 5e-3 };
    public LogisticOptions Event { get; init; } = new() { Bits = 14, Ridge = 2e-3, LearningRate = 0.1 };
    public LogisticOptions Mood { get; init; } = new() { Bits = 15, Ridge = 6e-2 };
    public LogisticOptions Polarity { get; init; } = new() { Bits = 15, Ridge = 1e-2 };
}

/// <summary>Trains the scorers of the event engine on annotated articles. Deterministic.</summary>
public static class EventTrainer
{
    /// <summary>The bytes of a model file trained on the articles, with the thresholds that cross-validation chose.</summary>
    public static byte[] Train(IReadOnlyList<EventArticle> articles, ITrainingReport report)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(report);
        var lexicon = new TriggerLexicon(FrameSet.Default);
        var options = new EventTrainingOptions();
        EventValidation validation = EventCrossValidation.Run(articles, report, options);
        return Train([.. articles.Select(a => EventExamples.Of(a, lexicon))], validation.Thresholds, options).With(validation.Event).ToBytes();
    }

    internal static EventModel Train(IReadOnlyList<EventExamples> examples, EventThresholds thresholds, EventTrainingOptions options)
    {
        List<(uint[] Features, Modality Modality, Polarity Polarity)> moods = [.. examples.SelectMany(e => e.Moods)];
        return new EventModel
        {
            Thresholds = thresholds,
            Trigger = Train([.. examples.SelectMany(e => e.Triggers)], options.Trigger),
            Argument = Train([.. examples.SelectMany(e => e.Arguments)], options.Argument),
            Modality = [.. Enum.GetValues<Modality>().Select(m => Train([.. moods.Select(x => new LogisticExample(x.Features, x.Modality == m, 1))], options.Mood))],
            Polarity = Train([.. moods.Select(x => new LogisticExample(x.Features, x.Polarity == Polarity.Negative, 1))], options.Polarity),
        };
    }

    internal static LinearScorer Train(IReadOnlyList<LogisticExample> examples, LogisticOptions options)
    {
        (double[] weights, double bias) = new LogisticTrainer(options).Train(examples);
        return LinearScorer.Quantize(weights, bias);
    }
}
