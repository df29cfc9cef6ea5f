using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Quantities;

/// <summary>Whether a percentage falls, by the words around it: <c>un calo del 3%</c>, <c>24% fewer</c>, <c>è sceso del 4,2%</c>.</summary>
internal static class Direction
{
    private const int Back = 12;
    private const int Ahead = 5;

    /// <summary>-1 where the text says that it falls, 1 where it says that it grows, 0 where it says neither.</summary>
    public static int Of(LexemeList l, int start, int end)
    {
        if (After(l, end) is var after and not 0) return after;
        return IsLevel(l, start) ? 0 : Before(l, start);
    }

    private static int After(LexemeList l, int end)
    {
        for (int k = end; k < end + Ahead && k < l.Count; k++)
        {
            if (l.EndsSentence(k - 1) && k > end) break;
            if (l[k].Kind == LexemeKind.Symbol && l[k].Symbol is ',' or '(' or ')' or ':') break;
            if (k > end && l.IsNumber(k)) break;
            if (l.StartsLine(k)) break;
            bool comparison = k <= end + 1;
            if (l.Is(k, UnitClass.Decline) && comparison && IsComparison(l, k)) return -1;
            if (l.Is(k, UnitClass.Growth) && comparison && IsComparison(l, k)) return 1;
        }

        return 0;
    }

    /// <summary>After a percentage only <c>in meno</c>, <c>down</c>, <c>fewer</c>, <c>lower</c>, <c>drop</c> compare; a verb there begins something else.</summary>
    private static bool IsComparison(LexemeList l, int k) =>
        l.TextOf(k - 1) is "in" || l.TextOf(k) is "down" or "fewer" or "lower" or "less" or "drop" or "decline" or "fall" or "decrease" or "slump" or "contraction" or "more" or "higher" or "up" or "rise" or "increase" or "off" or "below" or "jump" or "growth" or "dip" or "slide" or "plunge" or "inferiore" or "inferiori";

    private static int Before(LexemeList l, int start)
    {
        for (int k = start - 1; k > start - Back && k >= 0; k--)
        {
            if (l.EndsSentence(k) && k < start - 1) return 0;
            if (l[k].Entry is not { } entry) continue;
            if (entry.Is(UnitClass.Stake) && !entry.Is(UnitClass.Decline) && IsNear(l, k, start)) return 0;
            if (entry.Is(UnitClass.Decline) && !IsSaleOfStake(l, k, start)) return -1;
            if (entry.Is(UnitClass.Growth) && !entry.Is(UnitClass.Decline)) return 1;
        }

        return 0;
    }

    private static bool IsNear(LexemeList l, int k, int start) => start - k <= 3 && !l.IsSymbol(k + 1, ',');

    /// <summary><c>cede a Seri il 98%</c> is a stake, <c>cede il 5%</c> a fall.</summary>
    private static bool IsSaleOfStake(LexemeList l, int k, int start)
    {
        if (!l.Is(k, UnitClass.Stake)) return false;
        for (int i = k + 1; i < start; i++)
        {
            if (l.IsWord(i) && !l.Is(i, WordClass.Article | WordClass.InArticle | WordClass.Of)) return true;
        }

        return false;
    }

    /// <summary><c>sceso dal 78,5% al 73,5%</c>, <c>fell to 5%</c>, <c>dazi al 15%</c>: a level, not a change.</summary>
    private static bool IsLevel(LexemeList l, int start)
    {
        int k = start - 1;
        if (l.Is(k, UnitClass.LoanLevel)) return true;
        return l.Is(k, WordClass.Article) && l.Is(k - 1, UnitClass.LoanLevel);
    }
}
