using System.Diagnostics;
using System.Globalization;
using Lingotto.Automotive;
using Lingotto.Models;
using Lingotto.Parsing;
using Lingotto.Tagging;

namespace Lingotto.Benchmarks;

/// <summary>
/// Time to be ready in a fresh process, in milliseconds from entry to Main: until a pipeline has its models open and checked, and until it has analysed a
/// first sentence of each language, all code still to be compiled. Linguistics are tokens, tags, lemmas and trees. The processor's time is what the wall
/// clock would show on an idle machine, or a little more.
/// </summary>
internal static class Load
{
    /// <summary>The argument of the processes that are measured.</summary>
    public const string Child = "--load-child";

    private const int Runs = 11;

    /// <summary>Starts fresh processes and prints the best of their times.</summary>
    public static int Run()
    {
        foreach (string stage in (string[])["linguistics", "whole"])
        {
            foreach (string languages in (string[])["it", "en", "it+en"])
            {
                double[][] times = [.. Enumerable.Range(0, Runs).Select(_ => Start(stage, languages))];
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage,-12} {languages,-6} ready after {times.Min(t => t[0]),5:F0} ms ({times.Min(t => t[1]),4:F0} of processor), first sentence after {times.Min(t => t[2]),5:F0} ms ({times.Min(t => t[3]),4:F0}), best of {Runs}"));
            }
        }

        return 0;
    }

    /// <summary>What a fresh process does: opens, analyses, prints its milliseconds since <paramref name="entry"/>.</summary>
    public static int RunChild(string[] args, long entry)
    {
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        string[] languages = args[2].Split('+');
        Action<string> analyse = args[1] == "linguistics" ? OpenLinguistics(languages) : OpenWhole();
        string ready = Times(entry, processor);
        foreach (string language in languages) analyse(language);
        Console.WriteLine($"{ready} {Times(entry, processor)}");
        return 0;
    }

    private static string Times(long entry, TimeSpan processor) =>
        string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(entry).TotalMilliseconds} {(Environment.CpuUsage.TotalTime - processor).TotalMilliseconds}");

    private static Action<string> OpenLinguistics(string[] languages)
    {
        var builder = new LinguisticPipelineBuilder();
        foreach (string code in languages)
        {
            Func<string, ModelFile> open = code == "it" ? ItalianModels.Open : EnglishModels.Open;
            var language = Language.Parse(code);
            builder.WithTokenizer(language, Tokenizer.Open(open("tokenizer"), language));
            builder.WithTagger(language, LinearTagger.Open(open("tagger")));
            builder.WithParser(language, DependencyParser.Open(open("parser")));
        }

        LinguisticPipeline pipeline = builder.Build();
        var document = new DocumentBuilder();
        return language => pipeline.Process(document, Sentence(language), Language.Parse(language), identifySentences: false);
    }

    private static Action<string> OpenWhole()
    {
        var pipeline = AutomotivePipeline.CreateDefault();
        return language => pipeline.Analyze(new Article(Sentence(language)) { Language = Language.Parse(language) });
    }

    private static string Sentence(string language) => language == "it" ? "La produzione riparte a Melfi." : "Production starts again at Melfi.";

    private static double[] Start(string stage, string languages)
    {
        string host = Environment.ProcessPath!;
        string[] own = Path.GetFileNameWithoutExtension(host) == "dotnet" ? [typeof(Load).Assembly.Location] : [];
        using Process process = Process.Start(new ProcessStartInfo(host, [.. own, Child, stage, languages]) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? [.. output.Split(' ').Select(t => double.Parse(t, CultureInfo.InvariantCulture))]
            : throw new InvalidOperationException($"The process that was to load '{languages}' failed.");
    }
}
