using Lingotto.Automotive.Tests.Cli;
using Lingotto.Domain;
using Lingotto.Tests.Common;

namespace Lingotto.Automotive.Tests.Pipeline;

/// <summary>What holds of whole analyses of the sample articles.</summary>
public sealed class AnalysisLawTests
{
    private static readonly AutomotivePipeline Pipeline = AutomotivePipeline.CreateDefault();

    [ModelTheory]
    [InlineData("it-cassino-trimestre.txt", "\n\nRIPRODUZIONE RISERVATA\n\nCondividi su Facebook\n© 2025 Gazzetta dei Motori. Tutti i diritti riservati.\n")]
    [InlineData("en-detroit-mission.txt", "\n\nAll rights reserved.\n\nShare on Facebook\n© 2025 Motor Gazette. All rights reserved.\n")]
    public void Analyze_BoilerplateAtTheEnd_ChangesNothingBefore(string file, string block)
    {
        string text = File.ReadAllText(Path.Combine(SharedData.Repository, "samples", file)).TrimEnd();
        ArticleAnalysis alone = Pipeline.Analyze(new Article(text)), together = Pipeline.Analyze(new Article(text + block));
        (together with { Boilerplate = alone.Boilerplate, LanguageConfidence = alone.LanguageConfidence, SentenceLanguages = alone.SentenceLanguages }).Should().Be(alone);
    }

    [ModelTheory]
    [InlineData("it-cassino-trimestre.txt")]
    [InlineData("it-missione-detroit.txt")]
    [InlineData("en-detroit-mission.txt")]
    [InlineData("en-quarter-and-recall.txt")]
    public void Analyze_Sample_NamesDoNotOverlapAndIdentifiersExist(string file)
    {
        string text = File.ReadAllText(Path.Combine(SharedData.Repository, "samples", file));
        ArticleAnalysis analysis = Pipeline.Analyze(new Article(text));
        int last = 0;
        foreach (Mention mention in analysis.Entities.SelectMany(e => e.Mentions).Where(m => !m.Nominal).OrderBy(m => m.Start))
        {
            mention.Start.Should().BeGreaterThanOrEqualTo(last);
            text[mention.Start..mention.End].Should().Be(mention.Text);
            last = mention.End;
        }

        foreach (Entity entity in analysis.Entities.Where(e => e.Kb is not null)) KnowledgeBase.Default.Find(entity.Kb!.Value).Should().NotBeNull();
        foreach (Quote quote in analysis.Quotes) text[quote.Start..quote.End].Should().Be(quote.Text);
        Pipeline.Analyze(new Article(text)).Should().Be(analysis);
        Parallel.For(0, 8, _ => Pipeline.Analyze(new Article(text)).Should().Be(analysis));
    }
}
