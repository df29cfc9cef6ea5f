namespace Lingotto.Packaging.Tests;

/// <summary>Where the repository is, found from the test assembly upwards.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Configuration { get; } =
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Nlp.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException($"No Nlp.sln above {AppContext.BaseDirectory}.");
    }
}
