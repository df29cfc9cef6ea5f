using System.Text;
using System.Text.RegularExpressions;

namespace Lingotto.Training;

/// <summary>Reads one gold file: header, marked text, notes.</summary>
internal sealed partial class GoldReader(string file)
{
    private readonly Dictionary<string, string> _header = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TextSpan> _spans = new(StringComparer.Ordinal);

    public GoldArticle Read(string content)
    {
        content = content.ReplaceLineEndings("\n").TrimStart('\uFEFF');
        int bar = content.IndexOf("\n---\n", StringComparison.Ordinal);
        if (bar < 0) throw new CorpusFormatException(file, 1, "expected a line --- between text and notes, found none");
        string text = Unmark(Body(content[..bar]));
        int line = content.AsSpan(0, bar).Count('\n') + 3;
        var notes = new GoldNotes(file, text, _spans);
        foreach (string note in content[(bar + 5)..].Split('\n')) notes.Add(note.Trim(), line++);
        return new GoldArticle
        {
            Id = Header("id") ?? Path.GetFileNameWithoutExtension(file),
            Language = Language.TryParse(Header("lang"), out Language language) ? language : throw new CorpusFormatException(file, 1, "expected a header line '#lang' with an ISO 639 code"),
            Published = ReadDate(Header("published")),
            Text = text,
            BoilerplateStart = notes.BoilerplateStart,
            Mentions = notes.Mentions,
            Analysis = notes.Analysis(Header("id"), language),
            Marked = notes.Marked(Header("id"), language),
            IdOfTag = notes.IdOfTag,
        };
    }

    private string? Header(string key) => _header.GetValueOrDefault(key);

    private DateOnly? ReadDate(string? value)
    {
        if (value is null) return null;
        return DateOnly.TryParseExact(value, "yyyy-MM-dd", out DateOnly date) ? date : throw new CorpusFormatException(file, 1, $"expected a date yyyy-MM-dd in '#published', found '{value}'");
    }

    private string Body(string head)
    {
        int at = 0;
        while (HeaderLine().Match(head, at) is { Success: true } match)
        {
            _header[match.Groups["key"].Value] = match.Groups["value"].Value;
            at = Math.Min(head.Length, match.Index + match.Length + 1);
        }

        string body = head[at..];
        return Header("title") is { } title ? title + "\n\n" + body.TrimStart('\n') : body;
    }

    private string Unmark(string body)
    {
        var text = new StringBuilder(body.Length);
        int at = 0;
        foreach (Match mark in Mark().Matches(body))
        {
            text.Append(body, at, mark.Index - at);
            string tag = mark.Groups["tag"].Value, words = mark.Groups["words"].Value;
            if (!_spans.TryAdd(tag, new TextSpan(text.Length, words.Length))) throw new CorpusFormatException(file, LineOf(mark.Index, body), $"expected every mark once, found {tag} twice");
            text.Append(words);
            at = mark.Index + mark.Length;
        }

        return text.Append(body, at, body.Length - at).ToString();
    }

    private static int LineOf(int offset, string body) => body.AsSpan(0, offset).Count('\n') + 1;

    [GeneratedRegex(@"\G#(?<key>id|lang|published|title) (?<value>[^\n]*)", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderLine();

    [GeneratedRegex(@"\{(?<tag>T[0-9]+):(?<words>[^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
