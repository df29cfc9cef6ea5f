using Lingotto.Domain;
using Lingotto.Tests.Common;
using Lingotto.Training;

namespace Lingotto.Automotive.Tests.Evaluation;

public sealed class GoldArticleTests
{
    private const string Sample = """
        #id en-x
        #lang en
        #published 2025-03-04
        #title 🚗 {T1:Aurora Motors} news
        {T2:Anna Verdi}, {T3:CEO} of {T4:Aurora Motors}, {T5:visited} {T6:Cassino} on {T7:Monday} with {T8:12} guests. “A good day,” she said. {T9:The company} agreed.
        ---
        T1 Organization/Carmaker NIL:aurora
        T2 Person person:anna-verdi
        T3 Role
        T4 Organization/Carmaker NIL:aurora
        T5 trigger
        T6 Plant plant:cassino
        T7 Time 2025-03-03
        T8 Quantity 12 count
        T9 Organization NIL:aurora nominal
        A1 T2 T4 T3
        Q1 T2 {A good day,}
        E1 Visit T5 visitor=T2 site=T6 time=T7 modality=planned polarity=negative
        """;

    [Fact]
    public void Read_MarkedText_GivesTextAndOffsetsInUtf16()
    {
        GoldArticle article = new GoldReader("x.gold").Read(Sample);
        article.Text.Should().StartWith("🚗 Aurora Motors news\n\nAnna Verdi, CEO of");
        foreach (Mention mention in article.Analysis.Entities.SelectMany(e => e.Mentions)) article.Text[mention.Start..mention.End].Should().Be(mention.Text);
        article.Published.Should().Be(new DateOnly(2025, 3, 4));
    }

    [Fact]
    public void Read_MentionsOfOneSlug_AreOneEntity()
    {
        ArticleAnalysis analysis = new GoldReader("x.gold").Read(Sample).Analysis;
        analysis.Entities.Should().HaveCount(3);
        analysis.Entities[0].Mentions.Should().HaveCount(3);
        analysis.Entities[0].Name.Should().Be("Aurora Motors");
        analysis.Entities[0].IsNil.Should().BeTrue();
    }

    [Fact]
    public void Read_Notes_GivesAffiliationQuoteAndEvent()
    {
        ArticleAnalysis analysis = new GoldReader("x.gold").Read(Sample).Analysis;
        analysis.Affiliations.Should().Equal(new Affiliation("e2", "e1", "r1"));
        analysis.Quotes[0].Text.Should().Be("A good day,");
        AutomotiveEvent visit = analysis.Events[0];
        visit.Arguments.Should().Equal(new EventArgument("visitor", "e2"), new EventArgument("site", "e3"), new EventArgument("time", "t1"));
        visit.Modality.Should().Be(Modality.Planned);
        visit.Polarity.Should().Be(Polarity.Negative);
    }

    [Fact]
    public void Read_UnknownMark_NamesFileAndLine() =>
        FluentActions.Invoking(() => new GoldReader("x.gold").Read("#lang it\nCiao\n---\nT1 Person")).Should().Throw<CorpusFormatException>().WithMessage("x.gold:4:*T1*");

    [SharedDataFact]
    public void ReadFolder_SharedGold_ReadsEveryArticle()
    {
        foreach (string folder in new[] { "seeds", "train", "dev" })
        {
            IReadOnlyList<GoldArticle> articles = GoldArticle.ReadFolder(SharedData.PathOf("gold", folder));
            articles.Should().NotBeEmpty();
            articles.Should().OnlyContain(a => a.Mentions.Count > 0 && a.Analysis.Events.Count > 0);
        }
    }
}
