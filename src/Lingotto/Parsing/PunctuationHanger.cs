namespace Lingotto.Parsing;

/// <summary>
/// Hangs punctuation by the guidelines of Universal Dependencies once the other arcs are known: brackets and quotation marks on the head of what they enclose,
/// the last mark on the root, the others by the counted conventions of a treebank. Only marks that nothing hangs on are moved, so that the tree stays one.
/// </summary>
internal static class PunctuationHanger
{
    /// <summary>Moves the marks of a segment.</summary>
    /// <param name="rules">Conventions of a treebank, null for none.</param>
    /// <param name="document">The document.</param>
    /// <param name="first">First word of the segment.</param>
    /// <param name="heads">Heads within the segment, 0 for the root and from 1 for a word.</param>
    /// <param name="relations">Numbers of the relations.</param>
    /// <param name="upos">Parts of speech, item 0 the root's.</param>
    public static void Hang(PunctuationRules? rules, DocumentBuilder document, int first, Span<int> heads, ReadOnlySpan<int> relations, ReadOnlySpan<byte> upos)
    {
        for (int i = 1; i <= heads.Length; i++)
        {
            if (!IsFree(i, heads, upos)) continue;
            ReadOnlySpan<char> form = document.Form(first + i - 1);
            int head = rules is not null && rules.Knows(form) ? rules.Head(form[0], i, heads, relations, upos) : 0;
            if (i == heads.Length) head = heads.IndexOf(0) + 1;
            if (head > 0 && head != i) heads[i - 1] = head;
        }

        for (int i = 1; i <= heads.Length; i++)
        {
            if (upos[i] == (byte)Upos.Punct) i = HangPair(document, first, i, heads, upos);
        }
    }

    /// <summary>Hangs a pair that opens at a word; returns where to go on after.</summary>
    private static int HangPair(DocumentBuilder document, int first, int open, Span<int> heads, ReadOnlySpan<byte> upos)
    {
        ReadOnlySpan<char> form = document.Form(first + open - 1);
        char closing = form.Length == 1 ? Closing(form[0]) : '\0';
        if (closing == '\0') return open;
        int close = open + 1;
        while (close <= heads.Length && !(upos[close] == (byte)Upos.Punct && document.Form(first + close - 1) is [char c] && c == closing)) close++;
        if (close > heads.Length) return open;
        int top = Top(open, close, heads, upos);
        if (top == 0) return open;
        if (IsFree(open, heads, upos)) heads[open - 1] = top;
        if (IsFree(close, heads, upos)) heads[close - 1] = top;
        return form[0] == closing ? close : open;
    }

    /// <summary>The one word between two marks whose head lies outside; 0 where there is none or more.</summary>
    private static int Top(int open, int close, ReadOnlySpan<int> heads, ReadOnlySpan<byte> upos)
    {
        int top = 0;
        for (int i = open + 1; i < close; i++)
        {
            if (upos[i] == (byte)Upos.Punct || (heads[i - 1] >= open && heads[i - 1] <= close)) continue;
            if (top > 0) return 0;
            top = i;
        }

        return top;
    }

    private static bool IsFree(int word, ReadOnlySpan<int> heads, ReadOnlySpan<byte> upos) =>
        upos[word] == (byte)Upos.Punct && heads[word - 1] != 0 && !heads.Contains(word);

    private static char Closing(char opening) => opening switch
    {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        '"' => '"',
        '«' => '»',
        '“' => '”',
        _ => '\0',
    };
}
