using System.Reflection;

namespace Lingotto.Automotive.Tests.Conventions;

public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Lingotto.Domain"] = [],
        ["Lingotto"] = ["System.Numerics.Tensors"],
        ["Lingotto.Models.Italian"] = ["Lingotto"],
        ["Lingotto.Models.English"] = ["Lingotto"],
        ["Lingotto.Automotive"] =
            ["Lingotto", "Lingotto.Domain", "Lingotto.Models.Italian", "Lingotto.Models.English", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions"],
        ["Lingotto.Training"] = ["Lingotto", "Lingotto.Domain", "Lingotto.Automotive", "Lingotto.Models.Italian", "Lingotto.Models.English"],
        ["Lingotto.Cli"] =
            ["Lingotto", "Lingotto.Domain", "Lingotto.Automotive", "Lingotto.Training", "Lingotto.Models.Italian", "Lingotto.Models.English", "AngleSharp", "Spectre.Console", "Spectre.Console.Ansi", "System.CommandLine"],
    };

    public static TheoryData<string> Names => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void References_OfAnAssembly_AreOnlyThoseOfTheDesign(string name)
    {
        Assembly assembly = Assembly.Load(name);
        IEnumerable<string> foreign = assembly.GetReferencedAssemblies().Select(r => r.Name!).Where(r => !IsFramework(r));
        foreign.Should().BeSubsetOf(Allowed[name]);
    }

    [Fact]
    public void Console_IsUsedByTheToolAlone()
    {
        IEnumerable<Assembly> libraries = Assemblies.Published.Append(Assemblies.Training);
        libraries.SelectMany(a => a.GetReferencedAssemblies().Select(r => (a.GetName().Name, r.Name))).Where(r => r.Item2 == "System.Console").Should().BeEmpty();
    }

    private static bool IsFramework(string reference)
    {
        string directory = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return File.Exists(Path.Combine(directory, reference + ".dll")) && !reference.StartsWith("Microsoft.Extensions", StringComparison.Ordinal);
    }
}
