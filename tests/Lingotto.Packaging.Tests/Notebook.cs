using System.Text.Json;

namespace Lingotto.Packaging.Tests;

/// <summary>The code cells of a Jupyter notebook.</summary>
internal static class Notebook
{
    public static IReadOnlyList<string> CodeCells(string path)
    {
        using JsonDocument notebook = JsonDocument.Parse(File.ReadAllText(path));
        return
        [
            .. notebook.RootElement.GetProperty("cells").EnumerateArray()
                .Where(cell => cell.GetProperty("cell_type").GetString() == "code")
                .Select(cell => string.Concat(cell.GetProperty("source").EnumerateArray().Select(line => line.GetString()))),
        ];
    }

    /// <summary>Formats an object as a .NET notebook would: by the formatter that an attribute of its type names, found by names alone. Null where there is none.</summary>
    public static string? Render(object instance)
    {
        object? attribute = instance.GetType().GetCustomAttributes(inherit: true).FirstOrDefault(a => a.GetType().Name == "TypeFormatterSourceAttribute");
        if (attribute?.GetType().GetProperty("FormatterSourceType")?.GetValue(attribute) is not Type source) return null;
        var formatters = (IEnumerable<object>)source.GetMethod("CreateTypeFormatters")!.Invoke(Activator.CreateInstance(source), null)!;
        foreach (object formatter in formatters)
        {
            using var writer = new StringWriter();
            if ((bool)formatter.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)])!.Invoke(formatter, [instance, writer])!) return writer.ToString();
        }

        return null;
    }
}
