namespace Lingotto.Automotive.Quotes;

/// <summary>Finds what stands between quotation marks: <c>“ ”</c>, <c>« »</c>, <c>„ “</c>, <c>" "</c>, <c>‘ ’</c>, <c>'' ''</c>, <c>&lt;&lt; &gt;&gt;</c>.</summary>
internal static class QuotationMarks
{
    private const int MaximumLength = 4000;

    /// <summary>The quoted stretches in order of the text, without their marks; what is quoted within a quotation is not looked for.</summary>
    public static List<TextSpan> Find(string text)
    {
        var found = new List<TextSpan>();
        for (int i = 0; i < text.Length; i++)
        {
            int width = Opens(text, i);
            int end = width > 0 ? Close(text, i, width) : -1;
            if (end < 0) continue;
            TextSpan inner = Trim(text, i + width, end);
            if (!inner.IsEmpty) found.Add(inner);
            i = end + width - 1;
        }

        return found;
    }

    /// <summary>How many characters open a quotation at an offset; 0 where none does.</summary>
    private static int Opens(string text, int i)
    {
        char before = i > 0 ? text[i - 1] : '\n', after = i + 1 < text.Length ? text[i + 1] : '\n';
        bool free = !char.IsLetterOrDigit(before) && before is not ('\'' or '’');
        return text[i] switch
        {
            '“' or '«' or '„' => 1,
            '"' => free && !char.IsWhiteSpace(after) ? 1 : 0,
            '<' => after == '<' ? 2 : 0,
            '\'' when after == '\'' => free && i + 2 < text.Length && char.IsLetter(text[i + 2]) ? 2 : 0,
            '‘' or '\'' => free && char.IsLetter(after) && HasSingleClose(text, i) ? 1 : 0,
            _ => 0,
        };
    }

    /// <summary>Whether a single mark, which might be an apostrophe, closes on the same line after more than one word.</summary>
    private static bool HasSingleClose(string text, int open)
    {
        bool space = false;
        for (int i = open + 1; i < text.Length && text[i] != '\n'; i++)
        {
            if (text[i] == ' ') space = true;
            else if (text[i] is '"' or '“' or '«') return false;
            else if (Closes(text, i, text[open], 1)) return space;
        }

        return false;
    }

    /// <summary>
    /// Offset of the mark that closes a quotation. Where a paragraph ends without one and the next opens again, the quotation runs on; -1 where
    /// it never closes.
    /// </summary>
    private static int Close(string text, int open, int width)
    {
        char mark = text[open];
        int limit = Math.Min(text.Length, open + MaximumLength);
        for (int i = open + width; i < limit; i++)
        {
            if (text[i] == '\n' && !IsWrapped(text, i))
            {
                int next = i;
                while (next < limit && char.IsWhiteSpace(text[next])) next++;
                if (next >= limit || text[next] != mark) return -1;
                i = next;
            }
            else if (Closes(text, i, mark, width)) return i;
        }

        return -1;
    }

    /// <summary>Whether a line break only wraps a line: the next one goes on in lower case.</summary>
    private static bool IsWrapped(string text, int i)
    {
        int next = i + 1;
        while (next < text.Length && text[next] is ' ' or '\t' or '\r') next++;
        return next < text.Length && char.IsLower(text[next]) && i > 0 && text[i - 1] is not ('.' or '!' or '?' or '\n');
    }

    private static bool Closes(string text, int i, char mark, int width)
    {
        char c = text[i], after = i + 1 < text.Length ? text[i + 1] : '\n';
        return mark switch
        {
            '“' => c is '”' or '"',
            '„' => c is '“' or '”',
            '«' => c == '»',
            '<' => c == '>' && after == '>',
            '"' => c is '"' or '”' && !(char.IsLetterOrDigit(after) && char.IsWhiteSpace(text[i - 1])),
            '\'' when width == 2 => c == '\'' && after == '\'',
            '‘' or '\'' => c is '’' or '\'' && !char.IsLetterOrDigit(after) && !char.IsWhiteSpace(text[i - 1]),
            _ => false,
        };
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return TextSpan.FromBounds(start, end);
    }
}
