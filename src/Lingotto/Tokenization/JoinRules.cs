namespace Lingotto;

/// <summary>The exact rules for two atoms without space between them; what they leave open is learned.</summary>
internal static class JoinRules
{
    public enum Verdict : byte { Split, Join, Ask }

    /// <summary>The verdict for the place between <paramref name="left"/> and <paramref name="right"/>.</summary>
    /// <param name="before">The atom before the left one.</param>
    /// <param name="left">The left atom.</param>
    /// <param name="right">The right atom, without space before it.</param>
    /// <param name="after">The atom after the right one.</param>
    /// <param name="leftJoined">Whether the left atom was joined to the one before it.</param>
    public static Verdict Of(in Atom before, in Atom left, in Atom right, in Atom after, bool leftJoined)
    {
        if (left.Kind == AtomKind.Address || right.Kind == AtomKind.Address) return Verdict.Split;
        if (left.Kind == AtomKind.Digits && right.Kind == AtomKind.Symbol)
        {
            bool number = after.Kind == AtomKind.Digits && after.Before == Gap.None && right.Length == 1;
            if (number && right.First is '.' or ',' or ':' or '/') return Verdict.Join;
        }

        if (leftJoined && left.Kind == AtomKind.Symbol && left.Length == 1 && right.Kind == AtomKind.Digits
            && before.Kind == AtomKind.Digits && left.First is '.' or ',' or ':' or '/')
        {
            return Verdict.Join;
        }

        if (left.Shape == Shape.Initial && left.Before >= Gap.Line && right.Is('.') && right.Length == 1 && after.Shape is Shape.Title or Shape.Initial) return Verdict.Join;
        if (left.Kind == AtomKind.Symbol && right.Kind == AtomKind.Symbol) return OfSymbols(left.First, right.First);
        char symbol = left.Kind == AtomKind.Symbol ? left.First : right.Kind == AtomKind.Symbol ? right.First : '\0';
        return symbol != '\0' && AlwaysAlone(symbol) ? Verdict.Split : Verdict.Ask;
    }

    private static Verdict OfSymbols(char left, char right)
    {
        if (left is ':' or ';' or '=' or '8' && right is ')' or '(' or '-' or '/' or '|' or '\\' or '\'' or '*') return Verdict.Ask;
        if (left is '-' or '\'' && right is ')' or '(' or '/' or '|') return Verdict.Ask;
        return AlwaysAlone(left) && !IsEnd(left) || AlwaysAlone(right) && !IsEnd(right) ? Verdict.Split : Verdict.Ask;
    }

    private static bool IsEnd(char symbol) => symbol is '!' or '?';

    private static bool AlwaysAlone(char symbol) => symbol switch
    {
        ',' or ';' or '(' or ')' or '[' or ']' or '{' or '}' or '"' or '!' or '?' or '|' or '%' or '\\' => true,
        < (char)128 => false,
        '\'' or '\u00B0' or '\u00BA' or '\u00AA' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u00B7' => false,
        _ => true,
    };
}
