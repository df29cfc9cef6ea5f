namespace Lingotto;

/// <summary>Writes the words of a multiword token, in the case of the token and with its apostrophe.</summary>
internal static class MultiwordForms
{
    private const int LongestForm = 64;

    public static void Write(DocumentBuilder document, ReadOnlySpan<char> token, SplitRule rule)
    {
        int at = 0;
        if (rule.Tail.Length > 0)
        {
            at = token.Length - rule.Tail.Length;
            document.AddWord(token[..at]);
        }

        for (int i = 0; i < rule.Words.Length; i++)
        {
            string word = rule.Words[i];
            bool isFirst = i == 0 && rule.Tail.Length == 0;
            if (at + word.Length <= token.Length && IsAt(token[at..], word))
            {
                int end = i == rule.Words.Length - 1 ? token.Length : at + word.Length;
                if (end - at == word.Length || IsAt(token[at..end], word))
                {
                    document.AddWord(token.Slice(at, word.Length));
                    at += word.Length;
                    continue;
                }
            }

            WriteCased(document, token, word, isFirst);
            at = Math.Min(token.Length, at + word.Length);
        }
    }

    private static bool IsAt(ReadOnlySpan<char> text, string word)
    {
        for (int i = 0; i < word.Length; i++)
        {
            if (TextHash.Fold(text[i]) != word[i]) return false;
        }

        return true;
    }

    private static void WriteCased(DocumentBuilder document, ReadOnlySpan<char> token, string word, bool isFirst)
    {
        Span<char> form = stackalloc char[LongestForm];
        form = form[..Math.Min(word.Length, LongestForm)];
        bool upper = token.Length > 1 && char.IsUpper(token[0]) && char.IsUpper(token[1]);
        bool title = !upper && isFirst && char.IsUpper(token[0]);
        for (int i = 0; i < form.Length; i++)
        {
            char c = word[i];
            form[i] = c == '\'' ? token[^1] : upper || (title && i == 0) ? char.ToUpperInvariant(c) : c;
        }

        document.AddWord(form);
    }
}
