using System.Reflection;
using Lingotto.Tests.Common;

namespace Lingotto.Automotive.Tests.Conventions;

/// <summary>The public API is what the approved files say. LINGOTTO_APPROVE=1 writes them anew, for a person to look at the difference.</summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> Names => [.. Assemblies.Published.Select(a => a.GetName().Name!)];

    [Theory]
    [Trait("Category", "Slow")]
    [MemberData(nameof(Names))]
    public void PublicApi_OfAnAssembly_IsTheApprovedOne(string name)
    {
        string path = Path.Combine(SharedData.Repository, "tests", "Lingotto.Automotive.Tests", "Conventions", "approved", name + ".txt");
        string api = PublicApi.Of(Assembly.Load(name));
        if (Environment.GetEnvironmentVariable("LINGOTTO_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, api);
        }

        string approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        string[] now = api.Split('\n'), before = approved.Split('\n');
        now.Except(before).Should().BeEmpty("new in the public API; if that is meant, run the tests once with LINGOTTO_APPROVE=1");
        before.Except(now).Should().BeEmpty("gone from the public API; if that is meant, run the tests once with LINGOTTO_APPROVE=1");
    }
}
