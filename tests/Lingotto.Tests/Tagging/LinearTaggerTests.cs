using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Lingotto.Tagging;
using Lingotto.Training.Tagging;
using Xunit;

namespace Lingotto.Tests.Tagging;

public sealed class LinearTaggerTests
{
    private static readonly LinearTagger Tagger = TinyTagger.Open();

    [Fact]
    public void Tag_AmbiguousWord_FollowsItsContext()
    {
        DocumentBuilder document = Tagged("Torino", "la", "vendeva", ".");
        document.Upos(0).Should().Be(Upos.Propn);
        document.Upos(1).Should().Be(Upos.Pron);
        document.Lemma(1).ToString().Should().Be("lo");

        document = Tagged("Torino", "vendeva", "la", "squadra", ".");
        document.Upos(2).Should().Be(Upos.Det);
        document.Lemma(2).ToString().Should().Be("il");
        document.Feats(2).Should().Be("Definite=Def|Gender=Fem|Number=Sing|PronType=Art");
    }

    [Fact]
    public void Tag_UnknownVerb_IsTaggedAndLemmatizedByItsEnding()
    {
        DocumentBuilder document = Tagged("Torino", "la", "salutava", ".");

        document.Upos(2).Should().Be(Upos.Verb);
        document.Lemma(2).ToString().Should().Be("salutare");
    }

    [Fact]
    public void Tag_TextWithoutCapitalsOrWithNothingElse_IsTaggedAlike()
    {
        Tagged("LA", "FABBRICA", "APRIVA", "LA", "PIAZZA", ".").Upos(1).Should().Be(Upos.Noun);
        Tagged("LA", "FABBRICA", "APRIVA", "LA", "PIAZZA", ".").Lemma(2).ToString().Should().Be("aprire");
    }

    [Fact]
    public void Tag_EveryWord_HasATagUnderTheCount()
    {
        DocumentBuilder document = Tagged("La", "squadra", "la", "vendeva", ".");

        for (int i = 0; i < document.WordCount; i++) document.Tag(i).Should().BeInRange(0, Tagger.TagCount - 1);
    }

    [Fact]
    public void Tag_AnyWords_NeverThrows() => Check.QuickThrowOnFailure(Prop.ForAll((NonEmptyString[] words) =>
    {
        DocumentBuilder document = Tagged([.. words.Select(w => w.Get)]);
        for (int i = 0; i < document.WordCount; i++) document.Upos(i).Should().NotBe(Upos.None);
    }));

    [Fact]
    public void Tag_ManySentences_EqualsThePlainTagger()
    {
        ModelFile model = ModelFile.Open("tiny", TinyTagger.Model);
        var plain = new PlainTagger(model);
        LinearTagger tagger = PlainTagger.WithoutEarlyDecisions(model);
        var random = new Random(3);
        foreach (TaggedSentence sentence in TinyTagger.Sentences(2000, 5))
        {
            string[] words = [.. sentence.Forms.Select(f => random.Next(3) == 0 ? f + (char)random.Next('A', 'z') + (char)random.Next('a', 'z') + random.Next(9) : random.Next(5) == 0 ? f.ToUpperInvariant() : f)];
            DocumentBuilder expected = new(), found = new();
            TaggerEvaluation.Fill(expected, words);
            plain.Tag(expected, 0);
            TaggerEvaluation.Fill(found, words);
            tagger.Tag(found, 0);

            Describe(found).Should().Be(Describe(expected));
        }
    }

    [Fact]
    public void Tag_KnownSentences_EarlyDecisionsAreThoseOfAllFeatures()
    {
        var plain = new PlainTagger(ModelFile.Open("tiny", TinyTagger.Model));
        foreach (TaggedSentence sentence in TinyTagger.Sentences(300, 5))
        {
            var expected = new DocumentBuilder();
            TaggerEvaluation.Fill(expected, sentence.Forms);
            plain.Tag(expected, 0);

            Describe(Tagged(sentence.Forms)).Should().Be(Describe(expected));
        }
    }

    [Fact]
    public void Tag_AfterWarmUp_AllocatesNothing()
    {
        var document = new DocumentBuilder();
        long allocated = -1;
        for (int round = 0; round < 3; round++)
        {
            TaggerEvaluation.Fill(document, ["Torino", "vendeva", "la", "squadra", "2024", "."]);
            long before = GC.GetAllocatedBytesForCurrentThread();
            Tagger.Tag(document, 0);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        allocated.Should().Be(0);
    }

    [Fact]
    public void Tag_FromManyThreads_EqualsFromOne()
    {
        string expected = Describe(Tagged("La", "squadra", "la", "vendeva", "."));

        string[] found = [.. Enumerable.Range(0, 64).AsParallel().Select(_ => Describe(Tagged("La", "squadra", "la", "vendeva", ".")))];

        found.Should().AllBe(expected);
    }

    [Fact]
    public void Train_Twice_GivesTheSameBytes() => TinyTagger.Train().Should().Equal(TinyTagger.Model);

    private static DocumentBuilder Tagged(params string[] words)
    {
        var document = new DocumentBuilder();
        TaggerEvaluation.Fill(document, words);
        Tagger.Tag(document, 0);
        return document;
    }

    private static string Describe(DocumentBuilder d) => string.Join(' ', Enumerable.Range(0, d.WordCount).Select(i => $"{d.Lemma(i)}/{d.Upos(i)}/{d.Feats(i)}"));
}
