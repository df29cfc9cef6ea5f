using Lingotto.Domain;

namespace Lingotto.Automotive.Tests;

public sealed class ConceptTests
{
    [Theory]
    [InlineData("lanciare", "unveil")]
    [InlineData("accordo", "deal")]
    [InlineData("sciopero", "walkout")]
    public void Of_WordsOfBothLanguages_OneConcept(string italian, string english)
    {
        uint concept = ConceptLexicon.Default.Of(TriggerLexicon.Key(Language.Italian, Hash.Of(italian)));

        concept.Should().NotBe(0u);
        ConceptLexicon.Default.Of(TriggerLexicon.Key(Language.English, Hash.Of(english))).Should().Be(concept);
    }

    [Fact]
    public void Of_UnknownWord_None() => ConceptLexicon.Default.Of(TriggerLexicon.Key(Language.Italian, Hash.Of("ornitorinco"))).Should().Be(0u);

    [Fact]
    public void Read_LineWithoutBar_NamesLine() =>
        FluentActions.Invoking(() => ConceptLexicon.Read(new FrameFile("user.concepts", "# words\naprire, open\n"))).Should().Throw<CorpusFormatException>().WithMessage("*user.concepts*2*");

    [Theory]
    [InlineData("Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin", VerbKind.Future)]
    [InlineData("Mood=Cnd|Tense=Pres|VerbForm=Fin", VerbKind.Conditional)]
    [InlineData("Tense=Past|VerbForm=Part", VerbKind.Participle)]
    [InlineData("Tense=Pres|VerbForm=Part", VerbKind.Gerund)]
    [InlineData("Mood=Ind|Tense=Imp|VerbForm=Fin", VerbKind.Past)]
    [InlineData("Gender=Masc|Number=Sing", VerbKind.None)]
    internal void Of_Features_TenseAndMood(string feats, VerbKind expected) => VerbKinds.Of(feats).Should().Be(expected);

    [Theory]
    [InlineData("incontrera'", VerbKind.Future)]
    [InlineData("chiuderanno", VerbKind.Future)]
    [InlineData("potrebbero", VerbKind.Conditional)]
    [InlineData("fabbrica", VerbKind.None)]
    internal void OfForm_ItalianForms_AsEndingsShow(string form, VerbKind expected) => VerbKinds.OfForm(form, VerbKind.None).Should().Be(expected);
}
