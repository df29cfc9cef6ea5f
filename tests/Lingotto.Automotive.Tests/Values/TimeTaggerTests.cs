using Lingotto.Automotive.Times;
using Lingotto.Domain;

namespace Lingotto.Automotive.Tests.Values;

public sealed class TimeTaggerTests
{
    public static IEnumerable<object[]> Sentences => MarkedSentence.Rows("times.tsv");

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Find_Sentence_FindsTheMarkedTimes(string language, string published, string marked)
    {
        MarkedSentence sentence = MarkedSentence.Parse(marked);
        ValueList<TimeExpression> found = new TimeTagger().Find(PlainDocument.Of(sentence.Text, language, published));
        found.Select(t => t.Text + "=" + t.Value).Should().Equal(sentence.Expected);
    }

    [Fact]
    public void Find_TimeInBoilerplate_IsLeftOut()
    {
        ArticleContext article = PlainDocument.Of("Ieri sciopero. Oggi leggi anche.", "it", "2025-03-12") with { Page = new PageStructure([new TextSpan(15, 17)], null) };
        new TimeTagger().Find(article).Should().ContainSingle().Which.Value.Should().Be("2025-03-11");
    }

    [Theory]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2038, "2038-04-25")]
    public void Easter_Year_IsTheGregorianDate(int year, string expected) => IsoTime.Day(IsoTime.Easter(year)).Should().Be(expected);
}
