using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Training;

/// <summary>Trains the scorers of the event engine on annotated articles. Deterministic.</summary>
public static class EventTrainer
{
    /// <summary>The bytes of a model file trained on the articles, with the thresholds that cross-validation chose.</summary>
    public static byte[] Train(IReadOnlyList<EventArticle> articles, ITrainingReport report)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(report);
        var lexicon = new TriggerLexicon(FrameSet.Default);
        EventThresholds thresholds = EventCrossValidation.Run(articles, report).Thresholds;
        return Train([.. articles.Select(a => EventExamples.Of(a, lexicon))], thresholds).ToBytes();
    }

    internal static EventModel Train(IReadOnlyList<EventExamples> examples, EventThresholds thresholds)
    {
        List<(uint[] Features, Modality Modality, Polarity Polarity)> moods = [.. examples.SelectMany(e => e.Moods)];
        return new EventModel
        {
            Thresholds = thresholds,
            Trigger = Train([.. examples.SelectMany(e => e.Triggers)], new LogisticOptions { Bits = 17 }),
            Argument = Train([.. examples.SelectMany(e => e.Arguments)], new LogisticOptions { Bits = 17 }),
            Modality = [.. Enum.GetValues<Modality>().Select(m => Train([.. moods.Select(x => new LogisticExample(x.Features, x.Modality == m, 1))], new LogisticOptions { Bits = 15 }))],
            Polarity = Train([.. moods.Select(x => new LogisticExample(x.Features, x.Polarity == Polarity.Negative, 1))], new LogisticOptions { Bits = 15 }),
        };
    }

    private static LinearScorer Train(IReadOnlyList<LogisticExample> examples, LogisticOptions options)
    {
        (double[] weights, double bias) = new LogisticTrainer(options).Train(examples);
        return LinearScorer.Quantize(weights, bias);
    }
}
