using Lingotto.Automotive.Lexing;
using Lingotto.Automotive.Quotes;

namespace Lingotto.Automotive.Affiliations;

/// <summary>Finds who had a post before: <c>X succede a Y come direttrice di Z</c>; <c>… X direttrice di Z. Prende il posto di Y</c>. Immutable.</summary>
internal sealed class SucceededHolders(LexemeList l, MentionGaps gaps)
{
    private const int LongGap = 9;
    private const int VerbWords = 3;

    /// <summary>Ids of the persons that a verb joins to the holder of a post.</summary>
    /// <param name="person">Index of the mention of the new holder.</param>
    /// <param name="last">Index of the last mention of the post: the title, the organization or the person.</param>
    public IEnumerable<string> Of(int person, int last)
    {
        foreach (int other in (int[])[person - 1, person + 1])
        {
            if (other < 0 || other >= gaps.M.Count || !gaps.M[other].IsPerson) continue;
            (int first, int end) = gaps.Gap(Math.Min(person, other), Math.Max(person, other));
            if (end - first <= LongGap && !gaps.CrossesSentence(first, end) && gaps.HasAny("succeeds", first, end)) yield return gaps.M[other].Id;
        }

        if (Next(last) is { } next) yield return next;
    }

    /// <summary>The first person of the next clause, where that begins with the verb: <c>. Subentra a Y</c>, <c>; he replaces Y</c>.</summary>
    private string? Next(int last)
    {
        int next = last + 1;
        if (next >= gaps.M.Count || !gaps.M[next].IsPerson) return null;
        (int first, int end) = gaps.Gap(last, next);
        int border = first;
        while (border < end && !l.IsSymbol(border, '.') && !l.IsSymbol(border, ';') && !(l.IsSymbol(border, ',') && l.Is(border + 1, UnitClass.Relative))) border++;
        if (border >= end - 1 || border > first + LongGap || end - border > LongGap || gaps.CrossesSentence(border + 1, end)) return null;
        int verb = l.Is(border + 1, UnitClass.Pronoun | UnitClass.Relative) ? border + 2 : border + 1;
        return gaps.HasAny("succeeds", verb, Math.Min(end, verb + VerbWords)) ? gaps.M[next].Id : null;
    }
}
