using System.Diagnostics;
using System.Globalization;
using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Benchmarks;

/// <summary>A long stream of short articles: the working set must stay flat. Prints a line of CSV every ten thousand articles.</summary>
internal static class Soak
{
    private const int Step = 10_000, DefaultCount = 200_000;

    public static int Run(string[] args)
    {
        int at = Array.IndexOf(args, "--soak");
        int count = at + 1 < args.Length && int.TryParse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : DefaultCount;
        Console.WriteLine("articles,seconds,workingSetMB,managedMB");
        RunAsync(count).GetAwaiter().GetResult();
        return 0;
    }

    private static async Task RunAsync(int count)
    {
        var pipeline = AutomotivePipeline.CreateDefault();
        long start = Stopwatch.GetTimestamp();
        int done = 0;
        await foreach (ArticleAnalysis _ in pipeline.AnalyzeAsync(Articles(count)).ConfigureAwait(false))
        {
            if (++done % Math.Min(Step, count) != 0) continue;
            using Process process = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{done},{Stopwatch.GetElapsedTime(start).TotalSeconds:F1},{process.WorkingSet64 / 1e6:F0},{GC.GetTotalMemory(false) / 1e6:F0}"));
        }
    }

    private static async IAsyncEnumerable<Article> Articles(int count)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        string[] texts = [.. new[] { "it", "en" }.SelectMany(l => Corpus.Text(l, TextSize.Article).Split("\n\n"))];
        for (int i = 0; i < count; i++) yield return new Article(texts[i % texts.Length]) { Id = i.ToString(CultureInfo.InvariantCulture) };
    }
}
