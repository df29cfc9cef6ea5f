using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Quantities;

/// <summary>Finds what a cardinal counts: the noun after it, or what the sentence is about.</summary>
internal static class UnitContext
{
    private const int Reach = 4;

    /// <summary>What stands after a cardinal.</summary>
    /// <param name="Unit">The unit; null where no known noun follows.</param>
    /// <param name="End">Index after the noun.</param>
    /// <param name="HasNoun">Some other noun follows.</param>
    /// <param name="IsNamed">A name follows, as in <c>4.200 Eurocargo</c>.</param>
    public readonly record struct Noun(string? Unit, int End, bool HasNoun, bool IsNamed);

    /// <summary>The noun after a cardinal: directly, past <c>di</c>, or past adjectives and a name.</summary>
    public static Noun After(LexemeList l, int i, Cardinal number)
    {
        bool italian = WordTable.Of(l.Document.Language).IsItalian;
        int j = number.End;
        if (l.Is(j, WordClass.Of) && italian && l.TextOf(j) is "di" or "d'" or "d’" && (number.Scale > 1000 || l.Is(j - 1, WordClass.Collective))) j++;
        int first = j, names = 0;
        for (; j < first + Reach && l.IsWord(j) && !l.StartsLine(j); j++)
        {
            if (UnitAt(l, j) is { } unit) return new Noun(unit, j + 1, true, false);
            if (l[j].IsCapitalized) names++;
            else if (j > first && names == 0 && !italian && j > first + 1) break;
            if (IsBoundary(l, j)) break;
            if (l.IsSymbol(j + 1, '-') && l.IsGlued(j + 1)) j++;
        }

        bool word = l.IsWord(first) && !l.StartsLine(first) && !IsBoundary(l, first) && !IsVerbal(l, first);
        bool shouted = l[first].Length > 1 && char.IsUpper(l.TextOf(first)[1]) && l.IsWord(i) && l[i].Length > 1 && char.IsUpper(l.TextOf(i)[1]);
        bool named = word && l[first].IsCapitalized && !shouted && !l.Is(first, UnitClass.CountNoun) && !(l.IsWord(first + names) && !IsBoundary(l, first + names) && !l.StartsLine(first + names) && !italian && !IsVerbal(l, first + names));
        bool noun = word && !named && l[first].Length > 2 && !IsParticiple(l, first, italian);
        if (noun && l.IsSymbol(first + 1, '-') && l.IsGlued(first + 1) && l.IsGlued(first + 2) && l.IsWord(first + 2)) return new Noun(null, first + 3, true, false);
        return new Noun(null, noun ? first + 1 + (l[first].IsCapitalized && names > 0 && l.IsWord(first + names) ? names : 0) : number.End, noun, named);
    }

    /// <summary><c>20mila promessi</c>: the noun is understood.</summary>
    private static bool IsParticiple(LexemeList l, int i, bool italian)
    {
        ReadOnlySpan<char> word = l.TextOf(i);
        return italian && word.Length > 5 && (word.EndsWith("essi") || word.EndsWith("esse") || word.EndsWith("isti") || word.EndsWith("iste") || word.EndsWith("nuti") || word.EndsWith("nute"));
    }

    /// <summary>The noun of a whole that the cardinal is a part of: <c>250 of the 6,000 staff</c>, <c>1.150 dei 1.900 addetti</c>.</summary>
    public static string? Partitive(LexemeList l, int end)
    {
        if (!l.Is(end, WordClass.Of) && l.TextOf(end) is not ("su" or "out")) return null;
        int j = end + 1;
        for (int skipped = 0; skipped < 3 && (l.Is(j, WordClass.Of | WordClass.Article | WordClass.InArticle) || l.TextOf(j) is "suoi" or "sue" or "its" or "their"); skipped++) j++;
        if (l.StartsLine(j)) return null;
        if (Cardinal.Read(l, j) is { } whole && !l.Is(j, WordClass.Indefinite)) j = whole.End;
        return UnitAt(l, j) is { } unit ? (unit is "people" ? "jobs" : unit is "piece" ? "vehicles" : unit) : null;
    }

    private static string? UnitAt(LexemeList l, int j)
    {
        if (l[j].Entry is not { } entry) return null;
        if (entry.Is(UnitClass.People)) return "people";
        if (entry.Is(UnitClass.Piece)) return "piece";
        return entry.Is(UnitClass.Unit) ? entry.Value(UnitClass.Unit) : null;
    }

    private static bool IsBoundary(LexemeList l, int j) =>
        l.Is(j, WordClass.Of | WordClass.Article | WordClass.InArticle | WordClass.And | WordClass.To | WordClass.FromOpen | WordClass.Within | WordClass.UntilPrep | WordClass.Auxiliary | WordClass.PresentClue | WordClass.PastClue | WordClass.FutureClue | WordClass.Distributive);

    private static bool IsVerbal(LexemeList l, int j) => l.Is(j, WordClass.NoVerb | WordClass.This | WordClass.That | WordClass.Month | WordClass.DeicticDay);

    /// <summary>The unit that the words before speak of, nearest first, within the sentence; null where they speak of none.</summary>
    public static string? Before(LexemeList l, int i, int reach = 24)
    {
        for (int k = i - 1; k >= 0 && k > i - reach; k--)
        {
            if (l.EndsSentence(k) || (reach < 10 && l.IsSymbol(k, ','))) break;
            if (l[k].Entry is not { } entry) continue;
            if (entry.Is(UnitClass.Audience)) return "count";
            if (entry.Is(UnitClass.Unit) && entry.Value(UnitClass.Unit) is var unit && (unit is "vehicles" or "jobs" or "models")) return unit;
            if (entry.Is(UnitClass.Employment)) return "jobs";
            if (entry.Is(UnitClass.Production)) return "vehicles";
        }

        return null;
    }

    /// <summary>The unit that the clause after speaks of: <c>3,600 are being dismissed</c>.</summary>
    public static string? Ahead(LexemeList l, int end)
    {
        for (int k = end; k < end + 8 && k < l.Count && !l.StartsLine(k); k++)
        {
            if (l[k].Kind == LexemeKind.Symbol && l[k].Symbol is '.' or ',' or ':' or ';' or '(' or '-' or '?' or '!') break;
            if (l.Is(k, UnitClass.Employment)) return "jobs";
            if (l[k].Entry is { } entry && entry.Is(UnitClass.Unit) && entry.Value(UnitClass.Unit) is var unit && (unit is "vehicles" or "jobs")) return unit;
        }

        return null;
    }

    /// <summary>Whether persons counted here are an audience, a crowd, a source, and not workers.</summary>
    public static bool IsAudience(LexemeList l, int i) => Has(l, i, UnitClass.Audience, out int audience) && !(Has(l, i, UnitClass.Employment, out int work) && work < audience);

    public static bool IsAboutWork(LexemeList l, int i) => Has(l, i, UnitClass.Employment, out _);

    /// <summary>Whether the sentence has a word of a class, and how far away the nearest is.</summary>
    private static bool Has(LexemeList l, int i, UnitClass unitClass, out int distance)
    {
        distance = int.MaxValue;
        for (int k = i - 1, n = 1; k >= 0 && n < 30; k--, n++)
        {
            if (l.EndsSentence(k)) break;
            if (l.Is(k, unitClass)) { distance = n; break; }
        }

        for (int k = i + 1, n = 1; k < l.Count && n < Math.Min(30, distance); k++, n++)
        {
            if (l.EndsSentence(k - 1)) break;
            if (l.Is(k, unitClass)) { distance = n; break; }
        }

        return distance != int.MaxValue;
    }
}
