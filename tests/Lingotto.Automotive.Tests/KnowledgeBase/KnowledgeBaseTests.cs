using FluentAssertions;
using Lingotto.Domain;
using Xunit;

namespace Lingotto.Automotive.Tests;

public class KnowledgeBaseTests
{
    private static readonly KnowledgeBase Kb = KnowledgeBase.Default;

    [Fact]
    public void Entries_OfTheBuiltInTables_HaveUniqueIdsOfTheirKind()
    {
        var ids = new HashSet<EntityId>();
        foreach (KnowledgeBaseEntry entry in Kb.Entries)
        {
            ids.Add(entry.Id).Should().BeTrue($"{entry.Id} is unique");
            entry.Id.Prefix.ToString().Should().Be(entry.Kind.IdPrefix);
            EntityKind.All.Should().Contain(entry.Kind);
            entry.NameIt.Should().NotBeNullOrWhiteSpace();
        }

        ids.Count.Should().BeGreaterThan(13_000).And.Be(Kb.Count);
    }

    [Fact]
    public void Entries_OfTheBuiltInTables_ReferToEntriesThatExist()
    {
        foreach (KnowledgeBaseEntry entry in Kb.Entries)
        {
            if (entry.Parent is { } parent) Kb.Find(parent).Should().NotBeNull($"the parent of {entry.Id} exists");
            if (entry.Attribute("place") is { } place) Kb.Find(place).Should().NotBeNull($"the place of {entry.Id} exists");
            if (entry.Attribute("operator") is { } maker) Kb.Find(maker).Should().NotBeNull($"the operator of {entry.Id} exists");
            Kb.Ancestors(entry.Id).Should().HaveCountLessThan(8, $"the parents of {entry.Id} run in no circle");
        }
    }

    [Fact]
    public void Entries_OfTheBuiltInTables_AreAmbiguousOnlyInNamesTheyHave()
    {
        foreach (KnowledgeBaseEntry entry in Kb.Entries)
        {
            entry.AmbiguousNames.Should().BeSubsetOf([entry.NameIt, entry.NameEn, .. entry.Aliases], $"{entry.Id} has the names it calls ambiguous");
        }
    }

    [Theory]
    [InlineData("plant:mirafiori", "place:istat-001272")]
    [InlineData("plant:mirafiori", "place:it-to")]
    [InlineData("plant:cassino", "place:it-62")]
    [InlineData("plant:cassino", "place:it")]
    [InlineData("plant:cassino", "org:stellantis")]
    [InlineData("org:alfa-romeo", "org:stellantis")]
    [InlineData("model:alfa-romeo/giulia", "org:stellantis")]
    [InlineData("place:gn-4990729", "place:us")]
    [InlineData("org:stellantis", "org:stellantis")]
    public void IsPartOf_WhatBelongsToAnother_IsTrue(string id, string ancestor) =>
        Kb.IsPartOf(EntityId.Parse(id), EntityId.Parse(ancestor)).Should().BeTrue();

    [Theory]
    [InlineData("org:stellantis", "org:alfa-romeo")]
    [InlineData("plant:mirafiori", "place:it-62")]
    [InlineData("org:nobody", "org:stellantis")]
    public void IsPartOf_WhatDoesNot_IsFalse(string id, string ancestor) =>
        Kb.IsPartOf(EntityId.Parse(id), EntityId.Parse(ancestor)).Should().BeFalse();

    [Fact]
    public void PlaceOf_APlant_LeadsFromTownToCountry()
    {
        EntityId cassino = EntityId.Parse("plant:cassino");
        Kb.TownOf(cassino)!.NameIt.Should().Be("Piedimonte San Germano");
        Kb.ProvinceOf(cassino)!.Id.Value.Should().Be("place:it-fr");
        Kb.RegionOf(cassino)!.NameIt.Should().Be("Lazio");
        Kb.CountryOf(cassino)!.Id.Value.Should().Be("place:it");
    }

    [Fact]
    public void Children_OfAGroup_AreItsBrands() =>
        Kb.Children(EntityId.Parse("org:stellantis")).Select(e => e.Id.Value).Should().Contain(["org:fiat", "org:jeep", "plant:mirafiori"]);

    [Theory]
    [InlineData("alfa romeo giulia", "model:alfa-romeo/giulia")]
    [InlineData("STELLANTIS", "org:stellantis")]
    [InlineData("Forli'", "place:istat-040012")]
    [InlineData("Elkann", "person:john-elkann")]
    public void Search_ANameHoweverPrinted_FindsItFirst(string name, string id) => Kb.Search(name)[0].Id.Value.Should().Be(id);

    [Fact]
    public void WithTable_OwnEntriesAndKinds_AreFoundBesideTheOthers()
    {
        KnowledgeBase own = Kb.WithTable("id\tsubkind\tname_it\tname_en\taliases\tparent\tattributes\ndealer:rossi-auto\t\tRossi Auto\t\tAutosalone Rossi\torg:fiat\tplace=place:istat-001272\norg:fiat\tBrand\tFiat nuova\n");
        KnowledgeBaseEntry dealer = own.Find("dealer:rossi-auto")!;
        dealer.Kind.Should().Be(new EntityKind("Dealer"));
        dealer.NameEn.Should().Be("Rossi Auto");
        own.Gazetteer.Lookup("AUTOSALONE ROSSI").Should().ContainSingle().Which.Entry.Should().BeSameAs(dealer);
        own.IsPartOf(dealer.Id, EntityId.Parse("place:it-21")).Should().BeTrue();
        own.Find("org:fiat")!.NameIt.Should().Be("Fiat nuova");
        own.Count.Should().Be(Kb.Count + 1);
    }

    [Theory]
    [InlineData("org:x\tBrand\tX", 1)]
    [InlineData("id\tsubkind\tname_it\nNo id\t\tX", 2)]
    [InlineData("id\tsubkind\tname_it\norg:x\t\t", 2)]
    public void WithTable_MalformedTable_NamesTheLine(string table, int line) =>
        FluentActions.Invoking(() => Kb.WithTable(table, name: "mine.tsv")).Should().Throw<CorpusFormatException>().Which.Line.Should().Be(line);

    [Fact]
    public void WithoutRandomHalf_OneSeed_RemovesHalfOfTheThreeKindsAlways()
    {
        KnowledgeBase half = Kb.WithoutRandomHalf(7), again = Kb.WithoutRandomHalf(7);
        half.Entries.Select(e => e.Id).Should().Equal(again.Entries.Select(e => e.Id));
        int Pool(KnowledgeBase kb) => kb.Entries.Count(e => e.Kind == EntityKind.Person || e.Kind == EntityKind.Organization || e.Kind == EntityKind.Plant);
        Pool(half).Should().BeCloseTo(Pool(Kb) / 2, 1);
        (Kb.Count - half.Count).Should().Be(Pool(Kb) - Pool(half));
    }
}
