using System.Globalization;
using Lingotto.Domain;

namespace Lingotto.Automotive.Tests.Values;

public sealed class QuantityTaggerTests
{
    private const string Table = """
        PRODUZIONE PER SITO
        Sito          Veicoli    Var. %
        Melfi         4.655      -22,2
        Cassino       1.030      +3,1
        """;

    public static IEnumerable<object[]> Sentences => MarkedSentence.Rows("quantities.tsv");

    private static List<string> Find(string text, string language, string published = "2025-03-12")
    {
        ArticleContext article = PlainDocument.Of(text, language, published);
        ValueList<Quantity> found = new QuantityTagger().Find(article, new TimeTagger().Find(article));
        return [.. found.Select(q => string.Create(CultureInfo.InvariantCulture, $"{q.Text}={q.Value:0.######} {q.Unit}"))];
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Find_Sentence_FindsTheMarkedQuantities(string language, string published, string marked)
    {
        MarkedSentence sentence = MarkedSentence.Parse(marked);
        Find(sentence.Text, language, published).Should().Equal(sentence.Expected);
    }

    [Fact]
    public void Find_Table_TakesTheUnitsFromItsHeader() =>
        Find(Table, "it").Should().Equal("4.655=4655 vehicles", "-22,2=-22.2 percent", "1.030=1030 vehicles", "+3,1=3.1 percent");

    [Fact]
    public void Find_TableOfMoney_TakesCurrencyAndMagnitudeFromItsCaption() =>
        Find("BONUS PER REGIONE (milioni di euro)\nLombardia        101,2\nLazio            88,7", "it").Should().Equal("101,2=101200000 EUR", "88,7=88700000 EUR");
}
