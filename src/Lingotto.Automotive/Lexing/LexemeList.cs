namespace Lingotto.Automotive.Lexing;

/// <summary>The lexemes of a document, with look-ups that are safe at any index. Immutable.</summary>
internal sealed class LexemeList
{
    private static readonly Lexeme Outside = new() { Kind = LexemeKind.Symbol, StartsLine = true, Symbol = '\n' };
    private readonly Lexeme[] _lexemes;

    public LexemeList(Document document, Lexeme[] lexemes, int count)
    {
        Document = document;
        _lexemes = lexemes;
        Count = count;
    }

    public Document Document { get; }

    public string Text => Document.Text;

    public int Count { get; }

    /// <summary>The lexeme at an index; outside the list a line break.</summary>
    public ref readonly Lexeme this[int index]
    {
        get
        {
            if ((uint)index < (uint)Count) return ref _lexemes[index];
            return ref Outside;
        }
    }

    /// <summary>Index of the first lexeme that starts at or after an offset. Logarithmic.</summary>
    public int IndexFrom(int offset)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_lexemes[middle].Start < offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    public bool IsWord(int index) => this[index].Kind == LexemeKind.Word && index >= 0 && index < Count;

    public bool IsNumber(int index) => this[index].Kind == LexemeKind.Number;

    public bool IsSymbol(int index, char symbol) => this[index].Kind == LexemeKind.Symbol && this[index].Symbol == symbol;

    public bool Is(int index, WordClass wordClass) => this[index].Entry is { } entry && entry.Is(wordClass);

    public bool Is(int index, UnitClass unitClass) => this[index].Entry is { } entry && entry.Is(unitClass);

    public long Value(int index, WordClass wordClass) => this[index].Entry!.Number(wordClass);

    /// <summary>Whether the lexeme follows the one before without white space.</summary>
    public bool IsGlued(int index) => index < Count && this[index].IsGlued;

    /// <summary>Whether a line begins at the index, or the text ends there.</summary>
    public bool StartsLine(int index) => this[index].StartsLine;

    public ReadOnlySpan<char> TextOf(int index) => (uint)index < (uint)Count ? Text.AsSpan(this[index].Start, this[index].Length) : default;

    /// <summary>A whole number without separators in a range, or -1.</summary>
    public int Plain(int index, int minimum, int maximum)
    {
        ref readonly Lexeme lexeme = ref this[index];
        return lexeme.Kind == LexemeKind.Number && lexeme.Shape == DigitShape.Plain && lexeme.Number >= minimum && lexeme.Number <= maximum ? (int)lexeme.Number : -1;
    }

    /// <summary>The span from one lexeme to the one before <paramref name="end"/>, without an elision's apostrophe at its end.</summary>
    public TextSpan Span(int start, int end)
    {
        int to = this[end - 1].End;
        if (end - start > 0 && this[end - 1].Kind == LexemeKind.Word && Text[to - 1] is '\'' or '’' && IsGlued(end)) to--;
        return TextSpan.FromBounds(this[start].Start, to);
    }

    /// <summary>Whether the lexeme ends a sentence or a line's cell: a stop that is no part of a number or an abbreviation, or a line's end.</summary>
    public bool EndsSentence(int index)
    {
        if (StartsLine(index + 1)) return true;
        return this[index].Kind == LexemeKind.Symbol && this[index].Symbol switch
        {
            '!' or '?' or ';' or '…' or '|' or '•' or '►' or '■' => true,
            '.' => !IsGlued(index + 1) && (this[index + 1].IsCapitalized || this[index + 1].Kind != LexemeKind.Word) && !IsAbbreviation(index - 1),
            _ => false,
        };
    }

    /// <summary>A month's short form carries a stop that ends no sentence; <c>May</c>, <c>June</c> and <c>July</c> are whole.</summary>
    private bool IsAbbreviation(int index) => Is(index, WordClass.Month) && this[index].Length <= 4 && TextOf(index) is not ("May" or "June" or "July");
}
