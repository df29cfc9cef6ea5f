using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Lingotto.Engines;

namespace Lingotto.Benchmarks;

/// <summary>From the start of the tool's process to the end of its answer on one article: <c>--start [PATH]</c> of the installed tool; <c>lingotto</c> on the path where it is left out.</summary>
internal static class Start
{
    private const int Runs = 10, WarmUps = 2;

    public static int Run(string[] args)
    {
        string tool = Arguments.Value(args, "--start") ?? "lingotto", article = Path.GetTempFileName();
        File.WriteAllText(article, Corpus.Text("it", TextSize.Article));
        double[] milliseconds;
        try
        {
            milliseconds = [.. Enumerable.Range(0, WarmUps + Runs).Select(_ => Once(tool, article)).Skip(WarmUps).Order()];
        }
        catch (Win32Exception)
        {
            Console.Error.WriteLine($"There is no tool '{tool}': pack and install it, as docs/benchmarks.md shows, or give its path, --start PATH.");
            return 2;
        }
        finally
        {
            File.Delete(article);
        }

        double median = (milliseconds[(Runs - 1) / 2] + milliseconds[Runs / 2]) / 2;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"start to result: median of {Runs} {median:F0} ms, least {milliseconds[0]:F0} ms, most {milliseconds[^1]:F0} ms"));
        return 0;
    }

    private static double Once(string tool, string article)
    {
        long started = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo(tool, ["analyze", article]) { RedirectStandardOutput = true })!;
        string printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (process.ExitCode != 0 || printed.Length == 0) throw new InvalidOperationException($"'{tool} analyze' ended with {process.ExitCode}.");
        return milliseconds;
    }
}
