using System.Diagnostics;
using System.Globalization;
using Lingotto.Automotive;
using Lingotto.Domain;
using Lingotto.Engines;

namespace Lingotto.Benchmarks;

/// <summary>
/// The throughput of a stream on one core and on all, in articles a second, by turns: the medians of several rounds, and the median of the rounds' own speed-ups, since
/// the speed of a shared machine changes from one second to the next. <c>--threads N</c> for N cores. On a machine that is not idle, compare the second figure too: the
/// same by processor time, which is what the cores that the stream got were worth.
/// </summary>
internal static class Scaling
{
    private const int Articles = 400, Rounds = 11;

    public static int Run(string[] args)
    {
        int threads = Arguments.Value(args, "--threads") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : Environment.ProcessorCount;
        Article[] articles = [.. Enumerable.Range(0, Articles).Select(i => new Article(Corpus.Text(i % 2 == 0 ? "it" : "en", TextSize.Article)) { Published = new DateOnly(2026, 3, 2) })];
        AutomotivePipeline one = Pipeline(1), many = Pipeline(threads);
        Measure(one, articles, 1);
        Measure(many, articles, threads);
        ((double Wall, double Processor) One, (double Wall, double Processor) Many)[] rounds = [.. Enumerable.Range(0, Rounds).Select(_ => (Measure(one, articles, 1), Measure(many, articles, threads)))];
        Print("1 core", Median(rounds, r => r.One.Wall), Median(rounds, r => r.One.Processor));
        Print($"{threads} cores", Median(rounds, r => r.Many.Wall), Median(rounds, r => r.Many.Processor));
        double wall = Median(rounds, r => r.Many.Wall / r.One.Wall), processor = Median(rounds, r => r.Many.Processor / r.One.Processor);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"speed-up {wall:F2} (by processor time {processor:F2})"));
        return 0;
    }

    private static AutomotivePipeline Pipeline(int threads) => AutomotivePipeline.Create(new AutomotivePipelineOptions { MaxDegreeOfParallelism = threads });

    private static double Median<T>(T[] rounds, Func<T, double> figure) => rounds.Select(figure).Order().ElementAt(rounds.Length / 2);

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

    private static void Print(string name, double wall, double processor) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-8} {wall,8:F1} articles/s  {processor,8:F1} articles/s by processor time"));
}
