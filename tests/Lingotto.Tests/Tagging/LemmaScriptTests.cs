using Lingotto.Tagging;
using Lingotto.Training;
using Lingotto.Training.Tagging;

namespace Lingotto.Tests.Tagging;

public sealed class LemmaScriptTests
{
    [Theory]
    [InlineData("comprava", "comprare")]
    [InlineData("Comprava", "comprare")]
    [InlineData("MOTORE", "motore")]
    [InlineData("Torino", "Torino")]
    [InlineData("TORINO", "Torino")]
    [InlineData("torino", "Torino")]
    [InlineData("FIAT", "FIAT")]
    [InlineData("is", "be")]
    [InlineData("è", "essere")]
    public void Apply_ScriptOfAPair_GivesItsLemma(string form, string lemma)
    {
        var trainer = new LemmaTrainer();
        trainer.Add(form, 0, lemma, 1);
        var writer = new ModelWriter();
        trainer.Write(writer, new Silent());
        var rules = new LemmaRules(ModelFile.Open("lemmas", writer.ToArray()), new Pinned());
        var document = new DocumentBuilder();
        TaggerEvaluation.Fill(document, [form]);

        rules.Apply(document, 0, rules.Find(WordForm.Of(form), 0), new TaggerScratch());

        document.Lemma(0).ToString().Should().Be(lemma);
    }

    [Fact]
    public void Find_UnseenNameWrittenSmall_FollowsTheSeenOnes()
    {
        var trainer = new LemmaTrainer();
        foreach (string name in (string[])["milano", "torino", "genova", "napoli"]) trainer.Add(name, 0, char.ToUpperInvariant(name[0]) + name[1..], 1);
        var writer = new ModelWriter();
        trainer.Write(writer, new Silent());
        var rules = new LemmaRules(ModelFile.Open("lemmas", writer.ToArray()), new Pinned());
        var document = new DocumentBuilder();
        TaggerEvaluation.Fill(document, ["bari"]);

        rules.Apply(document, 0, rules.Find(WordForm.Of("bari"), 0), new TaggerScratch());

        document.Lemma(0).ToString().Should().Be("Bari");
    }

    private sealed class Silent : ITrainingReport
    {
        public void Line(string text) { }
    }
}
