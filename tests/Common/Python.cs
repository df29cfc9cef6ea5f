using System.Diagnostics;
using Xunit;

namespace Lingotto.Tests.Common;

/// <summary>Runs the scoring scripts, where Python is installed.</summary>
internal static class Python
{
    public static bool IsInstalled { get; } = TryRun(out _, "--version");

    public static string Run(params string[] arguments) => TryRun(out string output, arguments) ? output : throw new InvalidOperationException(output);

    private static bool TryRun(out string output, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0) output += errors.Result;
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            output = e.Message;
            return false;
        }
    }
}

/// <summary>A fact that compares with the scripts of the shared data folder, and is skipped where they or Python are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ScriptFactAttribute : FactAttribute
{
    public ScriptFactAttribute()
    {
        if (SharedData.Root is null) Skip = "needs the data folder ../shared beside the repository";
        else if (!Python.IsInstalled) Skip = "needs python3";
    }
}
