using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Quotes;

/// <summary>Whether a name, or a pronoun, is a woman's or a man's.</summary>
internal enum SpeakerGender
{
    Female,
    Male,
}

/// <summary>A pronoun that speaks (<c>she</c>, <c>lui</c>), or a noun in place of a name (<c>il manager</c>, <c>the senator</c>).</summary>
/// <param name="Gender">Its gender; null where it has none.</param>
/// <param name="Sort">The sort of organization that such persons belong to (<c>company</c>, <c>government</c>, <c>union</c>); null for any.</param>
internal sealed record SpokenPronoun(SpeakerGender? Gender, string? Sort)
{
    private const int Reach = 3;

    /// <summary>The one before or after a word of saying, past auxiliaries and articles; null where there is none.</summary>
    public static SpokenPronoun? Beside(LexemeList l, int cue)
    {
        for (int i = cue - 1; i >= cue - Reach && l.IsWord(i); i--)
        {
            if (l.Is(i, UnitClass.Pronoun)) return Of(l, i);
            if (!l.Is(i, WordClass.Auxiliary | WordClass.NoVerb) && !l.Is(i, UnitClass.Reporting)) break;
        }

        for (int i = cue + 1; i <= cue + Reach && l.IsWord(i); i++)
        {
            if (l.Is(i, UnitClass.Pronoun)) return Of(l, i);
            if (!l.Is(i, WordClass.Article | WordClass.Indefinite) && !l.Is(i, UnitClass.Reporting)) break;
        }

        return null;
    }

    private static SpokenPronoun Of(LexemeList l, int i) => new(
        l.Is(i, UnitClass.SheWord) ? SpeakerGender.Female : l.Is(i, UnitClass.HeWord) ? SpeakerGender.Male : null,
        l.Is(i, UnitClass.CompanyPerson) ? "company" : l.Is(i, UnitClass.GovernmentPerson) ? "government" : l.Is(i, UnitClass.UnionPerson) ? "union" : null);
}
