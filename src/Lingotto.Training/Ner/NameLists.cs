using System.IO.Compression;
using System.Reflection;

namespace Lingotto.Training.Ner;

/// <summary>Reads the name lists of a gazetteer folder as rows of fields.</summary>
internal static class NameLists
{
    /// <summary>The rows of a file of tab- or comma-separated fields, plain or gzip; without the header where there is one.</summary>
    public static IEnumerable<string[]> Rows(string path, char separator, bool hasHeader)
    {
        using FileStream file = File.OpenRead(path);
        using Stream content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(content);
        if (hasHeader) reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0) yield return Split(line, separator);
        }
    }

    /// <summary>The lines of a text, plain or gzip.</summary>
    public static IEnumerable<string> Lines(string path) => Rows(path, '\0', hasHeader: false).Select(r => r[0]);

    /// <summary>The well-known names that are part of the project, with the name of their class.</summary>
    public static IEnumerable<(string Class, string[] Names)> Known() => Resource("known-names.tsv");

    /// <summary>A table of the project's own: a class, a tab and what belongs to it, with bars between.</summary>
    public static IEnumerable<(string Class, string[] Names)> Resource(string file)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("ner/" + file)
            ?? throw new InvalidOperationException($"The resource 'ner/{file}' is missing.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            string[] fields = line.Split('\t');
            yield return (fields[0], fields[1].Split('|'));
        }
    }

    private static string[] Split(string line, char separator)
    {
        if (!line.Contains('"', StringComparison.Ordinal)) return line.Split(separator);
        var fields = new List<string>();
        var field = new System.Text.StringBuilder();
        bool quoted = false;
        foreach (char c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == separator && !quoted) { fields.Add(field.ToString()); field.Clear(); }
            else field.Append(c);
        }

        fields.Add(field.ToString());
        return [.. fields];
    }
}
