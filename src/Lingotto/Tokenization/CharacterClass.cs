using System.Globalization;

namespace Lingotto;

/// <summary>What the tokenizer needs to know of a UTF-16 code unit.</summary>
internal enum CharacterClass : byte
{
    Symbol, Lower, Upper, OtherLetter, Digit, Mark, Space, Line, Control, HighSurrogate, LowSurrogate,
}

/// <summary>The classes of all code units, as one table.</summary>
internal static class CharacterClasses
{
    /// <summary>65,536 classes by code unit.</summary>
    public static readonly CharacterClass[] Table = Build();

    public static bool IsLetter(CharacterClass c) => c is CharacterClass.Lower or CharacterClass.Upper or CharacterClass.OtherLetter;

    public static bool IsGap(CharacterClass c) => c is CharacterClass.Space or CharacterClass.Line or CharacterClass.Control;

    private static CharacterClass[] Build()
    {
        var table = new CharacterClass[char.MaxValue + 1];
        for (int i = 0; i < table.Length; i++) table[i] = Classify((char)i);
        return table;
    }

    private static CharacterClass Classify(char c)
    {
        if (char.IsWhiteSpace(c)) return c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029' or '\v' or '\f' ? CharacterClass.Line : CharacterClass.Space;
        if (char.IsControl(c)) return CharacterClass.Control;
        if (char.IsHighSurrogate(c)) return CharacterClass.HighSurrogate;
        if (char.IsLowSurrogate(c)) return CharacterClass.LowSurrogate;
        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.LowercaseLetter => CharacterClass.Lower,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => CharacterClass.Upper,
            UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter => c is '\u02BC' ? CharacterClass.Symbol : CharacterClass.OtherLetter,
            UnicodeCategory.DecimalDigitNumber => CharacterClass.Digit,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => CharacterClass.Mark,
            _ => CharacterClass.Symbol,
        };
    }
}
