using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.InteropServices;
using Xunit.Abstractions;

namespace Lingotto.Packaging.Tests;

/// <summary>What a person gets who installs the packages.</summary>
[Trait("Category", "Slow")]
public sealed class PackageTests(LocalFeed feed, ITestOutputHelper output) : IClassFixture<LocalFeed>
{
    private const string Consumer = """
        using Lingotto.Automotive;

        var lingotto = AutomotivePipeline.CreateDefault();
        Article[] articles =
        [
            new("Stellantis ha annunciato che la produzione della Fiat 500 ibrida comincerà a Mirafiori a novembre.") { Published = new DateOnly(2025, 9, 1) },
            new("Stellantis said that production of the Fiat 500 hybrid will start at Mirafiori in November.") { Published = new DateOnly(2025, 9, 1) },
        ];
        foreach (Article article in articles)
        {
            ArticleAnalysis analysis = lingotto.Analyze(article);
            Console.WriteLine(analysis.Language + " " + string.Join(' ', analysis.Entities.Select(e => e.Kb).Order()) + " " + string.Join(' ', analysis.Events.Select(e => e.Type)));
        }
        """;

    [Fact]
    public void Consumer_OfTheAutomotivePackageAlone_AnalysesBothLanguages()
    {
        string folder = feed.NewProject("consumer", Consumer);

        string[] lines = Command.DotNet(folder, "run", "--configuration", "Release").Output.TrimEnd().Split('\n', StringSplitOptions.TrimEntries);

        Check(lines);
    }

    [Fact]
    public void Consumer_PublishedTrimmed_GivesTheSame()
    {
        string folder = feed.NewProject("trimmed", Consumer, "<PublishTrimmed>true</PublishTrimmed><SelfContained>true</SelfContained><TreatWarningsAsErrors>true</TreatWarningsAsErrors>");

        Command.DotNet(folder, "publish", "--configuration", "Release", "--runtime", RuntimeInformation.RuntimeIdentifier, "--output", "out");
        CommandResult result = Command.Run(folder, Path.Combine(folder, "out", OperatingSystem.IsWindows() ? "trimmed.exe" : "trimmed"));

        result.Error.Should().BeEmpty();
        Check(result.Output.TrimEnd().Split('\n', StringSplitOptions.TrimEntries));
    }

    [Fact]
    public void Tool_Installed_AnalysesJsonLines()
    {
        string folder = Directory.CreateDirectory(Path.Combine(feed.Folder, "tool")).FullName;
        Command.DotNet(folder, "tool", "install", "Lingotto.Cli", "--tool-path", folder, "--source", feed.Packages, "--version", feed.Version);

        CommandResult result = Command.Run(
            folder, Path.Combine(folder, OperatingSystem.IsWindows() ? "lingotto.exe" : "lingotto"), ["analyze", "-"],
            """{"id":"a","text":"The Italian government will meet Stellantis and the unions in Rome on Monday to discuss the future of the Melfi plant."}""" + "\n");

        result.ExitCode.Should().Be(0, result.Error);
        result.Output.Should().StartWith("""{"schema":"analysis/1","id":"a","language":"en",""").And.Contain("\"plant:melfi\"");
    }

    /// <summary>What <c>dotnet pack src/Lingotto.Cli</c> gives: with native code where its compiler restores, which is said; the median of ten starts is printed.</summary>
    [Fact]
    public void Tool_PackedForThisPlatform_InstallsAndAnswersOnAnArticle()
    {
        string packages = Path.Combine(feed.Folder, "tool-packages"), folder = Directory.CreateDirectory(Path.Combine(feed.Folder, "native")).FullName;
        string packed = Command.DotNet(Repository.Root, "pack", Repository.PathOf("src", "Lingotto.Cli"), "--configuration", Repository.Configuration, "--output", packages).Output;
        Command.DotNet(folder, "tool", "install", "Lingotto.Cli", "--tool-path", folder, "--source", packages);
        string tool = Path.Combine(folder, OperatingSystem.IsWindows() ? "lingotto.exe" : "lingotto"), article = Repository.PathOf("samples", "it-atessa-furgone.txt");
        var milliseconds = new List<double>();
        for (int i = 0; i < 10; i++)
        {
            long started = Stopwatch.GetTimestamp();
            CommandResult result = Command.Run(folder, tool, "analyze", article);
            milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            result.ExitCode.Should().Be(0, result.Error);
            result.Output.Should().Contain("plant:atessa");
        }

        foreach (FileInfo file in new DirectoryInfo(packages).EnumerateFiles("*.nupkg").OrderBy(f => f.Name, StringComparer.Ordinal)) output.WriteLine($"{file.Name} {file.Length / 1e6:F1} MB");
        output.WriteLine($"native code: {(packed.Contains("does not restore", StringComparison.Ordinal) ? "no, its compiler does not restore here" : "yes")}");
        output.WriteLine($"start to result: median of ten {milliseconds.Order().Skip(4).Take(2).Average():F0} ms");
        new DirectoryInfo(packages).EnumerateFiles("*.nupkg").Should().OnlyContain(f => f.Length < 40_000_000);
    }

    [Theory]
    [InlineData("Lingotto.Domain", "MIT")]
    [InlineData("Lingotto", "MIT")]
    [InlineData("Lingotto.Automotive", "MIT")]
    [InlineData("Lingotto.Models.Italian", "CC-BY-NC-SA-4.0")]
    [InlineData("Lingotto.Models.English", "CC-BY-NC-SA-4.0")]
    [InlineData("Lingotto.Cli", "MIT")]
    public void Package_OfEachProject_CarriesReadmeIconLicenceAndNotice(string id, string licence)
    {
        using ZipArchive package = ZipFile.OpenRead(Path.Combine(feed.Packages, $"{id}.{feed.Version}.nupkg"));

        package.Entries.Select(e => e.FullName).Should().Contain(["README.md", "icon.png", "NOTICE"]);
        using var reader = new StreamReader(package.GetEntry(id + ".nuspec")!.Open());
        reader.ReadToEnd().Should().Contain($"<license type=\"expression\">{licence}</license>");
    }

    [Fact]
    public void Packages_OfTheLibrary_AreUnder40Megabytes()
    {
        string[] ids = ["Lingotto.Domain", "Lingotto", "Lingotto.Automotive", "Lingotto.Models.Italian", "Lingotto.Models.English"];

        long[] sizes = [.. ids.Select(id => new FileInfo(Path.Combine(feed.Packages, $"{id}.{feed.Version}.nupkg")).Length)];
        foreach ((string id, long size) in ids.Zip(sizes)) output.WriteLine($"{id} {size / 1e6:F1} MB");
        output.WriteLine($"all of them {sizes.Sum() / 1e6:F1} MB");
        sizes.Sum().Should().BeLessThan(40_000_000);
    }

    private static void Check(string[] lines)
    {
        lines.Should().HaveCount(2);
        lines[0].Should().StartWith("it ").And.ContainAll("model:fiat/500", "org:stellantis", "plant:mirafiori", "ProductionStart");
        lines[1].Should().StartWith("en ").And.ContainAll("model:fiat/500", "org:stellantis", "plant:mirafiori", "ProductionStart");
    }
}

/// <summary>The file-based apps of the samples run as they are.</summary>
[Trait("Category", "Slow")]
public sealed class ScriptTests
{
    [Theory]
    [InlineData("entities.cs", "plant:melfi")]
    [InlineData("compare-languages.cs", "ProductionStart")]
    public void Script_Run_PrintsWhatItPromises(string name, string expected) =>
        Command.DotNet(Repository.PathOf("samples", "scripts"), "run", "--configuration", Repository.Configuration, name).Output.Should().Contain(expected);
}
