using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>Cuts words off a name that are no part of it, such as <c>stabilimento di</c> and <c>New</c>; from the data file.</summary>
internal static class OutsideWords
{
    private static readonly HashSet<(string Kind, bool AtEnd, string Word)> Words =
        [.. Resources.ReadRows("linking/outside_words.tsv").Select(r => (r[0], r[1] == "end", r[2]))];

    /// <summary>The mention without such words at its ends; the mention itself where there are none, or nothing else.</summary>
    public static NameMention Trim(string text, NameMention mention)
    {
        int start = mention.Span.Start, end = mention.Span.End;
        ReadOnlySpan<char> name = mention.Span.Of(text);
        if (name.IndexOf(' ') is var space and > 0 && Words.Contains((mention.Kind.Name, false, name[..space].ToString()))) start = AfterPreposition(text, start + space + 1, end);
        name = text.AsSpan(start, end - start);
        if (name.LastIndexOf(' ') is var last and > 0 && Words.Contains((mention.Kind.Name, true, name[(last + 1)..].ToString()))) end = start + last;
        return start == mention.Span.Start && end == mention.Span.End ? mention : mention with { Span = TextSpan.FromBounds(start, end) };
    }

    private static int AfterPreposition(string text, int start, int end)
    {
        ReadOnlySpan<char> rest = text.AsSpan(start, end - start);
        foreach (string preposition in (ReadOnlySpan<string>)["di ", "of ", "d'", "d’"])
        {
            if (rest.StartsWith(preposition, StringComparison.Ordinal) && rest.Length > preposition.Length) return start + preposition.Length;
        }

        return start;
    }
}
