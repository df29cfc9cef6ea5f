using System.Diagnostics;

namespace Lingotto.Packaging.Tests;

/// <summary>Runs a program and gives what it printed.</summary>
internal static class Command
{
    public static CommandResult Run(string folder, string program, params string[] arguments) => Run(folder, program, arguments, input: null);

    public static CommandResult Run(string folder, string program, string[] arguments, string? input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = input is not null, UseShellExecute = false,
        };
        foreach (string variable in new[] { "MSBuildSDKsPath", "MSBUILD_EXE_PATH", "MSBuildExtensionsPath" }) start.Environment.Remove(variable);   // of the test host's own build
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        if (input is not null)
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }

        process.WaitForExit();
        return new CommandResult(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    public static CommandResult DotNet(string folder, params string[] arguments)
    {
        CommandResult result = Run(folder, "dotnet", arguments);
        return result.ExitCode == 0 ? result : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {result.ExitCode}:\n{result.Output}\n{result.Error}");
    }
}

internal sealed record CommandResult(int ExitCode, string Output, string Error);
