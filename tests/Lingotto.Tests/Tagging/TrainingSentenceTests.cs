using Lingotto.Training;
using Lingotto.Training.Tagging;

namespace Lingotto.Tests.Tagging;

public sealed class TrainingSentenceTests
{
    private const string Masculine = "Gender=Masc|Number=Sing", Feminine = "Gender=Fem|Number=Sing";

    [Fact]
    public void Join_SentenceOfTagsAloneThatIsInATreebankToo_LeavesOneWithTheFormersTags()
    {
        TaggedSentence bare = Sentence(0, null, ("Il", "DET", "RD"), ("motore", "NOUN", "S"), ("elettrico", "ADJ", "A"), (".", "PUNCT", "FS"));
        TaggedSentence other = Sentence(0, null, ("La", "DET", "RD"), ("casa", "NOUN", "S"), ("parte", "VERB", "V"), (".", "PUNCT", "FS"));
        TaggedSentence tree = Sentence(0, Masculine, ("Il", "DET", "RD"), ("motore", "NOUN", "S"), ("elettrico", "NOUN", "S"), (".", "PUNCT", "FS"));

        List<TaggedSentence> joined = TwinSentences.Join([bare, other, tree], new Silent());

        joined.Should().Equal(other, tree);
        tree.Upos.Should().Equal("DET", "NOUN", "ADJ", "PUNCT");
        tree.Feats.Should().Equal(Masculine, Masculine, null, Masculine);
        tree.Lemmas[2].Should().BeNull("the lemma was that of another tag");
    }

    [Fact]
    public void Join_SameTextOfOtherConventions_KeepsBoth()
    {
        TaggedSentence bare = Sentence(0, null, ("Il", "DET", "RD"), ("motore", "NOUN", "S"), ("parte", "VERB", "V"), (".", "PUNCT", "FS"));
        TaggedSentence tree = Sentence(1, Masculine, ("Il", "DET", "RD"), ("motore", "NOUN", "S"), ("parte", "VERB", "V"), (".", "PUNCT", "FS"));

        TwinSentences.Join([bare, tree], new Silent()).Should().Equal(bare, tree);
    }

    [Theory]
    [InlineData("motore", Masculine, true, "as the tagger's own treebank has it")]
    [InlineData("motore", Feminine, false, "the tagger's own treebank knows the form otherwise")]
    [InlineData("turbina", Feminine, true, "no other treebank knows the form")]
    [InlineData("valvola", Masculine, false, "the lexicon knows the form otherwise")]
    public void Apply_WordOfAnotherTreebank_KeepsFeaturesThatAreKnownOfItsForm(string form, string feats, bool kept, string because)
    {
        TaggedSentence[] sentences =
        [
            .. Enumerable.Range(0, 10).Select(_ => Sentence(0, Masculine, ("motore", "NOUN", "S"))),
            .. Enumerable.Range(0, 10).Select(_ => Sentence(0, Feminine, ("cinghia", "NOUN", "S"))),
            Sentence(1, feats, (form, "NOUN", "S")),
        ];
        LexiconEntry[] lexicon = [new LexiconEntry("valvola", "valvola", "NOUN", null, Feminine)];
        var inventory = new InventoryBuilder(sentences, lexicon);
        foreach (TaggedSentence sentence in sentences) inventory.Number(sentence);

        FeatsReconciler.Apply(sentences, lexicon, inventory, new Silent());

        sentences[^1].Feats[0].Should().Be(kept ? feats : null, because);
        (sentences[^1].Bundle[0] >= 0).Should().Be(kept);
        sentences[0].Feats[0].Should().Be(Masculine);
    }

    private static TaggedSentence Sentence(int domain, string? feats, params (string Form, string Upos, string Xpos)[] words) => new()
    {
        Forms = [.. words.Select(w => w.Form)], Upos = [.. words.Select(w => w.Upos)], Xpos = [.. words.Select(w => w.Xpos)],
        Feats = [.. words.Select(_ => feats)], Lemmas = [.. words.Select(w => feats is null ? null : w.Form)], Domain = domain,
    };

    private sealed class Silent : ITrainingReport
    {
        public void Line(string text) { }
    }
}
