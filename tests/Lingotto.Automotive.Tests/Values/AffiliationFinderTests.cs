using Lingotto.Domain;

namespace Lingotto.Automotive.Tests.Values;

public sealed class AffiliationFinderTests
{
    private static List<string> Find(string marked, string language)
    {
        ArticleAnalysis analysis = MarkedMentions.Read(marked, language, out string text);
        return [.. new AffiliationFinder().Find(PlainDocument.Of(text, language), analysis).Select(a =>
            $"{analysis.FindEntity(a.Person)!.Name} | {analysis.FindEntity(a.Organization)!.Name} | {analysis.Roles.FirstOrDefault(r => r.Id == a.Role)?.Text}")];
    }

    [Theory]
    [InlineData("[P:Elena Rovati], [R:direttrice] della [O:Cormec Stampi], ha parlato.", "Elena Rovati | Cormec Stampi | direttrice")]
    [InlineData("Il [R:presidente] di [O:Cormec Stampi], [P:Elena Rovati], ha parlato.", "Elena Rovati | Cormec Stampi | presidente")]
    [InlineData("Il [R:segretario] [O:Fiom] [P:Elena Rovati] ha parlato.", "Elena Rovati | Fiom | segretario")]
    [InlineData("[P:Elena Rovati] ([O:Fiom]) ha parlato.", "Elena Rovati | Fiom | ")]
    [InlineData("[P:Elena Rovati], che da marzo guida la [O:Cormec Stampi], ha parlato.", "Elena Rovati | Cormec Stampi | ")]
    [InlineData("Il [R:sindaco] di [L:Suzzara] [P:Elena Rovati] ha parlato.", "Elena Rovati | Suzzara | sindaco")]
    [InlineData("Il [R:rettore] di [O:Ateneo], [P:Ugo Neri], la [R:presidente] di [O:Consorzio], [P:Elena Rovati].", "Ugo Neri | Ateneo | rettore", "Elena Rovati | Consorzio | presidente")]
    public void Find_Italian_GivesPersonOrganizationAndRole(string marked, params string[] expected) => Find(marked, "it").Should().Equal(expected);

    [Theory]
    [InlineData("[P:Ruth Alder], [R:chief executive] of [O:Halden Motors], spoke.", "Ruth Alder | Halden Motors | chief executive")]
    [InlineData("[O:Halden Motors] [R:CEO] [P:Ruth Alder] spoke.", "Ruth Alder | Halden Motors | CEO")]
    [InlineData("[O:Halden Motors]'s [P:Ruth Alder] spoke.", "Ruth Alder | Halden Motors | ")]
    [InlineData("[P:Ruth Alder] of [O:Halden Motors] spoke.", "Ruth Alder | Halden Motors | ")]
    [InlineData("[P:Ruth Alder], who heads [O:Halden Motors], spoke.", "Ruth Alder | Halden Motors | ")]
    [InlineData("[O:Halden Motors] closed a plant. [R:Chief Executive] [P:Ruth Alder] spoke.", "Ruth Alder | Halden Motors | Chief Executive")]
    public void Find_English_GivesPersonOrganizationAndRole(string marked, params string[] expected) => Find(marked, "en").Should().Equal(expected);

    [Theory]
    [InlineData("[P:Ruth Alder] visited [O:Halden Motors] on Monday.", "en")]
    [InlineData("[O:Halden Motors] closed. The [R:president of the Republic], [P:Ruth Alder], spoke.", "en")]
    public void Find_PersonWithoutAPost_FindsNothing(string marked, string language) => Find(marked, language).Should().BeEmpty();
}
