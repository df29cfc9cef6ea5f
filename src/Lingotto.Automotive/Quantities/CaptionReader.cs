using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Quantities;

/// <summary>
/// Takes the units of a table's cells from its header and caption lines: columns by their order where there are bars or semicolons,
/// else the sense of what the header mentions. Not safe for concurrent use.
/// </summary>
internal sealed class CaptionReader(LexemeList l)
{
    private const int ReachInLines = 14;

    private int _line;
    private bool _isRow;
    private int _captionLine = -1, _rowsSince;
    private string? _unit, _currency;
    private decimal _scale = 1;
    private bool _hasChange;

    /// <summary>Looks at a new line: a row of figures, or a line that may be the caption of rows to come.</summary>
    public void BeginLine(int i)
    {
        _line++;
        bool follows = _isRow && TableLines.End(l, i) - i <= 12 && !HasLowerCase(i);
        _isRow = (follows || TableLines.IsRow(l, i)) && HasNumber(i);
        if (_isRow) _rowsSince++;
        else ReadCaption(i);
    }

    private bool HasNumber(int i)
    {
        for (int k = i, end = TableLines.End(l, i); k < end; k++)
        {
            if (l.IsNumber(k) && l.Plain(k, 1900, 2100) < 0 && !(l.IsGlued(k) && l.IsWord(k - 1))) return true;
        }

        return false;
    }

    private bool HasLowerCase(int i)
    {
        for (int k = i, end = TableLines.End(l, i); k < end; k++)
        {
            if (l.IsWord(k) && !l[k].IsCapitalized) return true;
        }

        return false;
    }

    private void ReadCaption(int i)
    {
        int end = TableLines.End(l, i);
        if (end - i > 26) { Forget(); return; }
        string? unit = null, currency = null;
        decimal scale = 1;
        bool change = false;
        for (int k = i; k < end; k++)
        {
            if (l[k].Entry is not { } entry) continue;
            if (entry.Is(UnitClass.ChangeColumn) || entry.Is(UnitClass.Percent)) change = true;
            if (entry.Is(UnitClass.Currency)) currency ??= entry.Value(UnitClass.Currency);
            if (entry.Is(WordClass.Scale) && l[k].Length > 1) scale = Math.Max(scale, entry.Number(WordClass.Scale));
            if (entry.Is(UnitClass.Unit) && (unit is null or "plants" or "models")) unit = entry.Value(UnitClass.Unit);
            else if ((entry.Is(UnitClass.Piece) || entry.Is(UnitClass.Production)) && unit is null or "plants" or "models") unit = "vehicles";
        }

        if (_rowsSince > 0) Forget();
        if (unit is null && currency is null && !change) return;
        (_unit, _captionLine) = (unit ?? _unit, _line);
        _currency = currency ?? _currency;
        _scale = Math.Max(_scale, scale);
        _hasChange |= change;
    }

    private void Forget() => (_unit, _currency, _scale, _hasChange, _captionLine, _rowsSince) = (null, null, 1, false, -1, 0);

    /// <summary>Whether the current line is a row of a table.</summary>
    public bool IsRow => _isRow;

    private bool Applies => _isRow && _captionLine >= 0 && _line - _captionLine <= ReachInLines;

    /// <summary>Whether a bare number of a row is a change in percent: signed, or small and with decimals under such a column.</summary>
    public bool IsChange(int i, Cardinal number)
    {
        if (!_isRow || number.Scale > 1 || number.IsSpelled) return false;
        bool signed = l[i - 1].Kind == LexemeKind.Symbol && l[i - 1].Symbol is '+' or '-' && l.IsGlued(i) && !l.IsGlued(i - 1);
        return signed && number.Value < 1000 && l[i].Shape != DigitShape.Grouped && (Applies || _hasChange);
    }

    /// <summary>The magnitude and currency of a bare number of a row, where its caption speaks of money.</summary>
    public (decimal Scale, string Currency)? Money(int i, Cardinal number) =>
        Applies && _currency is not null && number.Scale == 1 && !number.IsSpelled && IsBareCell(number.End) ? (_scale, _currency) : null;

    /// <summary>The unit of a bare number of a row.</summary>
    public string? Unit(int i) => Applies && _unit is not null && l.IsNumber(i) && IsBareCell(i + 1) ? _unit : null;

    private bool IsBareCell(int end) => l.StartsLine(end) || !l.IsWord(end) || l[end].Start - l[end - 1].End >= 2 || l[end].IsCapitalized;
}
