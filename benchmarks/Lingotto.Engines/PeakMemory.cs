using System.Diagnostics;
using System.Globalization;
using Lingotto.Training;

namespace Lingotto.Engines;

/// <summary>The peak working set of an engine in a process of its own: this program started again with <see cref="Option"/>.</summary>
public static class PeakMemory
{
    /// <summary>The command line option, followed by the engine's name and the data folder.</summary>
    public const string Option = "--memory";

    /// <summary>The megabytes that an engine takes, null where the other process did not say.</summary>
    public static double? Of(string engine, string data)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Option, engine, data]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.TryParse(printed.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out double megabytes) ? megabytes : null;
    }

    /// <summary>What the other process does: tags both languages' texts and prints its peak working set.</summary>
    public static void Print(IEngine engine, string data, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(output);
        bool hasRead = false;
        foreach ((Language language, string file) in new[] { (Language.Italian, "ud/it_isdt/it_isdt-ud-test.conllu"), (Language.English, "ud/en_ewt/en_ewt-ud-test.conllu") })
        {
            if (engine.Reader(language, EngineTask.Tags) is not { } read) continue;
            foreach (string article in EngineSpeed.Articles(TreebankText.ReadFile(Path.Combine(data, file)))) read(article);
            hasRead = true;
        }

        using var process = Process.GetCurrentProcess();
        if (hasRead) output.WriteLine((process.PeakWorkingSet64 / 1e6).ToString("F0", CultureInfo.InvariantCulture));
    }
}
