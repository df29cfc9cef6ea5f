using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Lingotto.Parsing;
using Lingotto.Training.Parsing;

namespace Lingotto.Tests.Parsing;

public sealed class DependencyParserTests
{
    private static readonly string[] Words = ["la", "auto", "compra", ".", "Ω", "12", "e\u0301", "\ud83d\ude97", "-", "GRANDE"];

    private readonly DependencyParser _parser = DependencyParser.Open(ModelFile.Open("tiny", TinyTreebank.Model));

    [Fact]
    public void Parse_SentencesOfTheGrammar_FindsTheirTrees() =>
        ParserEvaluator.Evaluate(_parser, [.. TinyTreebank.Sentences(50, 3)]).Labelled.Should().BeGreaterThan(95);

    [Fact]
    public void Train_OnTwoThreads_GivesTheSameBytes() => TinyTreebank.Train(2).Should().Equal(TinyTreebank.Model);

    [Fact]
    public void Parse_AnyWordsAndTags_GivesATreeWithOneRoot() => Prop.ForAll(Gen.Choose(0, 1000000).ToArbitrary(), seed =>
    {
        DocumentBuilder document = RandomSentence(seed, 1 + (seed % 60));
        _parser.Parse(document, 0);
        return TreeDecoderTests.IsTree(Heads(document));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parse_OnManyThreads_GivesWhatOneThreadGives()
    {
        int[] seeds = [.. Enumerable.Range(0, 200)];
        string[] sequential = [.. seeds.Select(Parsed)];
        string[] concurrent = seeds.AsParallel().AsOrdered().Select(Parsed).ToArray();
        concurrent.Should().Equal(sequential);
    }

    [Fact]
    public void Parse_AfterThousandsOfOtherWords_GivesWhatAFreshParserGives()
    {
        int[] seeds = [.. Enumerable.Range(0, 60)];
        string[] fresh = [.. seeds.Select(seed => Parsed(seed, DependencyParser.Open(ModelFile.Open("tiny", TinyTreebank.Model))))];
        var document = new DocumentBuilder();
        for (int i = 0; i < 5_000; i += 50)
        {
            string[] forms = [.. Enumerable.Range(i, 50).Select(n => $"w{n}")];
            ParserEvaluator.Load(document, new ParserSentence { Forms = forms, Lemmas = forms, Upos = new Upos[50], Feats = forms, Heads = new int[50], Relations = forms });
            _parser.Parse(document, 0);
        }

        seeds.Select(Parsed).Should().Equal(fresh);
    }

    [Fact]
    public void Parse_SecondSentence_LeavesTheFirstAlone()
    {
        DocumentBuilder document = RandomSentence(1, 5);
        document.BeginSentence();
        document.AddToken(document.Text.Length - 1, 1);
        _parser.Parse(document, 1);
        document.Head(5).Should().Be(-1);
        document.DepRel(5).Should().Be("root");
        document.DepRel(0).Should().BeNull();
    }

    [Fact]
    public void Parse_TenThousandWordsWithoutAFullStop_GivesATreeInLinearTime()
    {
        DocumentBuilder shorter = RandomSentence(3, 2_000), longer = RandomSentence(4, 10_000);
        TimeSpan shortTime = Enumerable.Range(0, 5).Min(_ => Timed(shorter)), longTime = Enumerable.Range(0, 3).Min(_ => Timed(longer));
        TreeDecoderTests.IsTree(Heads(longer)).Should().BeTrue();
        (longTime / shortTime).Should().BeLessThan(12);
    }

    [Fact]
    public void Parse_OnceWarm_AllocatesNothing()
    {
        DocumentBuilder[] documents = [.. Enumerable.Range(0, 100).Select(i => RandomSentence(i, 1 + (i % 50)))];
        foreach (DocumentBuilder document in documents) _parser.Parse(document, 0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (DocumentBuilder document in documents) _parser.Parse(document, 0);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    [Fact]
    public void Open_ModelOfAnotherComponent_SaysWhichSectionIsMissing() =>
        FluentActions.Invoking(() => DependencyParser.Open(ModelFile.Open("other", new ModelWriter().Add("weights", [1, 2]).ToArray())))
            .Should().Throw<ModelFormatException>().Where(e => e.Section == "shape");

    private TimeSpan Timed(DocumentBuilder document)
    {
        var watch = Stopwatch.StartNew();
        _parser.Parse(document, 0);
        return watch.Elapsed;
    }

    private string Parsed(int seed) => Parsed(seed, _parser);

    private static string Parsed(int seed, DependencyParser parser)
    {
        DocumentBuilder document = RandomSentence(seed, 1 + (seed % 40));
        parser.Parse(document, 0);
        return string.Join(' ', Enumerable.Range(0, document.WordCount).Select(i => $"{document.Head(i)}:{document.DepRel(i)}"));
    }

    private static int[] Heads(DocumentBuilder document) => [.. Enumerable.Range(0, document.WordCount).Select(i => document.Head(i) + 1)];

    private static DocumentBuilder RandomSentence(int seed, int length)
    {
        var random = new Random(seed);
        string[] forms = [.. Enumerable.Range(0, length).Select(_ => Words[random.Next(Words.Length)])];
        var document = new DocumentBuilder();
        ParserEvaluator.Load(document, new ParserSentence
        {
            Forms = forms, Lemmas = forms, Upos = [.. forms.Select(_ => (Upos)random.Next(18))], Feats = [.. forms.Select(_ => random.Next(2) == 0 ? "" : "Number=Sing")],
            Heads = new int[length], Relations = forms,
        });
        return document;
    }
}
