namespace Lingotto.Automotive;

/// <summary>
/// Marks the boilerplate of crawled pages by cue phrases, line by line from the top: what a line says depends only on the lines before it,
/// so a block added at the end changes nothing above. Immutable, safe for concurrent use.
/// </summary>
internal sealed class PageCleaner : IPageCleaner
{
    private const int LongestCueLine = 400, ArticleLine = 140, ShortestArticle = 300;
    private readonly PageCues _cues = PageCues.Default;

    public PageStructure Clean(string text)
    {
        var blocks = new List<TextSpan>();
        int articleLength = 0;
        bool inBlock = false;
        foreach (TextSpan line in Lines(text))
        {
            ReadOnlySpan<char> trimmed = line.Of(text).Trim();
            if (trimmed.IsEmpty) continue;
            CueExtent extent = trimmed.Length <= LongestCueLine ? Extent(trimmed) : CueExtent.None;
            if (extent == CueExtent.Rest && articleLength >= ShortestArticle)
            {
                Add(blocks, TextSpan.FromBounds(line.Start, text.Length));
                break;
            }

            // A first line is the article's, whatever it says.
            if (extent != CueExtent.None && articleLength > 0) inBlock = true;
            else if (inBlock && IsArticle(trimmed)) inBlock = false;
            if (inBlock || IsAgencyFooter(trimmed)) Add(blocks, line);
            else articleLength += trimmed.Length;
        }

        return new PageStructure(blocks, HeaderDates.Find(text));
    }

    private CueExtent Extent(ReadOnlySpan<char> line)
    {
        Span<char> lower = stackalloc char[LongestCueLine];
        int length = line.ToLowerInvariant(lower);
        lower[..length].Replace('\u2019', '\'');
        ReadOnlySpan<char> look = lower[..length].Trim("*•>»-–— \u00a0");
        return _cues.Extent(look);
    }

    /// <summary>Whether a line can only be prose: long, and ended as a sentence.</summary>
    private static bool IsArticle(ReadOnlySpan<char> line) => line.Length >= ArticleLine && line[^1] is '.' or '"' or '”' or '»' or ')';

    /// <summary>Whether a line is an agency's mark at the end of its news: <c>(Red/Agency)</c>.</summary>
    private static bool IsAgencyFooter(ReadOnlySpan<char> line)
    {
        const int LongestFooter = 30;
        return line.Length <= LongestFooter && line[0] == '(' && line.TrimEnd('.')[^1] == ')' && line.Contains('/') && !line.Contains(' ');
    }

    private static void Add(List<TextSpan> blocks, TextSpan line)
    {
        if (blocks.Count > 0 && line.Start - blocks[^1].End <= 2) blocks[^1] = TextSpan.FromBounds(blocks[^1].Start, line.End);
        else blocks.Add(line);
    }

    private static IEnumerable<TextSpan> Lines(string text)
    {
        for (int start = 0; start < text.Length;)
        {
            int length = text.AsSpan(start).IndexOfAny('\n', '\r');
            if (length < 0) length = text.Length - start;
            if (length > 0) yield return new TextSpan(start, length);
            start += length + 1;
        }
    }
}
