namespace Lingotto.Models.Tests.LanguageIdentification;

public sealed class SentenceLanguageTests
{
    [LanguageTheory]
    [InlineData("Stellantis, la Jeep Avenger 4xe vince il Car of the Year ai World Car Awards", "it", "it")]
    [InlineData("\"We are not going to close the plant and we will keep our workers\", ha detto.", "it", "en")]
    [InlineData("Il Recovery Fund finanzia la gigafactory.", "it", "it")]
    [InlineData("The Lancia Ypsilon and the Jeep Avenger come off the lines in Italy.", "en", "en")]
    [InlineData("Il piano non è chiaro e gli operai sono in cassa integrazione.", "en", "it")]
    [InlineData("NO WAY", "it", "it")]
    public void Decide_SentenceOfAnArticle_ItsLanguage(string text, string main, string expected)
    {
        if (TrainedModels.ItalianTokenizer is not { } tokenizer || TrainedModels.LanguageIdentifier!.Words is not { } words) return;
        var document = new DocumentBuilder();
        document.Reset(text);
        tokenizer.Tokenize(document, new TextSpan(0, text.Length));
        words.Decide(document, 0, Language.Parse(main)).Code.Should().Be(expected);
    }
}
