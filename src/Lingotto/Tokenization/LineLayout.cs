namespace Lingotto;

/// <summary>
/// Says what a single line break means: the end of a headline, list item or table row, or a line that was wrapped in mid-sentence.
/// </summary>
internal ref struct LineLayout(ReadOnlySpan<char> text)
{
    private const int ShortestWrappedLine = 40;
    private const int LongestLine = 200;

    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Whether the line break between two tokens certainly ends a sentence; where not, the words decide.</summary>
    public readonly bool BreakEndsSentence(in RawToken left, in RawToken right)
    {
        int lineStart = left.End - 1, limit = Math.Max(0, left.End - LongestLine);
        while (lineStart > limit && !IsBreak(_text[lineStart - 1])) lineStart--;
        int length = left.End - lineStart;
        bool continues = right.Kind == AtomKind.Letters && right.Shape == Shape.Lower && right.AtomCount == 1;
        if (continues) return length < ShortestWrappedLine && left.Kind == AtomKind.Symbol && left.First is '.' or '!' or '?' or ':' or ';';
        if (length is < ShortestWrappedLine or > LongestLine - 1) return true;
        return !NextLineIsAlike(right.Start, length);
    }

    private readonly bool NextLineIsAlike(int start, int length)
    {
        int end = start, limit = Math.Min(_text.Length, start + LongestLine);
        while (end < limit && !IsBreak(_text[end])) end++;
        return Math.Abs(end - start - length) <= Math.Max(12, length / 6) && length <= 100;
    }

    private static bool IsBreak(char c) => CharacterClasses.Table[c] == CharacterClass.Line;
}
