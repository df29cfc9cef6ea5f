using System.Reflection;

namespace Lingotto.Automotive.Tests.Conventions;

public sealed class TypeTests
{
    /// <summary>Public classes that are not sealed, each for a reason: a closed hierarchy whose constructor no user can reach.</summary>
    private static readonly string[] Closed = ["Lingotto.Automotive.AnalysisLayer"];

    [Fact]
    public void PublicClasses_AreSealedOrStatic() => Assemblies.Published.Append(Assemblies.Training)
        .SelectMany(a => a.GetExportedTypes())
        .Where(t => t.IsClass && !t.IsSealed && !typeof(Delegate).IsAssignableFrom(t) && !Closed.Contains(t.FullName))
        .Should().BeEmpty("public types are sealed or static");

    [Fact]
    public void PublicStructs_AreReadonly() => Assemblies.Published
        .SelectMany(a => a.GetExportedTypes())
        .Where(t => t.IsValueType && !t.IsEnum && !t.IsDefined(typeof(System.Runtime.CompilerServices.IsReadOnlyAttribute), false))
        .Should().BeEmpty("values are readonly structs");

    [Fact]
    public void PublicFields_AreConstants() => Assemblies.Published
        .SelectMany(a => a.GetExportedTypes())
        .Where(t => !t.IsEnum)
        .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(f => !f.IsLiteral && !f.IsInitOnly)
        .Should().BeEmpty("there are no mutable public fields");
}
