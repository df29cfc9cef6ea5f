using Lingotto.Ner;
using Lingotto.Training;
using Lingotto.Training.Ner;

namespace Lingotto.Tests.Ner;

public sealed class ChainLatticeTests
{
    private readonly BilouScheme _scheme = new(["A", "B"]);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Decode_OfShortSequences_EqualsBruteForce(int length)
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            (ChainLattice lattice, ChainModel model) = Random(length, seed);
            var labels = new int[length];
            lattice.Decode(labels);
            (int[] Labels, double Score) best = Sequences(length).Select(s => (s, Score(s, lattice, model))).MaxBy(s => s.Item2);
            Score(labels, lattice, model).Should().BeApproximately(best.Score, 1e-4);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void ComputeMarginals_OfShortSequences_EqualsBruteForce(int length)
    {
        (ChainLattice lattice, ChainModel model) = Random(length, 99);
        lattice.ComputeMarginals();
        int[][] sequences = [.. Sequences(length)];
        double total = sequences.Sum(s => Math.Exp(Score(s, lattice, model)));
        for (int i = 0; i < length; i++)
        {
            for (int label = 0; label < _scheme.LabelCount; label++)
            {
                double expected = sequences.Where(s => s[i] == label).Sum(s => Math.Exp(Score(s, lattice, model))) / total;
                ((double)lattice.MarginalsAt(i)[label]).Should().BeApproximately(expected, 1e-4);
            }
        }
    }

    [Fact]
    public void Decode_ByTheFastDecoder_EqualsTheLattice()
    {
        for (ulong seed = 1; seed <= 50; seed++)
        {
            (ChainLattice lattice, ChainModel model) = Random(7, seed);
            var decoder = new ChainDecoder(model);
            decoder.Reset(7);
            for (int i = 0; i < 7; i++) lattice.ScoresAt(i).CopyTo(decoder.ScoresAt(i));
            int[] expected = new int[7], found = new int[7];
            lattice.Decode(expected);
            lattice.ComputeMarginals();
            decoder.Decode(found);
            found.Should().Equal(expected);
            for (int i = 0; i < 7; i++)
            {
                for (int l = 0; l < _scheme.LabelCount; l++) decoder.MarginalsAt(i)[l].Should().BeApproximately(lattice.MarginalsAt(i)[l], 1e-4f);
            }
        }
    }

    [Fact]
    public void SetOutside_OfSomePositions_EqualsScoresThatAllowNothingElse()
    {
        for (ulong seed = 1; seed <= 30; seed++)
        {
            (ChainLattice lattice, ChainModel model) = Random(8, seed);
            var decoder = new ChainDecoder(model);
            decoder.Reset(8);
            for (int i = 0; i < 8; i++)
            {
                if (i % 3 != 1)
                {
                    lattice.ScoresAt(i).CopyTo(decoder.ScoresAt(i));
                    continue;
                }

                decoder.SetOutside(i);
                lattice.ScoresAt(i).Fill(-50);
                lattice.ScoresAt(i)[BilouScheme.Outside] = 0;
            }

            int[] expected = new int[8], found = new int[8];
            lattice.Decode(expected);
            lattice.ComputeMarginals();
            decoder.Decode(found);
            found.Should().Equal(expected);
            for (int i = 0; i < 8; i++) decoder.MarginalsAt(i)[BilouScheme.Outside].Should().BeApproximately(lattice.MarginalsAt(i)[BilouScheme.Outside], 1e-4f);
        }
    }

    [Fact]
    public void Decode_OfAnyScores_ClosesEveryNameItOpens()
    {
        for (ulong seed = 1; seed <= 50; seed++)
        {
            (ChainLattice lattice, _) = Random(9, seed);
            var labels = new int[9];
            lattice.Decode(labels);
            BilouScheme.NeedsOpen(labels[0]).Should().BeFalse();
            BilouScheme.LeavesOpen(labels[^1]).Should().BeFalse();
            for (int i = 1; i < labels.Length; i++) BilouScheme.CanFollow(labels[i - 1], labels[i]).Should().BeTrue();
        }
    }

    private (ChainLattice Lattice, ChainModel Model) Random(int length, ulong seed)
    {
        var random = new DeterministicRandom(seed);
        var transitions = new float[_scheme.LabelCount * _scheme.LabelCount];
        for (int i = 0; i < transitions.Length; i++) transitions[i] = (float)(random.NextDouble() - 0.5) * 4;
        var model = new ChainModel(_scheme, transitions);
        var lattice = new ChainLattice(model);
        lattice.Reset(length);
        for (int i = 0; i < length; i++)
        {
            foreach (ref float score in lattice.ScoresAt(i)) score = (float)(random.NextDouble() - 0.5) * 6;
        }

        return (lattice, model);
    }

    private IEnumerable<int[]> Sequences(int length)
    {
        IEnumerable<int[]> sequences = [[]];
        for (int i = 0; i < length; i++) sequences = sequences.SelectMany(s => Enumerable.Range(0, _scheme.LabelCount).Select(l => s.Append(l).ToArray()));
        return sequences.Where(IsValid);
    }

    private static bool IsValid(int[] labels)
    {
        if (BilouScheme.NeedsOpen(labels[0]) || BilouScheme.LeavesOpen(labels[^1])) return false;
        for (int i = 1; i < labels.Length; i++)
        {
            if (!BilouScheme.CanFollow(labels[i - 1], labels[i])) return false;
        }

        return true;
    }

    private double Score(int[] labels, ChainLattice lattice, ChainModel model)
    {
        double score = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            score += lattice.ScoresAt(i)[labels[i]];
            if (i > 0) score += model.Scores[(labels[i - 1] * _scheme.LabelCount) + labels[i]];
        }

        return score;
    }
}
