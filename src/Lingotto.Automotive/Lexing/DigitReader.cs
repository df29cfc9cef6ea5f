namespace Lingotto.Automotive.Lexing;

/// <summary>Reads numbers in digits, in the Italian and the English style.</summary>
internal static class DigitReader
{
    private const int MaximumDigits = 18;

    /// <summary>End of the digits with their separators; a separator belongs to the number where a digit follows it.</summary>
    public static int End(string text, int start)
    {
        int end = start + 1;
        while (end < text.Length)
        {
            char c = text[end];
            if (char.IsAsciiDigit(c)) end++;
            else if (c is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])) end += 2;
            else if (c is '\u00A0' or '\u202F' or '\u2009' or '\'' or '’' && IsGroup(text, end + 1)) end += 4;
            else break;
        }

        return end;
    }

    private static bool IsGroup(string text, int start) =>
        start + 2 < text.Length && char.IsAsciiDigit(text[start]) && char.IsAsciiDigit(text[start + 1]) && char.IsAsciiDigit(text[start + 2])
        && (start + 3 == text.Length || !char.IsAsciiDigit(text[start + 3]));

    /// <summary>The value and shape of digits with separators. One separator before three digits is read by the language's style.</summary>
    public static DigitShape Read(ReadOnlySpan<char> number, bool italian, out decimal value)
    {
        int separators = 0, last = -1;
        bool mixed = false;
        for (int i = 0; i < number.Length; i++)
        {
            if (char.IsAsciiDigit(number[i])) continue;
            if (last >= 0 && number[last] != number[i]) mixed = true;
            separators++;
            last = i;
        }

        value = 0;
        if (number.Length - separators > MaximumDigits) return DigitShape.Broken;
        if (separators == 0) return Whole(number, out value);
        bool groups = HasGroups(mixed ? number[..last] : number, italian);
        if (mixed) return groups ? Fraction(number, last, out value) : DigitShape.Broken;
        char decimalMark = italian ? ',' : '.';
        if (separators == 1 && number[last] is '.' or ',' && (!groups || number[last] == decimalMark)) return Fraction(number, last, out value);
        if (!groups) return DigitShape.Broken;
        Whole(number, out value);
        return DigitShape.Grouped;
    }

    /// <summary>Whether all groups but the first have three digits; in English the Indian style, twos and a last three, counts too.</summary>
    private static bool HasGroups(ReadOnlySpan<char> number, bool italian)
    {
        int digits = 0, groups = 0;
        bool thousands = true, indian = !italian;
        for (int i = 0; i <= number.Length; i++)
        {
            if (i < number.Length && char.IsAsciiDigit(number[i])) { digits++; continue; }
            bool isLast = i == number.Length;
            thousands &= groups == 0 ? digits is > 0 and <= 3 : digits == 3;
            indian &= groups == 0 ? digits is > 0 and <= 2 : digits == (isLast ? 3 : 2);
            groups++;
            digits = 0;
        }

        return thousands || indian;
    }

    private static DigitShape Whole(ReadOnlySpan<char> number, out decimal value)
    {
        long whole = 0;
        foreach (char c in number)
        {
            if (char.IsAsciiDigit(c)) whole = (10 * whole) + (c - '0');
        }

        value = whole;
        return DigitShape.Plain;
    }

    private static DigitShape Fraction(ReadOnlySpan<char> number, int mark, out decimal value)
    {
        Whole(number, out value);
        for (int i = mark + 1; i < number.Length; i++) value /= 10;
        return DigitShape.Decimal;
    }
}
