using Lingotto.Domain;

namespace Lingotto.MicrosoftML.Tests;

public sealed class SentenceEventClassifierTests
{
    private static readonly EventType Hiring = new("Hiring"), Closure = new("PlantClosure");

    private static readonly SentenceExample[] Examples =
    [
        new("The maker will hire two hundred workers at its plant.", Hiring),
        new("The company is hiring engineers for its battery unit.", Hiring),
        new("Fifty new staff were hired in spring.", Hiring),
        new("It plans to hire more people next year.", Hiring),
        new("The group will close its plant in June.", Closure),
        new("The factory was closed for good last week.", Closure),
        new("The closure of the site was announced on Monday.", Closure),
        new("They are closing the old foundry.", Closure),
        new("The car has four doors and a large boot.", null),
        new("Rain fell over the city all morning.", null),
        new("The museum shows models of the sixties.", null),
        new("He spoke about the weather and the harvest.", null),
    ];

    private static readonly SentenceEventClassifier Classifier = SentenceEventClassifier.Train(Examples);

    [Theory]
    [InlineData(SentenceEventTrainer.Sdca)]
    [InlineData(SentenceEventTrainer.Lbfgs)]
    public void Propose_TrainedSentence_PutsItsTypeFirst(SentenceEventTrainer trainer)
    {
        SentenceEventClassifier classifier = SentenceEventClassifier.Train(Examples, new SentenceEventOptions { Trainer = trainer });

        classifier.Types.Should().Equal(Hiring, Closure);
        foreach (SentenceExample example in Examples.Where(e => e.Type is not null)) classifier.Propose(example.Sentence)[0].Type.Should().Be(example.Type!.Value);
    }

    [Fact]
    public void Propose_SentenceOfNoEvent_ProposesNothingThatIsProbable() => Classifier.Propose("Rain fell over the city all morning.", minimumProbability: 0.5).Should().BeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("\0\ud800")]
    public void Propose_AnyText_GivesProbabilities(string sentence) => Classifier.Propose(sentence).Should().OnlyContain(p => p.Probability >= 0 && p.Probability <= 1);

    [Fact]
    public void Train_SameExamples_GivesTheSameClassifier() =>
        SentenceEventClassifier.Train(Examples).Propose("They will hire again.").Should().Equal(Classifier.Propose("They will hire again."));

    [Fact]
    public void Load_SavedClassifier_ProposesTheSame()
    {
        using var stream = new MemoryStream();
        Classifier.Save(stream);
        stream.Position = 0;

        SentenceEventClassifier loaded = SentenceEventClassifier.Load(stream);

        loaded.Types.Should().Equal(Classifier.Types);
        foreach (SentenceExample example in Examples) loaded.Propose(example.Sentence).Should().Equal(Classifier.Propose(example.Sentence));
    }

    [Fact]
    public void Load_OtherBytes_Throws() => FluentActions.Invoking(() => SentenceEventClassifier.Load(new MemoryStream([1, 2, 3]))).Should().Throw<ModelFormatException>();

    [Fact]
    public void Propose_OnManyThreads_GivesWhatOneThreadGives()
    {
        string[] sentences = [.. Enumerable.Range(0, 400).Select(i => Examples[i % Examples.Length].Sentence)];

        EventProposal[] found = [.. sentences.AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(s => Classifier.Propose(s)[0])];

        found.Should().Equal(sentences.Select(s => Classifier.Propose(s)[0]));
    }

    [Fact]
    public void Train_OneClass_Throws() => FluentActions.Invoking(() => SentenceEventClassifier.Train(Examples[..2])).Should().Throw<ArgumentException>().WithMessage("*two classes*");
}
