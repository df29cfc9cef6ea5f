using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Catalyst.Tests;

public sealed class CatalystModelsTests
{
    private static readonly CatalystModels Empty = new(Language.Italian);

    [Fact]
    public void CatalystTokenizer_NoSentenceDetector_NamesIt() => FluentActions.Invoking(() => new CatalystTokenizer(Empty, Loaded.ItalianExpander))
        .Should().Throw<CatalystModelException>().WithMessage("*sentence detector*'it'*Catalyst.Models.Italian*").Which.Component.Should().Be("sentence detector");

    [Fact]
    public void CatalystTagger_NoTagger_NamesIt() => FluentActions.Invoking(() => new CatalystTagger(Empty)).Should().Throw<CatalystModelException>().WithMessage("*no tagger for 'it'*");

    [Fact]
    public void CatalystMentionRecognizer_NoEntityRecognizer_NamesIt() =>
        FluentActions.Invoking(() => new CatalystMentionRecognizer(Empty)).Should().Throw<CatalystModelException>().WithMessage("*no entity recogniser for 'it'*");

    [Fact]
    public void CatalystMentionRecognizer_SentenceOfALanguageWithoutModels_Throws()
    {
        var recognizer = new CatalystMentionRecognizer(Loaded.Italian);

        FluentActions.Invoking(() => recognizer.Find(Context("The plant of the maker will close.", Language.English))).Should().Throw<CatalystModelException>().WithMessage("*'en'*");
    }

    [Fact]
    public void CatalystModels_OtherLanguage_Throws() => FluentActions.Invoking(() => new CatalystModels(Language.Parse("fr"))).Should().Throw<ArgumentException>().WithMessage("*'fr'*");

    [Fact]
    public void Find_Names_GivesTheirSpansInTheText()
    {
        const string Text = "Ieri a Roma\til presidente Giorgio Napolitano ha visitato la sede.";
        ArticleContext article = Context(Text, Language.Italian);

        IReadOnlyList<NameMention> mentions = new CatalystMentionRecognizer(Loaded.Italian).Find(article);

        mentions.Should().ContainSingle(m => m.Span.Of(Text).ToString() == "Roma").Which.Kind.Should().Be(EntityKind.Place);
        mentions.Should().BeInAscendingOrder(m => m.Span.Start).And.OnlyContain(m => m.Confidence == CatalystMentionRecognizer.Confidence);
        mentions.Zip(mentions.Skip(1)).Should().OnlyContain(p => p.First.Span.End <= p.Second.Span.Start);
    }

    [Fact]
    public void UseCatalyst_WholePipeline_AnalysesAnArticle()
    {
        AutomotivePipeline pipeline = new AutomotivePipelineBuilder().UseCatalyst(Loaded.Italian, Loaded.ItalianExpander)
            .WithMentionRecognizer(new CatalystMentionRecognizer(Loaded.Italian)).Build();
        var article = new Article("La Fiat assumerà trecento operai nello stabilimento di Melfi.\tLo ha detto ieri l'azienda.") { Language = Language.Italian };

        AnalyzedArticle read = pipeline.Read(article);

        read.Document!.HasTags.Should().BeTrue();
        foreach (Entity entity in read.Analysis.Entities)
        {
            foreach (Mention mention in entity.Mentions) article.Text[mention.Start..mention.End].Should().Be(mention.Text);
        }
    }

    private static ArticleContext Context(string text, Language language) => new(Loaded.Pipeline.Process(text, language), new PageStructure([], null), null);
}
