using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Lingotto.Engines;

namespace Lingotto.Benchmarks;

/// <summary>
/// A long stream of short articles through <c>lingotto analyze -</c>, whose working set must stay flat: <c>--soak [COUNT] [--tool PATH] [--output FOLDER]</c>. Prints a line of
/// CSV every few thousand articles, and writes soak.csv and soak.svg into the folder.
/// </summary>
internal static class Soak
{
    private const int Points = 40, DefaultCount = 200_000;

    public static int Run(string[] args)
    {
        int count = int.TryParse(Arguments.Value(args, "--soak"), NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : DefaultCount;
        List<SoakPoint> curve = Measure(Arguments.Value(args, "--tool") ?? "lingotto", count);
        if (Arguments.Value(args, "--output") is { } folder)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, "soak.csv"), SoakCurve.Csv(curve));
            File.WriteAllText(Path.Combine(folder, "soak.svg"), SoakCurve.Svg(curve));
        }

        return curve[^1].Articles == count ? 0 : 1;
    }

    private static List<SoakPoint> Measure(string tool, int count)
    {
        // A tool that is a .dll is started by dotnet.
        string[] command = tool.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? ["dotnet", tool, "analyze", "-"] : [tool, "analyze", "-"];
        using Process process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        Task writing = Task.Run(() => Write(process.StandardInput, count));
        long started = Stopwatch.GetTimestamp();
        var curve = new List<SoakPoint>();
        int step = Math.Max(1, count / Points), done = 0;
        Console.Write(SoakCurve.Header);
        while (process.StandardOutput.ReadLine() is not null)
        {
            if (++done % step != 0) continue;
            process.Refresh();
            curve.Add(new SoakPoint(done, Stopwatch.GetElapsedTime(started).TotalSeconds, process.WorkingSet64 / 1e6));
            Console.Write(curve[^1].ToCsv());
        }

        writing.GetAwaiter().GetResult();
        process.WaitForExit();
        return curve;
    }

    /// <summary>Paragraphs of the benchmarks' own texts, each with a number of its own, so that no two are the same.</summary>
    private static void Write(StreamWriter input, int count)
    {
        string[] texts = [.. new[] { "it", "en" }.SelectMany(l => Corpus.Text(l, TextSize.Article).Split("\n\n", StringSplitOptions.RemoveEmptyEntries))];
        for (int i = 0; i < count; i++)
        {
            string text = JsonEncodedText.Encode($"{texts[i % texts.Length].Trim()} ({i})").ToString();
            input.Write(string.Create(CultureInfo.InvariantCulture, $"{{\"id\":\"{i}\",\"text\":\"{text}\"}}\n"));
        }

        input.Close();
    }
}
