using Xunit;

namespace Lingotto.Tests.Common;

/// <summary>The data folder that lies beside the repository, where it is present.</summary>
internal static class SharedData
{
    /// <summary>The folder, null where it is absent.</summary>
    public static string? Root { get; } = FindUpwards("shared", "DOMAIN.md");

    /// <summary>The repository's own folder.</summary>
    public static string Repository { get; } = Path.GetDirectoryName(FindUpwards(".", "Nlp.sln")! + "/")!;

    public static string PathOf(params string[] parts) => Path.Combine([Root!, .. parts]);

    private static string? FindUpwards(string folder, string file)
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string candidate = Path.GetFullPath(Path.Combine(at.FullName, folder));
            if (File.Exists(Path.Combine(candidate, file))) return candidate;
        }

        return null;
    }
}

/// <summary>A fact that needs the shared data folder, and is skipped where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (SharedData.Root is null) Skip = "needs the data folder ../shared beside the repository";
    }
}

/// <summary>A theory that needs the shared data folder, and is skipped where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute()
    {
        if (SharedData.Root is null) Skip = "needs the data folder ../shared beside the repository";
    }
}
