using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters.Csv;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Lingotto.Engines;

namespace Lingotto.Benchmarks;

/// <summary>Runs every BenchmarkDotNet class and writes its table, with machine and versions, as Markdown and CSV into a folder.</summary>
internal static class Results
{
    private const string DefaultFolder = "benchmarks/results";

    public static int Run(string[] args)
    {
        string folder = Arguments.Value(args, "--results") ?? DefaultFolder;
        string work = Directory.CreateTempSubdirectory("lingotto-benchmarks-").FullName;
        IConfig config = ManualConfig.CreateEmpty()
            .AddJob(args.Contains("--smoke") ? Jobs.Smoke : Jobs.Results)
            .AddColumnProvider(DefaultColumnProviders.Instance).HideColumns("Job", "Toolchain", "IterationCount", "IterationTime", "WarmupCount", "MaxIterationCount", "MinIterationCount", "Error", "RatioSD", "Alloc Ratio", "RunStrategy", "UnrollFactor", "InvocationCount")
            .AddExporter(MarkdownExporter.GitHub, CsvExporter.Default).AddLogger(ConsoleLogger.Default).WithArtifactsPath(work)
            .WithOptions(ConfigOptions.DisableLogFile);
        bool failed = false;
        foreach (Type type in (Type[])[typeof(LinguisticBenchmarks), typeof(AnalysisBenchmarks), typeof(StreamBenchmarks), typeof(LoadBenchmarks)])
        {
            Summary summary = BenchmarkRunner.Run(type, config);
            failed |= summary.HasCriticalValidationErrors || summary.Reports.Any(r => !r.Success);
        }

        Directory.CreateDirectory(folder);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(work, "results")).Where(f => f.EndsWith("-report-github.md", StringComparison.Ordinal) || f.EndsWith("-report.csv", StringComparison.Ordinal)))
        {
            string name = Path.GetFileName(file).Replace("Lingotto.Benchmarks.", "", StringComparison.Ordinal).Replace("-report-github", "", StringComparison.Ordinal).Replace("-report", "", StringComparison.Ordinal);
            File.Copy(file, Path.Combine(folder, name), overwrite: true);
        }

        Directory.Delete(work, recursive: true);
        return failed ? 1 : 0;
    }
}
