namespace Lingotto;

/// <summary>A news article to analyse: its text as it was found, and what is known about it.</summary>
public sealed record Article
{
    /// <summary>An article of the given text; any string is accepted, the empty one and lone surrogates too.</summary>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public Article(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    /// <summary>The text that offsets refer to.</summary>
    public string Text { get; }

    /// <summary>The caller's name for the article, repeated in the analysis; null where there is none.</summary>
    public string? Id { get; init; }

    /// <summary>The day of publication, against which relative times are resolved; null where it is not known.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The language where the caller knows it; null to identify it.</summary>
    public Language? Language { get; init; }

    /// <summary>An article whose text is the title, two newlines and the body.</summary>
    public static Article WithTitle(string title, string body) => new(string.IsNullOrEmpty(title) ? body : title + "\n\n" + body);
}
