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
    [InlineData("[P:Ugo Neri], ex [O:Ateneo], entra in [O:Consorzio] come [R:direttore vendite].", "Ugo Neri | Ateneo | ", "Ugo Neri | Consorzio | direttore vendite")]
    [InlineData("[O:Consorzio] ha scelto [P:Ugo Neri] come [R:direttore]; prende il posto di [P:Elena Rovati].", "Ugo Neri | Consorzio | direttore", "Elena Rovati | Consorzio | direttore")]
    [InlineData("[P:Ugo Neri], saldatore e iscritto alla [O:Fiom], ha parlato.", "Ugo Neri | Fiom | ")]
    [InlineData("[O:Officina Blu], l'agenzia di [P:Ugo Neri] e [P:Elena Rovati], firma la vettura.", "Ugo Neri | Officina Blu | ", "Elena Rovati | Officina Blu | ")]
    public void Find_Italian_GivesPersonOrganizationAndRole(string marked, params string[] expected) => Find(marked, "it").Should().Equal(expected);

    [Theory]
    [InlineData("[P:Ruth Alder], [R:chief executive] of [O:Halden Motors], spoke.", "Ruth Alder | Halden Motors | chief executive")]
    [InlineData("[O:Halden Motors] [R:CEO] [P:Ruth Alder] spoke.", "Ruth Alder | Halden Motors | CEO")]
    [InlineData("[O:Halden Motors]'s [P:Ruth Alder] spoke.", "Ruth Alder | Halden Motors | ")]
    [InlineData("[P:Ruth Alder] of [O:Halden Motors] spoke.", "Ruth Alder | Halden Motors | ")]
    [InlineData("[P:Ruth Alder], who heads [O:Halden Motors], spoke.", "Ruth Alder | Halden Motors | ")]
    [InlineData("[O:Halden Motors] closed a plant. [R:Chief Executive] [P:Ruth Alder] spoke.", "Ruth Alder | Halden Motors | Chief Executive")]
    [InlineData("[P:Tom Birch], formerly [O:Corvane], joins [O:Halden Motors] as [R:head of trade].", "Tom Birch | Corvane | ", "Tom Birch | Halden Motors | head of trade")]
    [InlineData("We spoke of [P:Tom Birch]. He joined [O:Halden Motors] on May 5 as [R:head of trade].", "Tom Birch | Halden Motors | head of trade")]
    [InlineData("[O:Halden Motors] named [P:Tom Birch] [R:head of trade]. He replaces [P:Ruth Alder].", "Tom Birch | Halden Motors | head of trade", "Ruth Alder | Halden Motors | head of trade")]
    [InlineData("[P:Tom Birch], a welder and a member of [O:UAW], spoke.", "Tom Birch | UAW | ")]
    [InlineData("[O:Blue Works], the agency of [P:Tom Birch] and [P:Ruth Alder], drew the car.", "Tom Birch | Blue Works | ", "Ruth Alder | Blue Works | ")]
    public void Find_English_GivesPersonOrganizationAndRole(string marked, params string[] expected) => Find(marked, "en").Should().Equal(expected);

    [Theory]
    [InlineData("[P:Ruth Alder] visited [O:Halden Motors] on Monday.", "en")]
    [InlineData("[O:Halden Motors] closed. The [R:president of the Republic], [P:Ruth Alder], spoke.", "en")]
    public void Find_PersonWithoutAPost_FindsNothing(string marked, string language) => Find(marked, language).Should().BeEmpty();

    [Fact]
    public void Find_PostKnownToTheTables_NeedsOnlyTheSentence()
    {
        ArticleAnalysis analysis = MarkedMentions.Read("[O:Stellantis] cresce, dice [P:John Elkann]. [P:Ugo Neri] ascolta.", "it", out string text);
        analysis = analysis with { Entities = analysis.Entities.Select(e => e.Name == "Ugo Neri" ? e : e with { Kb = EntityId.Parse(e.Kind == EntityKind.Person ? "person:john-elkann" : "org:stellantis") }).ToValueList() };
        new AffiliationFinder(KnowledgeBase.Default).Find(PlainDocument.Of(text, "it"), analysis).Should().ContainSingle().Which.Person.Should().Be(analysis.Entities.First(e => e.Name == "John Elkann").Id);
    }
}
