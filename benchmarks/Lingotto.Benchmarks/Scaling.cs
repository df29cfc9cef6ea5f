using System.Diagnostics;
using System.Globalization;
using Lingotto.Automotive;
using Lingotto.Domain;
using Lingotto.Engines;

namespace Lingotto.Benchmarks;

/// <summary>
/// The throughput of a stream on one core and on all, in articles a second: the best of several rounds, by turns. <c>--threads N</c> for N cores. On a machine that is
/// not idle, compare the second figure too: the same by processor time, which is what the cores that the stream got were worth.
/// </summary>
internal static class Scaling
{
    private const int Articles = 400, Rounds = 7;

    public static int Run(string[] args)
    {
        int threads = Arguments.Value(args, "--threads") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : Environment.ProcessorCount;
        Article[] articles = [.. Enumerable.Range(0, Articles).Select(i => new Article(Corpus.Text(i % 2 == 0 ? "it" : "en", TextSize.Article)) { Published = new DateOnly(2026, 3, 2) })];
        AutomotivePipeline one = Pipeline(1), many = Pipeline(threads);
        (double Wall, double Processor) bestOne = default, bestMany = default;
        for (int round = 0; round < Rounds; round++)
        {
            bestOne = Best(bestOne, Measure(one, articles, 1));
            bestMany = Best(bestMany, Measure(many, articles, threads));
        }

        Print("1 core", bestOne);
        Print($"{threads} cores", bestMany);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"speed-up {bestMany.Wall / bestOne.Wall:F2} (by processor time {bestMany.Processor / bestOne.Processor:F2})"));
        return 0;
    }

    private static AutomotivePipeline Pipeline(int threads) => AutomotivePipeline.Create(new AutomotivePipelineOptions { MaxDegreeOfParallelism = threads });

    private static (double Wall, double Processor) Best((double Wall, double Processor) a, (double Wall, double Processor) b) => (Math.Max(a.Wall, b.Wall), Math.Max(a.Processor, b.Processor));

    private static (double Wall, double Processor) Measure(AutomotivePipeline pipeline, Article[] articles, int threads)
    {
        GC.Collect();
        long started = Stopwatch.GetTimestamp();
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        Consume(pipeline, articles).GetAwaiter().GetResult();
        double used = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        return (articles.Length / Stopwatch.GetElapsedTime(started).TotalSeconds, threads * articles.Length / used);
    }

    private static async Task Consume(AutomotivePipeline pipeline, Article[] articles)
    {
        await foreach (ArticleAnalysis analysis in pipeline.AnalyzeAsync(Stream(articles)).ConfigureAwait(false)) GC.KeepAlive(analysis);
    }

    private static async IAsyncEnumerable<Article> Stream(Article[] articles)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (Article article in articles) yield return article;
    }

    private static void Print(string name, (double Wall, double Processor) speed) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-8} {speed.Wall,8:F1} articles/s  {speed.Processor,8:F1} articles/s by processor time"));
}
