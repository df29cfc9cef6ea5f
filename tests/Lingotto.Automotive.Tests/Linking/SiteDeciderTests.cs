using Lingotto.Domain;

namespace Lingotto.Automotive.Tests;

/// <summary>Town or works, where the recogniser is of two minds.</summary>
public sealed class SiteDeciderTests
{
    private static string Kind(string text, string name, string language, EntityKind given)
    {
        Document document = PlainDocument.Of(text, Language.Parse(language));
        List<NameMention> names = [new(new TextSpan(text.IndexOf(name, StringComparison.Ordinal), name.Length), given, 0.55)];
        return new SiteDecider(KnowledgeBase.Default).Decide(new ArticleContext(document, new PageStructure([], null), null), names)[0].Kind.Name;
    }

    [Theory]
    [InlineData("Lo stabilimento di Cassino resta fermo.", "Cassino", "it", "Plant")]
    [InlineData("Il sindaco di Cassino protesta.", "Cassino", "it", "Place")]
    [InlineData("Gli abitanti vivono a Cassino da anni.", "Cassino", "it", "Place")]
    [InlineData("The Cassino plant builds the new model.", "Cassino", "en", "Plant")]
    [InlineData("The mayor of Cassino protested.", "Cassino", "en", "Place")]
    public void Decide_UnsureName_FollowsTheWordsAround(string text, string name, string language, string expected)
    {
        Kind(text, name, language, EntityKind.Place).Should().Be(expected);
        Kind(text, name, language, EntityKind.Plant).Should().Be(expected);
    }

    [Theory]
    [InlineData("linking/site_weights.tsv")]
    [InlineData("coreference/nominal-weights.tsv")]
    [InlineData("quotes/speaker-weights.tsv")]
    public void Tables_OfWeights_AreWellFormed(string resource)
    {
        List<string[]> rows = [.. Resources.ReadRows(resource)];
        rows.Select(r => r[0]).Should().OnlyHaveUniqueItems();
        rows.Should().OnlyContain(r => r.Length == 2 && double.IsFinite(double.Parse(r[1], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Tables_OfCues_HaveBothLanguages()
    {
        List<string[]> rows = [.. Resources.ReadRows("linking/site_cues.tsv")];
        rows.Select(r => r[0] + r[1]).Should().BeEquivalentTo("worksit", "worksen", "townit", "townen", "beforeit", "beforeen", "articleit", "articleen");
        foreach (string[] row in rows) row[2].Split('|').Should().OnlyHaveUniqueItems(row[0]).And.OnlyContain(w => w.Length > 0 && w == w.ToLowerInvariant());
    }
}
