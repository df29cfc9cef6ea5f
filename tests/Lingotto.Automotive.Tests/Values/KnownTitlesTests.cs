using Lingotto.Automotive.Quotes;
using Lingotto.Domain;

namespace Lingotto.Automotive.Tests.Values;

public sealed class KnownTitlesTests
{
    private static readonly Entity Minister = new() { Id = "e1", Kind = EntityKind.Person, Name = "Adolfo Urso", Kb = EntityId.Parse("person:adolfo-urso"), Mentions = [] };

    [Theory]
    [InlineData("ministro", true)]
    [InlineData("amministratore delegato", false)]
    [InlineData("", false)]
    public void Fits_TitleOfASort_SaysWhetherThePersonHasOne(string title, bool expected) =>
        new KnownTitles(KnowledgeBase.Default).Fits(Minister, title, Language.Italian).Should().Be(expected);

    [Fact]
    public void Fits_WithoutKnowledge_IsFalse() => new KnownTitles(null).Fits(Minister, "ministro", Language.Italian).Should().BeFalse();
}
