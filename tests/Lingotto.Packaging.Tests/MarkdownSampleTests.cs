using System.Text.RegularExpressions;
using Lingotto.Automotive;
using Lingotto.Domain;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Lingotto.Packaging.Tests;

/// <summary>
/// Every C# sample of the documentation compiles and runs, each page from top to bottom: a sample may use what an earlier one declared. A sample
/// whose fence says <c>csharp no-run</c> is compiled alone.
/// </summary>
public sealed partial class MarkdownSampleTests
{
    // What implicit usings and the package bring where a user builds a project.
    private static readonly ScriptOptions Options = ScriptOptions.Default
        .WithReferences(AppDomain.CurrentDomain.GetAssemblies().Where(a => !a.IsDynamic && a.Location.Length > 0))
        .AddReferences(typeof(Article).Assembly, typeof(ArticleAnalysis).Assembly, typeof(AutomotivePipeline).Assembly)
        .WithImports("System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading", "System.Threading.Tasks", "Lingotto", "Lingotto.Domain")
        .WithLanguageVersion(Microsoft.CodeAnalysis.CSharp.LanguageVersion.Latest);

    public static TheoryData<string> Pages => [.. Find().Where(p => Samples(p).Count > 0)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Samples_OfAPage_CompileAndRun(string page)
    {
        Script<object>? script = null;
        ScriptState<object>? state = null;
        foreach ((string code, bool isRun) in Samples(page))
        {
            script = state is null ? CSharpScript.Create<object>(code, Options) : state.Script.ContinueWith<object>(code);
            IEnumerable<string> errors = script.Compile().Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).Select(d => d.ToString());
            errors.Should().BeEmpty("{0} shows it: {1}", page, code);
            if (isRun) state = state is null ? await script.RunAsync() : await state.ContinueWithAsync<object>(code);
        }
    }

    [Fact]
    public void Samples_OfTheDocumentation_AreFound() => Pages.Should().NotBeEmpty();

    private static IEnumerable<string> Find()
    {
        string root = Repository.PathOf();
        IEnumerable<string> pages = Directory.EnumerateFiles(root, "*.md").Concat(Directory.Exists(Path.Combine(root, "docs")) ? Directory.EnumerateFiles(Path.Combine(root, "docs"), "*.md") : []);
        return pages.Concat(Directory.EnumerateDirectories(Path.Combine(root, "src")).Select(d => Path.Combine(d, "README.md")).Where(File.Exists))
            .Select(p => Path.GetRelativePath(root, p).Replace('\\', '/')).Order(StringComparer.Ordinal);
    }

    private static IReadOnlyList<(string Code, bool IsRun)> Samples(string page) =>
        [.. Fence().Matches(File.ReadAllText(Repository.PathOf(page)).ReplaceLineEndings("\n")).Select(m => (m.Groups["code"].Value, !m.Groups["how"].Value.Contains("no-run", StringComparison.Ordinal)))];

    [GeneratedRegex(@"^```csharp(?<how>[^\n]*)\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Fence();
}
