using Lingotto.Training;

namespace Lingotto.Automotive.Tests;

public sealed class TreeTests
{
    // Positive where exactly one of two numbers is large, which no sum of weights can say.
    private static List<VectorExample> Examples()
    {
        var examples = new List<VectorExample>();
        for (int i = 0; i < 400; i++)
        {
            bool first = i % 2 == 0, second = i / 2 % 2 == 0;
            examples.Add(new VectorExample([first ? 0.9f : 0.1f, i % 7, second ? 5 : -5], first != second));
        }

        return examples;
    }

    [Fact]
    public void Train_ExclusiveOr_IsLearned()
    {
        TreeScorer scorer = new TreeTrainer(new TreeOptions { Columns = 1 }).Train(Examples());

        Examples().Should().OnlyContain(e => scorer.Score(e.Vector) > 0 == e.Positive);
    }

    [Fact]
    public void Train_SameExamples_SameBytes() =>
        new TreeTrainer(new TreeOptions()).Train(Examples()).ToBytes().Should().Equal(new TreeTrainer(new TreeOptions()).Train(Examples()).ToBytes());

    [Fact]
    public void FromBytes_WrittenTrees_ScoreTheSame()
    {
        TreeScorer scorer = new TreeTrainer(new TreeOptions()).Train(Examples()), read = TreeScorer.FromBytes(scorer.ToBytes());

        Examples().Should().OnlyContain(e => read.Score(e.Vector) == scorer.Score(e.Vector));
    }

    [Fact]
    public void Train_OneClass_NeverThrows() =>
        new TreeTrainer(new TreeOptions()).Train([new VectorExample([1, 2], true), new VectorExample([2, 1], true)]).Score([1, 2]).Should().BePositive();

    [Fact]
    public void Mean_OfScorers_MeanOfLogOdds()
    {
        LinearScorer low = LinearScorer.Quantize([-1, 0.5], -0.5), high = LinearScorer.Quantize([1, 0.5], 1.5);

        LinearScorer.Mean([low, high]).Score([0, 1]).Should().BeApproximately(1, 0.02f);
    }
}
