using System.Reflection;
using System.Text;

namespace Lingotto.Automotive;

/// <summary>The data files that are part of this assembly.</summary>
internal static class Resources
{
    /// <summary>The text of a resource.</summary>
    public static string ReadText(string name)
    {
        using Stream stream = Open(name);
        if (stream is UnmanagedMemoryStream memory)
        {
            unsafe
            {
                return Encoding.UTF8.GetString(memory.PositionPointer, (int)memory.Length);
            }
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The rows of a resource of tab-separated values; empty lines and lines that start with <c>#</c> are left out.</summary>
    public static IEnumerable<string[]> ReadRows(string name)
    {
        foreach (string line in ReadText(name).Split('\n'))
        {
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
        }
    }

    private static Stream Open(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The resource '{name}' is missing from {Assembly.GetExecutingAssembly().GetName().Name}.");
}
