using System.Text.RegularExpressions;

namespace Lingotto.Automotive.Tests;

/// <summary>Documents cut by a regular expression, for tests that need no model.</summary>
internal static partial class PlainDocument
{
    public static Document Of(string text, Language? language = null)
    {
        var builder = new DocumentBuilder();
        builder.Reset(text);
        builder.Language = language ?? Language.Italian;
        bool open = false;
        foreach (Match match in Pieces().Matches(text))
        {
            if (!open) builder.BeginSentence(builder.Language);
            builder.AddToken(match.Index, match.Length);
            open = match.Value is not ("." or "!" or "?");
        }

        return builder.Build();
    }

    [GeneratedRegex(@"\p{L}+['’](?=\p{L})|\p{L}[\p{L}\p{N}]*|\p{N}+|[^\s\p{L}\p{N}]")]
    private static partial Regex Pieces();
}
