using Lingotto.Tests.Common;

namespace Lingotto.LanguageDetection.Tests;

public sealed class LanguageDetectionIdentifierLaws : IdentifierLaws
{
    private static readonly LanguageDetectionIdentifier Two = new(new LanguageDetectionOptions { Languages = ["it", "en"] });

    protected override ILanguageIdentifier? Identifier => Two;
}

public sealed class LanguageDetectionIdentifierTests
{
    private const string ItalianText = "Lo stabilimento riaprirà a settembre, hanno fatto sapere ieri i sindacati dopo l'incontro con l'azienda.";
    private const string EnglishText = "The plant will open again in September, the unions said yesterday after they had met the company.";

    private static readonly LanguageDetectionIdentifier All = new();

    [Theory]
    [InlineData(ItalianText, "it")]
    [InlineData(EnglishText, "en")]
    [InlineData("Das Werk wird im September wieder öffnen, sagten die Gewerkschaften gestern nach dem Treffen.", "de")]
    public void Identify_SentenceOfALanguage_GivesItsCode(string text, string code)
    {
        LanguagePrediction prediction = All.Identify(text);

        prediction.Language.Code.Should().Be(code);
        prediction.Confidence.Should().BeInRange(0.5, 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t ")]
    [InlineData("12.500 + 3%")]
    [InlineData("\ud800\0")]
    public void Identify_TextThatSaysNothing_IsUndetermined(string text) => All.Identify(text).Language.Should().Be(Language.Undetermined);

    [Fact]
    public void Identify_SameTextAgain_GivesTheSameConfidence() => All.Identify(ItalianText).Should().Be(All.Identify(ItalianText));

    [Fact]
    public void Identify_OnManyThreads_GivesWhatOneThreadGives()
    {
        string[] texts = [.. Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? ItalianText[(i % 20)..] : EnglishText[(i % 20)..])];
        LanguagePrediction[] expected = [.. texts.Select(t => All.Identify(t))];

        LanguagePrediction[] found = [.. texts.AsParallel().AsOrdered().Select(t => All.Identify(t))];

        found.Should().Equal(expected);
    }

    [Fact]
    public void Identify_RestrictedToTwoLanguages_GivesNoOther()
    {
        var identifier = new LanguageDetectionIdentifier(new LanguageDetectionOptions { Languages = ["it", "en"] });

        identifier.Identify("La fábrica abrirá de nuevo en septiembre, dijeron ayer los sindicatos.").Language.Code.Should().BeOneOf("it", "en", "und");
    }

    [Fact]
    public void Constructor_UnknownLanguage_NamesIt() => FluentActions.Invoking(() => new LanguageDetectionIdentifier(new LanguageDetectionOptions { Languages = ["xx"] }))
        .Should().Throw<ArgumentException>().WithMessage("*'xx'*");

    [Fact]
    public void Constructor_NoTrials_Throws() => FluentActions.Invoking(() => new LanguageDetectionIdentifier(new LanguageDetectionOptions { Trials = 0 }))
        .Should().Throw<ArgumentException>().WithMessage("*Trials*");
}
