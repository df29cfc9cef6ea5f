namespace Lingotto;

/// <summary>
/// Says what a single line break means: the end of a headline, list item or table row, or a line that was wrapped in mid-sentence.
/// </summary>
internal ref struct LineLayout(ReadOnlySpan<char> text)
{
    private const int ShortestWrappedLine = 55;
    private const int LongestWrappedLine = 100;
    private const int LongestTitleLine = 40;
    private const int LongestLine = 200;

    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Whether the line break between two tokens certainly ends a sentence; where not, the words decide.</summary>
    public readonly bool BreakEndsSentence(in RawToken left, in RawToken right)
    {
        int length = LengthBefore(left.End);
        bool ends = left.Kind == AtomKind.Symbol && left.First is '.' or '!' or '?' or ';' or ':' or '|' or '\u2026';
        if (ends || right.Kind == AtomKind.Symbol && right.First is not ('(' or '"' or '\'' or '\u201C' or '\u00AB')) return true;
        if (left.Kind == AtomKind.Symbol && left.First == ',') return false;
        bool continues = right.Kind == AtomKind.Letters && right.Shape == Shape.Lower && right.AtomCount == 1;
        if (continues) return length < LongestTitleLine;
        return !IsWrapped(length) || !IsWrapped(LengthAfter(right.Start));
    }

    private static bool IsWrapped(int length) => length is >= ShortestWrappedLine and <= LongestWrappedLine;

    private readonly int LengthBefore(int end)
    {
        int start = end, limit = Math.Max(0, end - LongestLine);
        while (start > limit && !IsBreak(_text[start - 1])) start--;
        return end - start;
    }

    private readonly int LengthAfter(int start)
    {
        int end = start, limit = Math.Min(_text.Length, start + LongestLine);
        while (end < limit && !IsBreak(_text[end])) end++;
        return end - start;
    }

    private static bool IsBreak(char c) => CharacterClasses.Table[c] == CharacterClass.Line;
}
