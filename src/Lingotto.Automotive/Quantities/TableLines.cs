using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Quantities;

/// <summary>Tells rows of tables in plain text: cells set apart by bars, semicolons, dots or runs of spaces, or lines that end in figures.</summary>
internal static class TableLines
{
    private const int MaximumLength = 24;

    /// <summary>Whether the line of a lexeme looks like a row of a table.</summary>
    public static bool IsRow(LexemeList l, int i)
    {
        int first = Start(l, i), end = End(l, i);
        if (end - first > MaximumLength) return HasBars(l, first, end);
        if (HasBars(l, first, end)) return true;
        int numbers = 0, wide = 0, words = 0;
        for (int k = first; k < end; k++)
        {
            if (l.IsNumber(k)) numbers++;
            else if (l.IsWord(k) && !l[k].IsCapitalized) words++;
            if (k > first && l[k].Start - l[k - 1].End >= 2) wide++;
            if (l.IsSymbol(k, ';') || (l.IsSymbol(k, '.') && l.IsSymbol(k + 1, '.') && l.IsSymbol(k + 2, '.'))) wide++;
        }

        return numbers > 0 && wide > 0 && words <= 6 && !l.IsSymbol(end - 1, '.');
    }

    private static bool HasBars(LexemeList l, int first, int end)
    {
        int bars = 0;
        for (int k = first; k < end; k++)
        {
            if (l.IsSymbol(k, '|')) bars++;
        }

        return bars >= 2;
    }

    /// <summary>Index of the first lexeme of the line.</summary>
    public static int Start(LexemeList l, int i)
    {
        while (i > 0 && !l[i].StartsLine) i--;
        return i;
    }

    /// <summary>Index after the last lexeme of the line.</summary>
    public static int End(LexemeList l, int i)
    {
        do i++;
        while (i < l.Count && !l[i].StartsLine);
        return Math.Min(i, l.Count);
    }
}
