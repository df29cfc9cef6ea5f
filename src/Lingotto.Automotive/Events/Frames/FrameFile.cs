using System.Reflection;

namespace Lingotto.Automotive;

/// <summary>The text of a frame file (<c>*.frame</c>): how one or more event types are said.</summary>
/// <param name="Name">Name for messages, such as a path.</param>
/// <param name="Text">The lines of the file.</param>
public sealed record FrameFile(string Name, string Text)
{
    /// <summary>Reads a file from disk.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static FrameFile Read(string path) => new(path, File.ReadAllText(path));

    /// <summary>The frame files that come with the library, one an event type, in ordinal order of their names.</summary>
    public static IReadOnlyList<FrameFile> BuiltIn { get; } = ReadResources(".frame");

    internal static FrameFile Cues { get; } = ReadResources(".cues")[0];

    internal static FrameFile Governors { get; } = ReadResources(".governors")[0];

    internal static FrameFile Concepts { get; } = ReadResources(".concepts")[0];

    internal static FrameFile Irregular { get; } = ReadResources(".forms")[0];

    private static IReadOnlyList<FrameFile> ReadResources(string extension)
    {
        Assembly assembly = typeof(FrameFile).Assembly;
        var files = new List<FrameFile>();
        foreach (string name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (!name.StartsWith("events/", StringComparison.Ordinal) || !name.EndsWith(extension, StringComparison.Ordinal)) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            files.Add(new FrameFile(name, reader.ReadToEnd()));
        }

        return files;
    }
}

/// <summary>Something wrong in a frame file.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What was expected and what was found.</param>
public sealed record FrameProblem(string File, int Line, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}: {Message}";
}
