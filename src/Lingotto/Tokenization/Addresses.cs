namespace Lingotto;

/// <summary>Finds web and mail addresses. The look-ahead is bounded, so that no text costs more than linear time.</summary>
internal static class Addresses
{
    private const int MaximumLength = 2048;
    private const int ProbeLength = 96;

    /// <summary>Where the address that begins at <paramref name="start"/> ends; 0 where none begins there.</summary>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        if (!char.IsAsciiLetterOrDigit(text[start])) return 0;
        int i = start;
        int probeEnd = Math.Min(text.Length, start + ProbeLength);
        while (i < probeEnd && (char.IsAsciiLetterOrDigit(text[i]))) i++;
        if (i >= probeEnd) return 0;
        if (text[i] == ':' && i + 2 < text.Length && text[i + 1] == '/' && text[i + 2] == '/') return Trim(text, start, ChunkEnd(text, i + 3), i + 3);
        if (text[i] == '.' && i - start == 3 && text.Slice(start, 3).Equals("www", StringComparison.OrdinalIgnoreCase)) return Trim(text, start, ChunkEnd(text, i), i + 1);
        return text[i] is '@' or '.' or '_' or '-' or '+' ? MailEnd(text, start, i, probeEnd) : 0;
    }

    private static int MailEnd(ReadOnlySpan<char> text, int start, int i, int probeEnd)
    {
        while (i < probeEnd && IsLocalPart(text[i])) i++;
        if (i >= probeEnd || text[i] != '@' || i == start) return 0;
        int domain = ++i, limit = Math.Min(text.Length, i + 255);
        while (i < limit && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '.' or '-' or '_')) i++;
        while (i > domain && text[i - 1] is '.' or '-' or '_') i--;
        return i > domain ? i : 0;
    }

    private static bool IsLocalPart(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-';

    private static int ChunkEnd(ReadOnlySpan<char> text, int i)
    {
        int limit = Math.Min(text.Length, i + MaximumLength);
        CharacterClass[] classes = CharacterClasses.Table;
        while (i < limit && !CharacterClasses.IsGap(classes[text[i]]) && text[i] is not ('<' or '>' or '"' or '\u201C' or '\u201D' or '\u00AB' or '\u00BB' or '|')) i++;
        return i;
    }

    private static int Trim(ReadOnlySpan<char> text, int start, int end, int minimum)
    {
        int unclosed = text[start..end].Count(')') - text[start..end].Count('(');
        while (end > minimum)
        {
            char last = text[end - 1];
            if (last == ')' && unclosed > 0) unclosed--;
            else if (last is not ('.' or ',' or ';' or ':' or '!' or '?' or '\'' or '\u2019' or '\u2026' or ']' or '}' or '*')) break;
            end--;
        }

        return end > minimum ? end : 0;
    }
}
