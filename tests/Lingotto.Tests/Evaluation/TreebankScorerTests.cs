using Lingotto.Tests.Common;
using Lingotto.Training;

namespace Lingotto.Tests.Evaluation;

public sealed class TreebankScorerTests
{
    [ScriptFact]
    [Trait("Category", "Slow")]
    public void Score_PerturbedTreebank_PrintsTheFiguresOfTheScript()
    {
        string file = SharedData.PathOf("data", "ud", "it_isdt", "it_isdt-ud-dev.conllu");
        IReadOnlyList<ConlluSentence> gold = TreebankText.ReadFile(file);
        var random = new Random(3);
        List<ConlluSentence> system = [.. gold.Select(s => Perturb(s, random))];
        string path = Path.GetTempFileName();
        using (var writer = new StreamWriter(path))
        {
            foreach (ConlluSentence sentence in system) Conllu.Write(writer, sentence);
        }

        var ours = new StringWriter();
        TreebankScorer.Score(TreebankText.Of(gold), TreebankText.Of(system)).WriteTo(ours);
        ours.ToString().Should().Be(Python.Run(SharedData.PathOf("data", "ud_eval.py"), file, path).ReplaceLineEndings("\n"));

        Python.Run(SharedData.PathOf("data", "ud_eval.py"), "--raw", file, path);
        TreebankText.Raw(gold).Should().Be(File.ReadAllText(path));
        File.Delete(path);
    }

    [Fact]
    public void Score_TheSameText_IsPerfect()
    {
        List<ConlluSentence> gold = [.. Conllu.Read(new StringReader("1-2\tdella\t_\t_\t_\t_\t_\t_\t_\t_\n1\tdi\tdi\tADP\t_\t_\t3\tcase\t_\t_\n2\tla\til\tDET\t_\t_\t3\tdet\t_\t_\n3\tFiat\tFiat\tPROPN\t_\t_\t0\troot\t_\t_\n\n"), "x")];
        TreebankScore score = TreebankScorer.Score(TreebankText.Of(gold), TreebankText.Of(gold));
        score.Rows.Should().OnlyContain(r => r.Measure.F1 == 1);
        score.Tokens.Gold.Should().Be(2);
    }

    [Fact]
    public void Score_AnotherText_Throws()
    {
        List<ConlluSentence> one = [.. Conllu.Read(new StringReader("1\tFiat\tFiat\tPROPN\t_\t_\t0\troot\t_\t_\n\n"), "x")];
        List<ConlluSentence> other = [.. Conllu.Read(new StringReader("1\tFord\tFord\tPROPN\t_\t_\t0\troot\t_\t_\n\n"), "x")];
        FluentActions.Invoking(() => TreebankScorer.Score(TreebankText.Of(one), TreebankText.Of(other))).Should().Throw<ArgumentException>().WithMessage("*character 1 *");
    }

    private static ConlluSentence Perturb(ConlluSentence sentence, Random random)
    {
        var ranges = sentence.Ranges.Where(r =>
            random.Next(3) > 0 || string.Concat(sentence.Words.Skip(r.First - 1).Take(r.Last - r.First + 1).Select(w => w.Form)) != r.Form).ToList();
        for (int i = 1; i < sentence.Words.Count; i++)
        {
            if (random.Next(12) > 0 || ranges.Exists(r => r.First <= i + 1 && r.Last >= i)) continue;
            ranges.Add(new ConlluRange(i, i + 1, sentence.Words[i - 1].Form + sentence.Words[i].Form, "_"));
        }

        // A dissolved multiword token keeps the characters of its words, so that only ranges whose words spell it out may go.
        return sentence with
        {
            Ranges = [.. ranges.OrderBy(r => r.First)],
            EmptyNodes = [],
            Words = [.. sentence.Words.Select(w => w with
            {
                Upos = random.Next(20) == 0 ? Upos.X : w.Upos,
                Lemma = random.Next(20) == 0 ? "x" : w.Lemma,
                Feats = random.Next(20) == 0 ? "Gender=Fem" : w.Feats,
                DepRel = random.Next(20) == 0 ? "dep" : w.DepRel,
            })],
        };
    }
}
