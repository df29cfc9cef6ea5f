using System.Diagnostics;
using System.Globalization;
using Lingotto.Automotive;
using Lingotto.Domain;
using Lingotto.MicrosoftML;
using Lingotto.Training;

namespace Lingotto.Adapters.Benchmarks;

/// <summary>
/// The built-in event stage beside the same with triggers proposed by ML.NET's sentence classifier: trained on the sentences of <c>gold/train</c>, scored on <c>gold/dev</c>.
/// <c>--events FOLDER</c>.
/// </summary>
internal static class EventProposers
{
    private const double MinimumProbability = 0.3;

    private static readonly string[] Measures = ["event triggers", "event arguments", "facts"];

    public static int Run(string folder, TextWriter output)
    {
        AutomotivePipeline builtIn = AutomotivePipeline.CreateDefault();
        SentenceExample[] examples = [.. GoldArticle.ReadFolder(Path.Combine(folder, "train")).SelectMany(a => Examples(a, builtIn))];
        long started = Stopwatch.GetTimestamp();
        var classifier = SentenceEventClassifier.Train(examples);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{examples.Length} sentences, trained in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s"));
        output.WriteLine();
        output.WriteLine($"| triggers by | {string.Join(" | ", Measures)} | articles/s |");
        output.WriteLine("|---|---:|---:|---:|---:|");
        IReadOnlyList<GoldArticle> articles = GoldArticle.ReadFolder(Path.Combine(folder, "dev"));
        Write(output, "ML.NET's sentence classifier", With(new SentenceTriggerProposer(classifier, minimumProbability: MinimumProbability)), articles);
        Write(output, "Lingotto", builtIn, articles);
        return 0;
    }

    private static AutomotivePipeline With(ITriggerProposer proposer) =>
        new AutomotivePipelineBuilder().WithEventExtractor(new EventExtractor(new EventOptions { TriggerProposer = proposer })).Build();

    /// <summary>A sentence is an example of every type that it holds a trigger of; without one, of no event.</summary>
    private static IEnumerable<SentenceExample> Examples(GoldArticle gold, AutomotivePipeline pipeline)
    {
        foreach (Sentence sentence in pipeline.Linguistics.Process(gold.Text, gold.Language).Sentences)
        {
            EventType[] types = [.. gold.Analysis.Events.Where(e => sentence.Span.Contains(e.Trigger.Start)).Select(e => e.Type).Distinct()];
            foreach (EventType type in types) yield return new SentenceExample(sentence.ToString(), type);
            if (types.Length == 0) yield return new SentenceExample(sentence.ToString(), null);
        }
    }

    private static void Write(TextWriter output, string name, AutomotivePipeline pipeline, IReadOnlyList<GoldArticle> articles)
    {
        pipeline.Analyze(articles[0].ToArticle());
        var score = new ExtractionScore();
        TimeSpan started = Environment.CpuUsage.TotalTime;
        ArticleAnalysis[] analyses = [.. articles.Select(a => pipeline.Analyze(a.ToArticle()))];
        double seconds = (Environment.CpuUsage.TotalTime - started).TotalSeconds;
        foreach ((GoldArticle gold, ArticleAnalysis analysis) in articles.Zip(analyses)) score.Add(ExtractionScorer.Score(gold, analysis));
        string figures = string.Join(" | ", Measures.Select(m => (100 * score[m].F1).ToString("F1", CultureInfo.InvariantCulture)));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {figures} | {articles.Count / seconds:F0} |"));
    }
}
