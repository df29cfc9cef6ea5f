namespace Lingotto.Automotive.Lexing;

/// <summary>What a lexeme is made of.</summary>
internal enum LexemeKind : byte
{
    /// <summary>A run of letters, with the apostrophe that ends it.</summary>
    Word,

    /// <summary>Digits with their separators.</summary>
    Number,

    /// <summary>One other character.</summary>
    Symbol,
}

/// <summary>How the digits of a number are written.</summary>
internal enum DigitShape : byte
{
    /// <summary>Digits alone, as in a year.</summary>
    Plain,

    /// <summary>With separators of thousands.</summary>
    Grouped,

    /// <summary>With decimals.</summary>
    Decimal,

    /// <summary>With separators that make no number: <c>13.11.2024</c>.</summary>
    Broken,
}

/// <summary>The smallest piece that times and quantities are read from. Unlike a token it never depends on a trained model.</summary>
internal struct Lexeme
{
    public int Start;
    public int Length;
    public LexemeKind Kind;
    public DigitShape Shape;

    /// <summary>No white space stands between the lexeme before and this one.</summary>
    public bool IsGlued;

    /// <summary>The lexeme is the first of its line.</summary>
    public bool StartsLine;

    /// <summary>The first letter is a capital.</summary>
    public bool IsCapitalized;

    /// <summary>The character of a symbol, dashes and apostrophes made uniform.</summary>
    public char Symbol;

    /// <summary>What the word tables know of a word or a symbol; null where they know nothing.</summary>
    public WordEntry? Entry;

    /// <summary>The value of a number.</summary>
    public decimal Number;

    public readonly int End => Start + Length;
}
