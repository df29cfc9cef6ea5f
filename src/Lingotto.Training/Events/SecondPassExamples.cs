using Lingotto.Automotive;

namespace Lingotto.Training;

/// <summary>What the second pass learns of one article, from the first pass's answers.</summary>
internal sealed class SecondPassExamples
{
    public List<LogisticExample> Events { get; } = [];
    public List<VectorExample> Vectors { get; } = [];

    public static SecondPass Train(IReadOnlyList<SecondPassExamples> articles, EventTrainingOptions options) => new(
        EventTrainer.Train([.. articles.SelectMany(a => a.Events)], options.Event),
        new TreeTrainer(options.EventTrees).Train([.. articles.SelectMany(a => a.Vectors)]));
}
