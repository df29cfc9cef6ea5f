namespace Lingotto.Ner;

/// <summary>
/// Splits text into the units that names are made of: finer than tokens, so that a name may end inside one
/// (<c>ex-Fiat</c>, <c>Citroën/Opel</c>, <c>dell'Auto</c>), and the same whatever tokenizer ran before.
/// </summary>
/// <remarks>Units are runs of letters and digits, single-letter abbreviations (<c>S.p.A.</c>), numbers with their separators, elided words with
/// their apostrophe, English <c>'s</c>, and any other character that is not white space alone.</remarks>
internal static class UnitSplitter
{
    /// <summary>The end of the unit that begins at <paramref name="start"/>, which is not white space.</summary>
    public static int End(ReadOnlySpan<char> text, int start, int end)
    {
        char first = text[start];
        if (!IsWordCharacter(first))
        {
            if (IsApostrophe(first) && start + 1 < end && text[start + 1] is 's' or 'S' && (start + 2 >= end || !IsWordCharacter(text[start + 2]))) return start + 2;
            return char.IsHighSurrogate(first) && start + 1 < end && char.IsLowSurrogate(text[start + 1]) ? start + 2 : start + 1;
        }

        int at = start + 1, segment = start, dots = 0;
        while (at < end)
        {
            char c = text[at];
            if (IsWordCharacter(c)) { at++; continue; }
            char next = at + 1 < end ? text[at + 1] : ' ';
            if (c is '.' or ',' or ':' && char.IsDigit(text[at - 1]) && char.IsDigit(next)) { segment = ++at; continue; }
            bool isSingleLetter = at - segment == 1 && char.IsLetter(text[segment]);
            if (c == '.' && isSingleLetter && char.IsLetter(next) && (at + 2 >= end || !char.IsLetter(text[at + 2])))
            {
                dots++;
                segment = ++at;
                continue;
            }

            if (c == '.' && isSingleLetter && dots > 0) return at + 1;
            return IsApostrophe(c) && char.IsLetter(next) && !IsGenitive(text, at, end) ? at + 1 : at;
        }

        return at;
    }

    public static bool IsSkipped(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\uFEFF' or '\u00AD';

    public static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ';

    private static bool IsGenitive(ReadOnlySpan<char> text, int apostrophe, int end) =>
        text[apostrophe + 1] is 's' or 'S' && (apostrophe + 2 >= end || !IsWordCharacter(text[apostrophe + 2]));

    private static bool IsWordCharacter(char c)
    {
        if (c < 128) return char.IsAsciiLetterOrDigit(c);
        return char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
    }
}
