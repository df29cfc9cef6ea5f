namespace Lingotto;

/// <summary>Reads the atoms of a text in order, each in time linear in its length.</summary>
internal ref struct AtomReader
{
    private readonly ReadOnlySpan<char> _text;
    private readonly CharacterClass[] _classes;
    private int _at;
    private bool _addressMayBegin;

    public AtomReader(ReadOnlySpan<char> text, int start)
    {
        _text = text;
        _classes = CharacterClasses.Table;
        _at = start;
        IsFirst = true;
    }

    private bool IsFirst { get; set; }

    /// <summary>The next atom; of kind <see cref="AtomKind.None"/> at the end.</summary>
    public void Next(ref Atom atom)
    {
        atom.Before = SkipGap();
        atom.Start = _at;
        if (_at >= _text.Length)
        {
            atom.End = _at;
            atom.Kind = AtomKind.None;
            atom.Shape = Shape.None;
            atom.Before = Gap.Paragraph;
            atom.Hash = 0;
            atom.First = '\0';
            return;
        }

        if (atom.Before != Gap.None) _addressMayBegin = true;
        Read(ref atom);
        if (_addressMayBegin && atom.Kind != AtomKind.Symbol && _at < _text.Length && _text[_at] is ':' or '.' or '@' or '_' or '-' or '+' or '%' or >= '0' and <= '9' or >= 'a' and <= 'z' or >= 'A' and <= 'Z')
        {
            int end = Addresses.End(_text, atom.Start);
            if (end > 0) SetAddress(ref atom, end);
        }

        _addressMayBegin = atom.Kind == AtomKind.Symbol;
    }

    private Gap SkipGap()
    {
        int lines = 0, spaces = 0;
        bool wide = false;
        int i = _at;
        for (; i < _text.Length; i++)
        {
            CharacterClass c = _classes[_text[i]];
            if (c == CharacterClass.Line)
            {
                if (!(_text[i] == '\n' && i > 0 && _text[i - 1] == '\r')) lines++;
            }
            else if (c == CharacterClass.Space)
            {
                spaces++;
                wide |= _text[i] == '\t';
            }
            else if (c != CharacterClass.Control)
            {
                break;
            }
            else
            {
                spaces++;
            }
        }

        _at = i;
        if (IsFirst)
        {
            IsFirst = false;
            return Gap.Paragraph;
        }

        if (lines > 0) return lines > 1 ? Gap.Paragraph : Gap.Line;
        return spaces == 0 ? Gap.None : wide || spaces > 2 ? Gap.Wide : Gap.Space;
    }

    private void SetAddress(ref Atom atom, int end)
    {
        atom.End = end;
        atom.Kind = AtomKind.Address;
        atom.Shape = Shape.Address;
        atom.Hash = 1;
        atom.First = 'a';
        _at = end;
    }

    private void Read(ref Atom atom)
    {
        int i = _at;
        while (i < _text.Length && _classes[_text[i]] == CharacterClass.Mark) i++;
        CharacterClass first = i < _text.Length ? _classes[_text[i]] : CharacterClass.Mark;
        if (CharacterClasses.IsLetter(first)) ReadLetters(ref atom, i);
        else if (first == CharacterClass.Digit) ReadDigits(ref atom, i);
        else if (i > _at && (first == CharacterClass.Mark || CharacterClasses.IsGap(first))) SetMarks(ref atom, i);
        else ReadSymbol(ref atom, i);
    }

    private void ReadLetters(ref Atom atom, int i)
    {
        uint hash = TextHash.Seed;
        int uppers = 0, letters = 0;
        bool firstUpper = _classes[_text[i]] == CharacterClass.Upper;
        atom.First = TextHash.Fold(_text[i]);
        for (; i < _text.Length; i++)
        {
            char c = _text[i];
            CharacterClass kind = _classes[c];
            if (kind == CharacterClass.Upper) uppers++;
            else if (kind != CharacterClass.Lower && kind != CharacterClass.OtherLetter && kind != CharacterClass.Mark) break;
            if (kind != CharacterClass.Mark) letters++;
            hash = TextHash.Add(hash, TextHash.Fold(c));
        }

        atom.End = _at = i;
        atom.Kind = AtomKind.Letters;
        atom.Hash = hash;
        atom.Shape = uppers == 0 ? Shape.Lower
            : firstUpper && uppers == 1 ? (letters == 1 ? Shape.Initial : Shape.Title)
            : uppers == letters ? Shape.Upper : Shape.Mixed;
    }

    private void ReadDigits(ref Atom atom, int i)
    {
        uint hash = TextHash.Seed;
        atom.First = '0';
        for (; i < _text.Length && _classes[_text[i]] is CharacterClass.Digit or CharacterClass.Mark; i++) hash = TextHash.Add(hash, _text[i]);
        atom.End = _at = i;
        atom.Kind = AtomKind.Digits;
        atom.Hash = hash;
        atom.Shape = Shape.Digits;
    }

    private void SetMarks(ref Atom atom, int end)
    {
        atom.First = _text[_at];
        atom.End = _at = end;
        atom.Kind = AtomKind.Symbol;
        atom.Shape = Shape.Symbol;
        atom.Hash = atom.First;
    }

    private void ReadSymbol(ref Atom atom, int i)
    {
        char symbol = _text[i];
        char folded = TextHash.Fold(symbol);
        uint hash = TextHash.Seed;
        bool repeats = Repeats(symbol);
        int start = i;
        while (i < _text.Length && (_text[i] == symbol && (i == start || repeats)))
        {
            if (_classes[symbol] == CharacterClass.HighSurrogate && i + 1 < _text.Length && _classes[_text[i + 1]] == CharacterClass.LowSurrogate)
            {
                hash = TextHash.Add(hash, _text[i + 1]);
                i++;
            }
            else
            {
                hash = TextHash.Add(hash, folded);
            }

            i++;
        }

        while (i < _text.Length && _classes[_text[i]] == CharacterClass.Mark) i++;
        atom.End = _at = i;
        atom.Kind = AtomKind.Symbol;
        atom.Hash = hash;
        atom.First = folded;
        atom.Shape = Shape.Symbol;
    }

    private static bool Repeats(char symbol) => symbol < 128 && symbol is '.' or '-' or '!' or '?' or '=' or '*' or '_' or '~' or '#' or '<' or '>' or '\'' or '`' or '+' or '/' or '\\'
        || symbol is '\u2026' or '\u2014' or '\u2013';
}
