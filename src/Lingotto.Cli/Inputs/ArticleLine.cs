using System.Globalization;
using System.Text.Json;

namespace Lingotto.Cli.Inputs;

/// <summary>One line of JSON Lines input: <c>text</c>, and optionally <c>id</c>, <c>title</c>, <c>published</c>.</summary>
internal static class ArticleLine
{
    /// <exception cref="FormatException">The line is no such object.</exception>
    public static Article Parse(string line, string defaultId)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(LoneSurrogates.Replace(line));
            if (json.RootElement.ValueKind != JsonValueKind.Object) throw new FormatException($"expected a JSON object, found {Name(json.RootElement)}");
            string text = Text(json.RootElement, "text") ?? throw new FormatException("expected a field \"text\", found none");
            return Article.WithTitle(Text(json.RootElement, "title") ?? "", text) with
            {
                Id = Id(json.RootElement) ?? defaultId,
                Published = Text(json.RootElement, "published") is { Length: > 0 } date ? Date(date) : null,
            };
        }
        catch (JsonException e)
        {
            throw new FormatException($"malformed JSON at character {e.BytePositionInLine + 1}: {Reason(e.Message)}", e);
        }
    }

    /// <summary>A date of the form 2024-06-02, with or without a time after it.</summary>
    /// <exception cref="FormatException">It has another form.</exception>
    public static DateOnly Date(string value) =>
        DateOnly.TryParseExact(value.AsSpan(0, Math.Min(10, value.Length)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : throw new FormatException($"expected a date such as 2024-06-02, found '{value}'");

    private static string? Text(JsonElement line, string field)
    {
        if (!line.TryGetProperty(field, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw new FormatException($"expected a string in \"{field}\", found {Name(value)}");
    }

    private static string? Id(JsonElement line) => line.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.Number ? id.GetRawText() : Text(line, "id");

    private static string Name(JsonElement value) => value.ValueKind.ToString().ToLowerInvariant();

    private static string Reason(string message) => message.Split(" LineNumber:", 2)[0].Split(" Path:", 2)[0].TrimEnd('.');
}
