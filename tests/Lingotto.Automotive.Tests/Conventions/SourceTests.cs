using System.Diagnostics;
using Lingotto.Tests.Common;

namespace Lingotto.Automotive.Tests.Conventions;

public sealed class SourceTests
{
    private static readonly string[] TextExtensions = [".cs", ".csproj", ".props", ".targets", ".md", ".json", ".tsv", ".txt", ".frame", ".cues", ".sln", ".sh", ".yml", ".html", ".ipynb", ".py", ""];

    private static IEnumerable<string> Files => Tracked().Where(f => TextExtensions.Contains(Path.GetExtension(f)));

    [Fact]
    public void Sources_NameNoPathOfAMachine()
    {
        // Put together so that this file does not name them itself.
        string[] forbidden = ["/" + "work/", "/" + "home/", "/" + "Users/", "C:" + "\\"];
        Files.Where(f => forbidden.Any(File.ReadAllText(Path.Combine(SharedData.Repository, f)).Contains)).Should().BeEmpty();
    }

    [Fact]
    public void Projects_NeverSetInvariantGlobalization() => Files
        .Where(f => f.EndsWith(".csproj", StringComparison.Ordinal) || f.EndsWith(".props", StringComparison.Ordinal))
        .Where(f => File.ReadAllText(Path.Combine(SharedData.Repository, f)).Contains("<InvariantGlobalization>true", StringComparison.Ordinal))
        .Should().BeEmpty("it silently skips Unicode normalisation");

    [Fact]
    public void Sources_CompareOrdinally() => Files
        .Where(f => f.StartsWith("src/", StringComparison.Ordinal) && f.EndsWith(".cs", StringComparison.Ordinal))
        .Where(f => File.ReadAllText(Path.Combine(SharedData.Repository, f)) is var code
            && (code.Contains(".ToLower()", StringComparison.Ordinal) || code.Contains(".ToUpper()", StringComparison.Ordinal) || code.Contains("StringComparison.CurrentCulture", StringComparison.Ordinal)))
        .Should().BeEmpty("casing is invariant and comparison ordinal");

    /// <summary>The tracked files; where there is no git (a source archive), those outside build folders.</summary>
    private static IEnumerable<string> Tracked()
    {
        try
        {
            using Process git = Process.Start(new ProcessStartInfo("git", ["ls-files"]) { WorkingDirectory = SharedData.Repository, RedirectStandardOutput = true, RedirectStandardError = true })!;
            string output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            if (git.ExitCode == 0) return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(f => File.Exists(Path.Combine(SharedData.Repository, f)));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // Fall through: no git on this machine.
        }

        return Directory.EnumerateFiles(SharedData.Repository, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(SharedData.Repository, f).Replace('\\', '/'))
            .Where(f => !f.Split('/').Any(p => p is "bin" or "obj" or ".git"));
    }
}
