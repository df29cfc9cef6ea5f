using FsCheck;
using FsCheck.Fluent;
using Lingotto.Domain;

namespace Lingotto.Automotive.Tests.Values;

/// <summary>What holds of quotes and affiliations on any text with any names.</summary>
public sealed class MentionLawTests
{
    private static readonly string[] Pieces =
        ["[P:Ugo Bassi]", "[P:Marta Riva]", "[O:Cormec]", "[O:Fiom]", "[L:Bra]", "[R:presidente]", "[R:chief executive]", "«", "»", "“", "”", "\"", "'", "‘", "’", "''", "<<", ">>", ",", ".", ":", "-", "–", "(", ")",
            "\n", "\n\n", "ha detto", "said", "di", "of", "del", "the", "è", "is", "che", "who", "e", "and", "secondo", "according to", "lei", "he", "un portavoce", "Restiamo qui", "we are staying", "?", "s", "’s", "\ud800", "🚗", "\r\n", "guida", "joins"];

    private static void Check(string marked, string language)
    {
        ArticleAnalysis analysis = MarkedMentions.Read(marked, language, out string text);
        ArticleContext article = PlainDocument.Of(text, language);
        analysis = analysis with { Affiliations = new AffiliationFinder(KnowledgeBase.Default).Find(article, analysis) };
        foreach (Affiliation affiliation in analysis.Affiliations)
        {
            analysis.FindEntity(affiliation.Person)!.Kind.Should().Be(EntityKind.Person);
            analysis.FindEntity(affiliation.Organization).Should().NotBeNull();
            if (affiliation.Role is { } role) analysis.Roles.Should().Contain(r => r.Id == role);
        }

        analysis.Affiliations.Select(a => (a.Person, a.Organization)).Should().OnlyHaveUniqueItems();
        var finder = new QuoteFinder(KnowledgeBase.Default);
        ValueList<Quote> quotes = finder.Find(article, analysis);
        int last = 0;
        foreach (Quote quote in quotes.DistinctBy(q => q.Start))
        {
            quote.Start.Should().BeGreaterThanOrEqualTo(last);
            last = quote.End;
        }

        foreach (Quote quote in quotes)
        {
            text[quote.Start..quote.End].Should().Be(quote.Text).And.NotBeEmpty();
            analysis.FindEntity(quote.Speaker)!.Kind.Should().BeOneOf(EntityKind.Person, EntityKind.Organization);
        }

        finder.Find(article, analysis).Should().Equal(quotes);
    }

    [Fact]
    public void Find_AnySequenceOfNamesAndMarks_GivesOrderedQuotesOfKnownSpeakers() =>
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(Gen.Elements(Pieces).ListOf().ToArbitrary(), pieces =>
        {
            string marked = string.Join(pieces.Count % 3 == 0 ? "" : " ", pieces);
            Check(marked, "it");
            Check(marked, "en");
        }));

    [Fact]
    public void Find_ManyThreads_GivesTheSameResult()
    {
        ArticleAnalysis analysis = MarkedMentions.Read("[P:Ugo Bassi], [R:presidente] di [O:Cormec]: «Restiamo». «E assumiamo», ha detto.", "it", out string text);
        ArticleContext article = PlainDocument.Of(text, "it");
        var finder = new QuoteFinder(KnowledgeBase.Default);
        var affiliations = new AffiliationFinder(KnowledgeBase.Default);
        ValueList<Quote> quotes = finder.Find(article, analysis);
        ValueList<Affiliation> found = affiliations.Find(article, analysis);
        quotes.Should().HaveCount(2);
        found.Should().ContainSingle();
        Parallel.For(0, 64, _ =>
        {
            finder.Find(article, analysis).Should().Equal(quotes);
            affiliations.Find(article, analysis).Should().Equal(found);
        });
    }
}
