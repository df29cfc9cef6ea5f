using System.Diagnostics;
using System.Globalization;
using Lingotto.Automotive;

namespace Lingotto.Benchmarks;

/// <summary>A quick look at the speed of each stage on one thread: the best of several runs, in tokens a second. Prints the README's figures.</summary>
internal static class Speed
{
    private const int Copies = 30;

    public static int Run()
    {
        foreach (string language in (string[])["it", "en"]) Measure(language);
        using Process process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak working set {process.PeakWorkingSet64 / 1e6:F0} MB"));
        return 0;
    }

    private static void Measure(string code)
    {
        Language language = Language.Parse(code);
        string article = Corpus.Text(code, TextSize.Article), text = string.Concat(Enumerable.Repeat(article + "\n\n", Copies));
        var document = new DocumentBuilder();
        foreach ((string name, AnalysisLayers layers, int runs) in (ReadOnlySpan<(string, AnalysisLayers, int)>)
            [("tokens", AnalysisLayers.None, 300), ("tags and lemmas", AnalysisLayers.Tags, 25), ("trees", AnalysisLayers.Tags | AnalysisLayers.Trees, 25)])
        {
            LinguisticPipeline pipeline = new AutomotivePipelineBuilder().WithLayers(layers).Build().Linguistics;
            double seconds = Best(runs, () => pipeline.Process(document, text, language, identifySentences: false));
            Print(code, name, document.TokenCount, seconds);
        }

        AutomotivePipeline withoutEvents = new AutomotivePipelineBuilder().Without(AnalysisLayers.Events).Build(), whole = AutomotivePipeline.CreateDefault();
        Print(code, "without events", document.TokenCount, Best(15, () => withoutEvents.Analyze(Article(text, language))));
        Print(code, "whole analysis", document.TokenCount, Best(15, () => whole.Analyze(Article(text, language))));
        Print(code, "one article", document.TokenCount / Copies, Best(60, () => whole.Analyze(Article(article, language))));
    }

    private static Article Article(string text, Language language) => new(text) { Language = language, Published = new DateOnly(2026, 3, 2) };

    private static double Best(int runs, Action action)
    {
        double best = double.MaxValue;
        for (int i = 0; i < runs; i++)
        {
            long start = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return best;
    }

    private static void Print(string code, string name, int tokens, double seconds) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{code}  {name,-16} {tokens,6} tokens  {seconds * 1000,8:F2} ms  {tokens / seconds,12:N0} tokens/s"));
}
