namespace Lingotto;

/// <summary>What an atom is made of.</summary>
internal enum AtomKind : byte
{
    /// <summary>The beginning or end of the text.</summary>
    None,
    Letters, Digits, Symbol,

    /// <summary>A web or mail address, a whole token.</summary>
    Address,
}

/// <summary>The white space before an atom or token.</summary>
internal enum Gap : byte
{
    None, Space,

    /// <summary>A tab or several spaces, as between columns.</summary>
    Wide,

    /// <summary>One line break.</summary>
    Line,

    /// <summary>A blank line, or the beginning or end of the text.</summary>
    Paragraph,
}

/// <summary>How letters are written.</summary>
internal enum Shape : byte
{
    None, Lower, Title, Upper, Initial, Mixed, Digits, Address, Abbreviation, Alphanumeric, Symbol,
}

/// <summary>The smallest piece of text that is never cut: a run of letters, of digits, of one symbol; or an address.</summary>
internal struct Atom
{
    public int Start;
    public int End;
    public uint Hash;
    public char First;
    public AtomKind Kind;
    public Shape Shape;
    public Gap Before;

    public readonly int Length => End - Start;

    public readonly bool Is(char symbol) => Kind == AtomKind.Symbol && First == symbol;
}
