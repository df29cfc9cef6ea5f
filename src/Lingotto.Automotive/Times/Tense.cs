using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Times;

/// <summary>Whether the clause around a time speaks of what was, is or will be.</summary>
internal enum Tense : byte
{
    None,
    Past,
    Present,
    Future,
}

/// <summary>Tells the tense around a time expression by the nearest word that shows one; needs no tagger.</summary>
internal static class TenseReader
{
    private const int Reach = 14;
    private const int CommaCost = 6;

    /// <summary>The tense shown nearest to the lexemes from <paramref name="start"/> to <paramref name="end"/>, within the sentence.</summary>
    public static Tense Around(LexemeList l, int start, int end, bool clauseOnly = false) => ClueAround(l, start, end, clauseOnly).Tense;

    /// <summary>The tense, and how many days of nearness it outweighs: a clue far away says little.</summary>
    public static (Tense Tense, int Weight) ClueAround(LexemeList l, int start, int end, bool clauseOnly = false)
    {
        if (ByPreposition(l, start) is var tense and not Tense.None) return (tense, IsLoose(l, start) ? 60 : 400);
        (Tense left, int leftCost) = Scan(l, start - 1, -1, clauseOnly);
        (Tense right, int rightCost) = Scan(l, end, 1, clauseOnly);
        int cost = Math.Min(leftCost, rightCost);
        if (cost == int.MaxValue && !clauseOnly) return HasParticipleNear(l, start) ? (Tense.Past, 90) : (Tense.None, 0);
        return (leftCost <= rightCost ? left : right, cost <= 5 ? 240 : cost <= 10 ? 100 : 50);
    }

    /// <summary><c>for April</c> may look back as well as ahead.</summary>
    private static bool IsLoose(LexemeList l, int start) => l.TextOf(start - 1) is "for" or "per" or "before" || (l.Is(start - 1, WordClass.Article) && l.TextOf(start - 2) is "per");

    /// <summary>Whether an Italian participle without auxiliary stands before: <c>ottenuti a febbraio</c>.</summary>
    private static bool HasParticipleNear(LexemeList l, int start)
    {
        for (int i = start - 1; i > start - 6 && i >= 0 && !l.EndsSentence(i); i--)
        {
            ReadOnlySpan<char> word = l.TextOf(i);
            if (l.IsWord(i) && l[i].Entry is null && word.Length >= 6 && word[^2] == 't' && word[^1] is 'o' or 'a' or 'i' or 'e' && word[^3] is 'a' or 'u' or 'i') return true;
        }

        return false;
    }

    /// <summary>The tense that a preposition before the expression shows: <c>entro</c>, <c>until</c>, <c>since</c>.</summary>
    private static Tense ByPreposition(LexemeList l, int start)
    {
        for (int back = 1; back <= 4; back++)
        {
            int i = start - back;
            if (l.EndsSentence(i)) break;
            if (l.TextOf(i) is "least" or "almeno" or "at") continue;
            if (l.Is(i, WordClass.UntilPrep)) return Tense.Future;
            if (l.Is(i, WordClass.SincePrep)) return Tense.Past;
            if (!l.Is(i, WordClass.Article | WordClass.To | WordClass.InArticle | WordClass.FromOpen)) break;
        }

        return Tense.None;
    }

    private static (Tense Tense, int Cost) Scan(LexemeList l, int from, int step, bool clauseOnly)
    {
        int cost = 0;
        for (int i = from, n = 0; n < Reach && i >= 0 && i < l.Count; i += step, n++)
        {
            if (step < 0 ? l.EndsSentence(i) : l.EndsSentence(i - 1)) break;
            cost++;
            if (l[i].Kind == LexemeKind.Symbol && l[i].Symbol is ',' or ':' or '(' or ')' or '"' or '“' or '”' or '«' or '»' or '-' && !(l.IsGlued(i) && l.IsGlued(i + 1)))
            {
                if (clauseOnly) break;
                cost += CommaCost;
            }

            if (Of(l, i) is var tense and not Tense.None) return (tense, cost);
        }

        return (Tense.None, int.MaxValue);
    }

    private static Tense Of(LexemeList l, int i)
    {
        if (!l.IsWord(i)) return Tense.None;
        WordEntry? entry = l[i].Entry;
        if (entry is not null)
        {
            if (entry.Is(WordClass.NoVerb | WordClass.Month)) return Tense.None;
            if (entry.Is(WordClass.FutureClue)) return Tense.Future;
            if (entry.Is(WordClass.Auxiliary) && HasParticiple(l, i)) return Tense.Past;
            if (entry.Is(WordClass.PastClue)) return Tense.Past;
            if (entry.Is(WordClass.PresentClue)) return Tense.Present;
        }

        return ByEnding(l.TextOf(i));
    }

    private static bool HasParticiple(LexemeList l, int i)
    {
        int j = i + 1;
        while (j <= i + 3 && (l.Is(j, WordClass.NoVerb | WordClass.Auxiliary) || l.TextOf(j).EndsWith("mente") || l.TextOf(j).EndsWith("ly"))) j++;
        if (!l.IsWord(j) || l.Is(j, WordClass.FutureClue)) return false;
        ReadOnlySpan<char> word = l.TextOf(j);
        return IsParticiple(word) || word.EndsWith("ed") || l.Is(j, WordClass.PastClue);
    }

    private static bool IsParticiple(ReadOnlySpan<char> word) => word.Length >= 4 && word[^1] is 'o' or 'a' or 'i' or 'e'
        && ((word[^2] == 't' && word[^3] is 'a' or 'u' or 'i' or 's' or 't' or 'r' or 'n') || (word[^2] == 's' && word[^3] is 'e' or 'i' or 'u' or 'o' or 'r' or 's'));

    private static Tense ByEnding(ReadOnlySpan<char> word)
    {
        if (word.Length < 4) return Tense.None;
        if (word.EndsWith("rà") || word.EndsWith("ranno") || word.EndsWith("remo") || word.EndsWith("rebbe") || word.EndsWith("rebbero") || word.EndsWith("ra'")) return Tense.Future;
        if (word.EndsWith("avano") || word.EndsWith("evano") || word.EndsWith("ivano") || word.EndsWith("arono") || word.EndsWith("irono")) return Tense.Past;
        if (word.Length >= 5 && (word[^1] == 'ò' || word.EndsWith("ava") || word.EndsWith("ed"))) return Tense.Past;
        return Tense.None;
    }
}
