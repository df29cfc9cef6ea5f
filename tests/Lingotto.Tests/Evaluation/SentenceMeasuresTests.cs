using FsCheck;
using FsCheck.Fluent;
using Lingotto.Training;

namespace Lingotto.Tests.Evaluation;

/// <summary>What each sentence counts sums up to what the whole text counts, whatever the system did to sentences, tokens, tags and heads.</summary>
public sealed class SentenceMeasuresTests
{
    private static readonly string[] Tags = ["NOUN", "VERB", "ADJ"];

    [Fact]
    public void Score_AnySystem_SumsUpToTheScoreOfTheText() => Prop.ForAll(
        Gen.Choose(0, 1_000_000).Two().ToArbitrary(), seeds =>
        {
            TreebankText gold = TreebankText.Of(Sentences(new Random(seeds.Item1))), system = TreebankText.Of(Sentences(new Random(seeds.Item2)));

            IReadOnlyList<(string Name, IReadOnlyList<Measure> Sentences)> parts = SentenceMeasures.Score(gold, system);

            parts.Select(p => (p.Name, p.Sentences.Aggregate(default(Measure), (a, b) => a + b))).Should().Equal(TreebankScorer.Score(gold, system).Rows);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Score_AnotherText_Throws() => FluentActions.Invoking(() => SentenceMeasures.Score(TreebankText.Of(Read("1\tFiat\tFiat\tPROPN\t_\t_\t0\troot\t_\t_\n\n")), TreebankText.Of(Read("1\tFord\tFord\tPROPN\t_\t_\t0\troot\t_\t_\n\n"))))
        .Should().Throw<ArgumentException>();

    /// <summary>The same forty letters, cut into tokens and sentences at random, with random tags and heads.</summary>
    private static IReadOnlyList<ConlluSentence> Sentences(Random random)
    {
        var lines = new System.Text.StringBuilder();
        int number = 0;
        for (int at = 0; at < 40;)
        {
            int length = Math.Min(random.Next(1, 4), 40 - at);
            string form = string.Concat(Enumerable.Range(at, length).Select(i => (char)('a' + (i % 26))));
            number++;
            lines.Append($"{number}\t{form}\t{form}\t{Tags[random.Next(Tags.Length)]}\t_\t_\t{number - 1}\t{(number == 1 ? "root" : "dep")}\t_\t_\n");
            at += length;
            if (random.Next(4) > 0 && at < 40) continue;
            lines.Append('\n');
            number = 0;
        }

        return Read(lines.ToString());
    }

    private static IReadOnlyList<ConlluSentence> Read(string conllu) => [.. Conllu.Read(new StringReader(conllu), "x")];
}
