using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Lingotto.Domain;
using Xunit;

namespace Lingotto.Automotive.Tests;

public class GazetteerTests
{
    private static IReadOnlyList<GazetteerMatch> Find(string text) => KnowledgeBase.Default.Gazetteer.Find(PlainDocument.Of(text));

    [Theory]
    [InlineData("La Alfa Giulia resta", "Alfa Giulia", "model:alfa-romeo/giulia")]
    [InlineData("La Alfa Romeo Giulia resta", "Alfa Romeo Giulia", "model:alfa-romeo/giulia")]
    [InlineData("La FIAT torna", "FIAT", "org:fiat")]
    [InlineData("vola a Forli' domani", "Forli", "place:istat-040012")]
    [InlineData("nell’area di Torino", "Torino", "place:istat-001272")]
    [InlineData("la piattaforma STLA-Large", "STLA-Large", "platform:stla-large")]
    [InlineData("ai manager dell'Unione Industriali Torino", "Unione Industriali Torino", "org:unione-industriali-torino")]
    [InlineData("two Fiat Topolinos stood", "Fiat Topolinos", "model:fiat/topolino")]
    [InlineData("secondo Filosa", "Filosa", "person:antonio-filosa")]
    public void Find_ANameHoweverPrinted_Matches(string text, string printed, string id)
    {
        GazetteerMatch match = Find(text).First(m => m.Span.Of(text).SequenceEqual(printed));
        match.Candidates.Select(c => c.Entry.Id.Value).Should().Contain(id);
    }

    [Theory]
    [InlineData("it was us who said so", "place:us")]
    [InlineData("un punto fermo", "model:fiat/punto")]
    [InlineData("la panda mangia", "model:fiat/panda")]
    public void Find_ACommonWord_DoesNotMatch(string text, string id) =>
        Find(text).SelectMany(m => m.Candidates).Select(c => c.Entry.Id.Value).Should().NotContain(id);

    [Theory]
    [InlineData("costa 500 euro", "500")]
    [InlineData("Una Panda al pascolo", "Panda")]
    public void Find_ANameThatTheTablesCallUnsafe_IsAmbiguous(string text, string printed) =>
        Find(text).Where(m => m.Span.Of(text).SequenceEqual(printed)).Should().NotBeEmpty().And.OnlyContain(m => m.IsAmbiguous);

    [Fact]
    public void Find_ABrandAndItsModel_IsSureOfTheModel() =>
        Find("La Fiat 500 piace").First(m => m.Span.Length == "Fiat 500".Length).IsAmbiguous.Should().BeFalse();

    [Fact]
    public void Find_AcrossASentenceEnd_DoesNotJoin() => Find("Arriva da Torino. Mirafiori tace").Should().NotContain(m => m.EndToken - m.FirstToken > 1);

    [Fact]
    public void Find_AnyText_StaysInBoundsInOrder() => Prop.ForAll<string?>(text =>
    {
        text += " Fiat " + text + "500\0 Alfa Giulia";
        IReadOnlyList<GazetteerMatch> matches = Find(text);
        matches.Should().OnlyContain(m => m.Span.Start >= 0 && m.Span.End <= text.Length && m.Span.Length > 0 && m.Candidates.Count > 0);
        matches.Select(m => m.Span.Start).Should().BeInAscendingOrder();
    }).QuickCheckThrowOnFailure();
}
