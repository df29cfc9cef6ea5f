using System.Reflection;
using System.Text;

namespace Lingotto.Benchmarks;

/// <summary>How much text a benchmark reads.</summary>
public enum TextSize
{
    /// <summary>A line of some ten words.</summary>
    Headline,
    /// <summary>An article of some three hundred words.</summary>
    Article,
    /// <summary>Some hundred thousand words.</summary>
    Book,
}

/// <summary>The benchmarks' own texts, written for them, in both languages.</summary>
internal static class Corpus
{
    private const int BookLength = 600_000;

    public static string Text(string language, TextSize size)
    {
        string article = Read(language);
        return size switch
        {
            TextSize.Headline => article[..article.IndexOf('\n', StringComparison.Ordinal)],
            TextSize.Article => article,
            _ => Repeat(article),
        };
    }

    private static string Read(string language)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(language)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string Repeat(string article)
    {
        var book = new StringBuilder(BookLength + article.Length);
        while (book.Length < BookLength) book.Append(article).Append("\n\n");
        return book.ToString();
    }
}
