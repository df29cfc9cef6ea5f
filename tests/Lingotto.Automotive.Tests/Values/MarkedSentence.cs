using System.Text;
using Lingotto.Domain;

namespace Lingotto.Automotive.Tests.Values;

/// <summary>A sentence of a test table with what is expected of it, marked as <c>{text=value}</c>.</summary>
internal sealed record MarkedSentence(string Text, IReadOnlyList<string> Expected)
{
    public static MarkedSentence Parse(string marked)
    {
        var text = new StringBuilder();
        var expected = new List<string>();
        for (int i = 0; i < marked.Length; i++)
        {
            if (marked[i] != '{')
            {
                text.Append(marked[i]);
                continue;
            }

            int end = marked.IndexOf('}', i), equals = marked.LastIndexOf('=', end);
            text.Append(marked, i + 1, equals - i - 1);
            expected.Add(marked[(i + 1)..end]);
            i = end;
        }

        return new MarkedSentence(text.ToString(), expected);
    }

    /// <summary>The rows of a table that is embedded in the tests.</summary>
    public static IEnumerable<object[]> Rows(string table)
    {
        using Stream stream = typeof(MarkedSentence).Assembly.GetManifestResourceStream("Lingotto.Automotive.Tests.Values." + table)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
        }
    }
}

/// <summary>Documents without tokens, which times and quantities do not need.</summary>
internal static class PlainDocument
{
    public static ArticleContext Of(string text, string language, string published = "-")
    {
        var builder = new DocumentBuilder();
        builder.Reset(text);
        builder.Language = Language.Parse(language);
        DateOnly? day = published == "-" ? null : DateOnly.ParseExact(published, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return new ArticleContext(builder.Build(), new PageStructure([], null), day);
    }
}
