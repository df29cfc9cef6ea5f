using FluentAssertions;
using Lingotto.Domain;
using Xunit;

namespace Lingotto.Automotive.Tests;

public class EntityResolverTests
{
    private static readonly EntityResolver Resolver = new(KnowledgeBase.Default);

    /// <summary>The entities of a text whose names are marked: <c>[Kind:name]</c>.</summary>
    internal static ValueList<Entity> Resolve(string marked, Language? language = null)
    {
        var names = new List<NameMention>();
        var text = new System.Text.StringBuilder();
        for (int at = 0; at < marked.Length;)
        {
            if (marked[at] != '[') { text.Append(marked[at++]); continue; }
            int colon = marked.IndexOf(':', at), close = marked.IndexOf(']', at);
            names.Add(new NameMention(new TextSpan(text.Length, close - colon - 1), new EntityKind(marked[(at + 1)..colon]), 0.9));
            text.Append(marked, colon + 1, close - colon - 1);
            at = close + 1;
        }

        Document document = PlainDocument.Of(text.ToString(), language);
        return Resolver.Resolve(new ArticleContext(document, new PageStructure([], null), null), names);
    }

    private static string?[] Ids(ValueList<Entity> entities) => [.. entities.Select(e => e.Kb?.Value)];

    [Fact]
    public void Resolve_TheSameThingInBothLanguages_HasOneId()
    {
        Ids(Resolve("La [Organization:Regione Piemonte] a [Place:Torino]")).Should().Equal("org:regione-piemonte", "place:istat-001272");
        Ids(Resolve("The [Organization:Piedmont Region] in [Place:Turin]", Language.English)).Should().Equal("org:regione-piemonte", "place:istat-001272");
    }

    [Fact]
    public void Resolve_SurnameAfterFullName_IsOneEntity()
    {
        Entity person = Resolve("[Person:Nino Bracco] parla. Poi [Person:Bracco] tace, e [Person:N. Bracco] esce.").Should().ContainSingle().Which;
        person.Kb.Should().BeNull();
        person.Name.Should().Be("Nino Bracco");
        person.Mentions.Should().HaveCount(3);
    }

    [Fact]
    public void Resolve_AcronymDefinedInTheText_IsOneEntity() =>
        Resolve("La [Organization:Fabbrica Italiana Biciclette] ([Organization:FIB]) cresce; [Organization:FIB] assume.").Should().ContainSingle().Which.Mentions.Should().HaveCount(3);

    [Fact]
    public void Resolve_LegalForm_IsTheSameCompany() =>
        Ids(Resolve("[Organization:Stellantis N.V.] e [Organization:Stellantis]")).Should().Equal("org:stellantis");

    [Fact]
    public void Resolve_UnknownCompanyAndItsShortForm_IsOneNilEntity() =>
        Resolve("La [Organization:Zanardelli Stampi S.r.l.] assume. [Organization:Zanardelli] cresce.").Should().ContainSingle().Which.IsNil.Should().BeTrue();

    [Theory]
    [InlineData("Lo stabilimento di [Plant:Mirafiori]", "plant:mirafiori")]
    [InlineData("Il sindaco di [Place:Cassino]", "place:istat-060019")]
    [InlineData("la nuova [VehicleModel:Alfa Giulia]", "model:alfa-romeo/giulia")]
    [InlineData("il fondatore [Person:Enzo Ferrari]", "person:enzo-ferrari")]
    public void Resolve_TheRecognisersKind_Decides(string text, string id) => Ids(Resolve(text)).Should().Equal(id);

    [Theory]
    [InlineData("Il dottor [Person:Zanardelli]")]
    [InlineData("La ditta [Organization:Qwertz Bolognini]")]
    [InlineData("A [Place:Xyzburg]")]
    public void Resolve_AnUnknownName_IsNil(string text) => Ids(Resolve(text)).Should().Equal((string?)null);

    [Theory]
    [InlineData("La partita del [Organization:Torino]")]
    public void Resolve_AnUnsafeNameOfAnotherThing_IsNil(string text) => Ids(Resolve(text)).Should().Equal((string?)null);

    [Theory]
    [InlineData("la [VehicleModel:Nuova Ypsilon]", "Ypsilon")]
    [InlineData("lo [Plant:stabilimento di Mirafiori]", "Mirafiori")]
    [InlineData("[Person:Mr Elkann]", "Elkann")]
    public void Resolve_WordsBesideTheName_StayOutside(string text, string name) => Resolve(text)[0].Mentions[0].Text.Should().Be(name);

    [Fact]
    public void Cluster_ALink_ExplainsItself()
    {
        const string Text = "La Fiat a Torino";
        List<EntityCluster> clusters = Resolver.Cluster(
            new ArticleContext(PlainDocument.Of(Text), new PageStructure([], null), null), [new NameMention(new TextSpan(3, 4), EntityKind.Organization, 0.9)]);
        clusters[0].Link!.Evidence.Select(e => e.Feature).Should().Contain([LinkFeature.MainName, LinkFeature.SameKind]);
        clusters[0].Link!.ToString().Should().Contain("org:fiat");
    }

    [Fact]
    public void Resolve_Ids_AreInOrderOfFirstMentionAndExist()
    {
        ValueList<Entity> entities = Resolve("A [Place:Torino] la [Organization:Fiat] e la [Organization:Iveco]; poi [Place:Torino].");
        entities.Select(e => e.Id).Should().Equal("e1", "e2", "e3");
        entities.Should().OnlyContain(e => e.Kb == null || KnowledgeBase.Default.Find(e.Kb.Value) != null);
    }
}
