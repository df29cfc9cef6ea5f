namespace Lingotto.Automotive.Quotes;

/// <summary>Finds what stands between quotation marks: <c>“ ”</c>, <c>« »</c>, <c>„ “</c>, <c>" "</c>, <c>‘ ’</c> where nothing else is used.</summary>
internal static class QuotationMarks
{
    private const int MaximumLength = 4000;

    /// <summary>The quoted stretches in order of the text, without their marks; what is quoted within a quotation is not looked for.</summary>
    public static List<TextSpan> Find(string text)
    {
        var found = new List<TextSpan>();
        bool single = text.AsSpan().IndexOfAny("“«\"„") < 0;
        for (int i = 0; i < text.Length; i++)
        {
            int end = Opens(text, i, single) ? Close(text, i, text[i]) : -1;
            if (end < 0) continue;
            TextSpan inner = Trim(text, i + 1, end);
            if (!inner.IsEmpty) found.Add(inner);
            i = end;
        }

        return found;
    }

    private static bool Opens(string text, int i, bool single)
    {
        char before = i > 0 ? text[i - 1] : '\n', after = i + 1 < text.Length ? text[i + 1] : '\n';
        return text[i] switch
        {
            '“' or '«' or '„' => true,
            '"' => !char.IsWhiteSpace(after) && !char.IsLetterOrDigit(before),
            '‘' => single && !char.IsLetterOrDigit(before) && char.IsLetter(after),
            _ => false,
        };
    }

    /// <summary>
    /// Offset of the mark that closes a quotation. Where a paragraph ends without one and the next opens again, the quotation runs on; -1 where
    /// it never closes.
    /// </summary>
    private static int Close(string text, int open, char mark)
    {
        int limit = Math.Min(text.Length, open + MaximumLength);
        for (int i = open + 1; i < limit; i++)
        {
            char c = text[i];
            if (c == '\n' && IsParagraphEnd(text, i, out int next))
            {
                if (next >= limit || text[next] != mark) return -1;
                i = next;
            }
            else if (Closes(text, i, mark)) return i;
        }

        return -1;
    }

    private static bool IsParagraphEnd(string text, int i, out int next)
    {
        next = i;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        return true;
    }

    private static bool Closes(string text, int i, char mark) => mark switch
    {
        '“' => text[i] is '”' or '"',
        '„' => text[i] is '“' or '”',
        '«' => text[i] == '»',
        '"' => text[i] is '"' or '”' && !(i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]) && char.IsWhiteSpace(text[i - 1])),
        '‘' => text[i] == '’' && !(i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])),
        _ => false,
    };

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return TextSpan.FromBounds(start, end);
    }
}
