using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Lingotto.Automotive;
using Lingotto.Engines;

namespace Lingotto.Benchmarks;

/// <summary>
/// A quick look at the speed of each stage on one thread: the best of several warm runs, in tokens a second. Prints the README's figures: for the benchmarks' own
/// article many times over, and, where the public data is at hand, for news and encyclopedia text in which hardly a sentence comes twice.
/// </summary>
internal static class Speed
{
    private const int Copies = 30, FreshLength = 600_000;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1.5);

    public static int Run(string[] args)
    {
        string data = Arguments.Value(args, "--data") ?? Path.Combine("..", "shared", "data");
        foreach (string code in (string[])["it", "en"])
        {
            string article = Corpus.Text(code, TextSize.Article);
            Measure(code, "", [.. Enumerable.Repeat(article, Copies)]);
            AutomotivePipeline whole = AutomotivePipeline.CreateDefault();
            Print(code, "one article", CountTokens(code, article), Best(() => Analyze(whole, [article], Language.Parse(code))));
            if (Fresh(data, code) is { } fresh) Measure(code, ", fresh", fresh);
        }

        using Process process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak working set {process.PeakWorkingSet64 / 1e6:F0} MB"));
        return 0;
    }

    private static void Measure(string code, string kind, string[] articles)
    {
        Language language = Language.Parse(code);
        string text = string.Join("\n\n", articles);
        int tokens = CountTokens(code, text);
        var document = new DocumentBuilder();
        foreach ((string name, AnalysisLayers layers) in (ReadOnlySpan<(string, AnalysisLayers)>)
            [("tokens", AnalysisLayers.None), ("tags and lemmas", AnalysisLayers.Tags), ("trees", AnalysisLayers.Tags | AnalysisLayers.Trees)])
        {
            LinguisticPipeline pipeline = new AutomotivePipelineBuilder().WithLayers(layers).Build().Linguistics;
            Print(code, name + kind, tokens, Best(() => pipeline.Process(document, text, language, identifySentences: false)));
        }

        AutomotivePipeline withoutEvents = new AutomotivePipelineBuilder().Without(AnalysisLayers.Events).Build(), whole = AutomotivePipeline.CreateDefault();
        Best(() => Analyze(whole, articles, language));
        Print(code, "without events" + kind, tokens, Best(() => Analyze(withoutEvents, articles, language)));
        Print(code, "whole analysis" + kind, tokens, Best(() => Analyze(whole, articles, language)));
    }

    private static void Analyze(AutomotivePipeline pipeline, string[] articles, Language language)
    {
        foreach (string article in articles) pipeline.Analyze(new Article(article) { Language = language, Published = new DateOnly(2026, 3, 2) });
    }

    // Lines of plain text, ten to an article; null where the data is not at hand.
    private static string[]? Fresh(string data, string code)
    {
        string path = Path.Combine(data, "unlabelled", code == "it" ? "it_kind_wikinews.txt.gz" : "en_wikineural_wikipedia.txt.gz");
        if (!File.Exists(path)) return null;
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var lines = new List<string>();
        for (int length = 0; length < FreshLength && reader.ReadLine() is { } line; length += line.Length) lines.Add(line);
        return [.. lines.Chunk(10).Select(c => string.Join(' ', c))];
    }

    private static int CountTokens(string code, string text)
    {
        var document = new DocumentBuilder();
        new AutomotivePipelineBuilder().WithLayers(AnalysisLayers.None).Build().Linguistics.Process(document, text, Language.Parse(code), identifySentences: false);
        return document.TokenCount;
    }

    // The first runs warm the code up; the best of all counts.
    private static double Best(Action action)
    {
        double best = double.MaxValue;
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < 8 || Stopwatch.GetElapsedTime(start) < Shortest; i++)
        {
            long from = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(from).TotalSeconds);
        }

        return best;
    }

    private static void Print(string code, string name, int tokens, double seconds) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{code}  {name,-22} {tokens,6} tokens  {seconds * 1000,8:F2} ms  {tokens / seconds,12:N0} tokens/s"));
}
