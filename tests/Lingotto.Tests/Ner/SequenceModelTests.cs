using Lingotto.Ner;
using Lingotto.Training;
using Lingotto.Training.Ner;

namespace Lingotto.Tests.Ner;

public sealed class SequenceModelTests
{
    private static readonly string[] Types = ["PER", "LOC"];

    [Fact]
    public void Train_OnAToyTask_LearnsItAndIsTheSameTwice()
    {
        byte[] first = Train(), second = Train();
        first.Should().Equal(second);
        SequenceModel model = SequenceModel.Open(ModelFile.Open("toy", first), "toy");
        var lattice = new ChainLattice(model.Chain);
        foreach (LabelledSequence sequence in Sequences(40))
        {
            lattice.Reset(sequence.Count);
            for (int i = 0; i < sequence.Count; i++)
            {
                model.Score(sequence.Features.AsSpan(sequence.Offsets[i]..sequence.Offsets[i + 1]), new int[9], lattice.ScoresAt(i));
            }

            var labels = new int[sequence.Count];
            lattice.Decode(labels);
            labels.Select(l => 1UL << l).Should().Equal(sequence.Allowed);
        }
    }

    [Fact]
    public void Open_WithoutItsSections_NamesTheMissingOne()
    {
        Action open = () => SequenceModel.Open(ModelFile.Open("empty", new ModelWriter().Add("other", [1]).ToArray()), "names");
        open.Should().Throw<ModelFormatException>().WithMessage("*names.types*");
    }

    [Fact]
    public void Find_OfListedAndUnknownWords_TellsThemApart()
    {
        var words = new Dictionary<uint, (NameClasses, int)>();
        for (uint i = 0; i < 500; i++) words[FeatureHash.Mix(i, 1)] = (NameClasses.City, (int)i);
        ModelFile file = ModelFile.Open("lexicon", new ModelWriter().Add("lexicon", WordLexicon.Write(words)).ToArray());
        WordLexicon lexicon = WordLexicon.Open(file, "lexicon");
        for (uint i = 0; i < 500; i++)
        {
            lexicon.Find(FeatureHash.Mix(i, 1), out int cluster).Should().Be(NameClasses.City);
            cluster.Should().Be((int)i);
        }

        Enumerable.Range(0, 500).Count(i => lexicon.Find(FeatureHash.Mix((uint)i, 2), out _) != NameClasses.None).Should().BeLessThan(3);
    }

    [Fact]
    public void Sum_OfManyFeatures_EqualsPlainCode()
    {
        const int Labels = 37, Count = 300;
        var random = new DeterministicRandom(3);
        var rows = new sbyte[Count * Labels];
        foreach (ref sbyte weight in rows.AsSpan()) weight = (sbyte)(random.Next(255) - 127);
        uint[] names = [.. Enumerable.Range(1, Count).Select(i => FeatureHash.Mix((uint)i, 9))];
        var table = new FeatureTable(FeatureTable.WriteKeys(names), FeatureTable.WriteRows(rows), Labels);
        uint[] features = [.. names.Where((_, i) => i % 2 == 0), 12345u];
        int[] sums = new int[Labels], plain = new int[Labels];
        table.Sum(features, sums);
        table.SumPlainly(features, plain);
        sums.Should().Equal(plain);
        sums.Should().Contain(s => s != 0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1.5)]
    [InlineData(12.25)]
    [InlineData(-40)]
    public void Exp_OfANumber_EqualsTheLibrarys(double x) => ExactMath.Exp(x).Should().BeApproximately(Math.Exp(x), 1e-9 * Math.Exp(x));

    [Fact]
    public void Train_ThreeRuns_GivesTheSameBytesAgainAndOthersThanOne() =>
        Train(runs: 3).Should().Equal(Train(runs: 3)).And.NotEqual(Train());

    private static byte[] Train(int runs = 1)
    {
        var writer = new ModelWriter();
        new CrfTrainer(new BilouScheme(Types), new CrfTrainerOptions { Epochs = 12, LexicalDropout = 0, Runs = runs }).Train(Sequences(60), writer, "toy", new Silence());
        return writer.ToArray();
    }

    // Feature 10 begins a person of two units, 11 ends it, 12 is a place, 13 is nothing.
    private static List<LabelledSequence> Sequences(int count)
    {
        var random = new DeterministicRandom(5);
        var sequences = new List<LabelledSequence>();
        for (int s = 0; s < count; s++)
        {
            var features = new List<uint>();
            var labels = new List<int>();
            for (int i = 0; i < 6; i++)
            {
                switch (random.Next(3))
                {
                    case 0: Add(10, BilouScheme.Begin(0)); Add(11, BilouScheme.Last(0)); break;
                    case 1: Add(12, BilouScheme.Unit(1)); break;
                    default: Add(13, BilouScheme.Outside); break;
                }
            }

            sequences.Add(new LabelledSequence([.. Enumerable.Range(0, labels.Count + 1)], [.. features], [.. labels.Select(l => 1UL << l)]));

            void Add(uint feature, int label)
            {
                features.Add(feature * 0x9E3779B1u);
                labels.Add(label);
            }
        }

        return sequences;
    }

    private sealed class Silence : ITrainingReport
    {
        public void Line(string text) { }
    }
}
