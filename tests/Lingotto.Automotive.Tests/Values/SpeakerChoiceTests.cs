using Lingotto.Automotive.Quotes;
using Lingotto.Automotive.Tests.Cli;
using Lingotto.Domain;

namespace Lingotto.Automotive.Tests.Values;

/// <summary>The learned choice of speakers, which needs trees.</summary>
public sealed class SpeakerChoiceTests
{
    private static readonly AutomotivePipeline Pipeline = AutomotivePipeline.CreateDefault();

    private static List<string> Find(string marked, string language)
    {
        ArticleAnalysis analysis = MarkedMentions.Read(marked, language, out string text);
        var article = new ArticleContext(Pipeline.Linguistics.Process(text, Language.Parse(language)), new PageStructure([], null), null);
        return [.. new QuoteFinder(KnowledgeBase.Default).Find(article, analysis).Select(q => analysis.FindEntity(q.Speaker)!.Name + ": " + q.Text)];
    }

    [ModelTheory]
    [InlineData("it", "[P:Elena Rovati], dopo una lunga pausa, ha definito la nomina di [P:Ugo Bassi] «un errore».", "Elena Rovati: un errore")]
    [InlineData("it", "[P:Elena Rovati] ha definito il piano una «trappola» priva di «ogni garanzia».", "Elena Rovati: trappola", "Elena Rovati: ogni garanzia")]
    [InlineData("it", "Le accuse a [O:Cormec] non finiscono: [P:Elena Rovati] l'ha definita «senza bussola».", "Elena Rovati: senza bussola")]
    [InlineData("en", "[P:Ruth Alder], speaking after a long pause, described the choice of [P:Tom Birch] as \"a mistake.\"", "Ruth Alder: a mistake.")]
    [InlineData("en", "Critics of [O:Halden Motors] are many: [P:Ruth Alder] called it \"rudderless.\"", "Ruth Alder: rudderless.")]
    public void Find_SubjectFarFromTheWords_Speaks(string language, string marked, params string[] expected) => Find(marked, language).Should().Equal(expected);

    [ModelTheory]
    [InlineData("it", "[P:Elena Rovati] ha inaugurato ieri il reparto “Falcone” di [O:Cormec].")]
    [InlineData("it", "Il concorso «Ruote d'argento» è stato vinto da [P:Elena Rovati].")]
    [InlineData("en", "[P:Ruth Alder] yesterday opened the \"Falcon\" hall of [O:Halden Motors].")]
    [InlineData("en", "The \"Silver Wheels\" contest was won by [P:Ruth Alder].")]
    public void Find_NamesOfThings_NobodySpeaks(string language, string marked) => Find(marked, language).Should().BeEmpty();

    [Fact]
    public void Choose_EqualScores_IsWhomTheRulesName()
    {
        var ranker = new SpeakerRanker(new LogLinearTable([("rule", 1), ("nobody", 0)]));
        List<SpeakerCandidate> candidates = [new(null, ["nobody"]), new("e1", ["a"]), new("e2", ["a"])];
        ranker.Choose(candidates, "e2").Should().Be("e2");
        ranker.Choose(candidates, null).Should().BeNull();
    }

    [Fact]
    public void Choose_TwoMentionsOfOne_CountTogether()
    {
        var ranker = new SpeakerRanker(new LogLinearTable([("good", 1), ("fair", 0.8)]));
        ranker.Choose([new(null, []), new("e1", ["good"]), new("e2", ["fair"]), new("e2", ["fair"])], "e1").Should().Be("e2");
    }

    [Fact]
    public void Tables_OfSpeakers_AreWellFormed()
    {
        SpeakerRanker.Default.Weights["rule"].Should().BePositive();
        List<string[]> weights = [.. Resources.ReadRows("quotes/speaker-weights.tsv")];
        weights.Select(w => w[0]).Should().OnlyHaveUniqueItems();
        weights.Should().OnlyContain(w => w.Length == 2 && double.IsFinite(double.Parse(w[1], System.Globalization.CultureInfo.InvariantCulture)));
        List<string[]> names = [.. Resources.ReadRows("quotes/first-names.tsv")];
        names.Select(n => n[0]).Should().Equal("female", "male");
        names.SelectMany(n => n[1].Split('|')).Should().OnlyHaveUniqueItems().And.OnlyContain(n => n.Length > 0 && n == n.ToLowerInvariant());
    }
}
