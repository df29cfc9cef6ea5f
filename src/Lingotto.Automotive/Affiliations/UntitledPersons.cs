using Lingotto.Automotive.Lexing;
using Lingotto.Automotive.Quotes;

namespace Lingotto.Automotive.Affiliations;

/// <summary>Affiliations of persons by an organization beside them, without a title. Immutable.</summary>
internal sealed class UntitledPersons(LexemeList l, MentionGaps gaps)
{
    private const int LongGap = 9;
    private const int SitsGap = 12;

    private IReadOnlyList<MentionAt> M => gaps.M;

    public void Read(int person, AffiliationSet found)
    {
        ReadAfter(person, found);
        ReadBefore(person, found);
    }

    private void ReadAfter(int person, AffiliationSet found)
    {
        int next = person + 1;
        if (next >= M.Count || !M[next].IsOrganization) return;
        if (!gaps.IsParenthesis(person, next) && !IsOf(person, next) && !IsLeader(person, next) && !IsMember(person, next) && !IsEx(person, next)) return;
        found.Add(M[person].Id, M[next].Id, null);
        if (next + 1 < M.Count && M[next + 1].IsOrganization && gaps.Gap(next, next + 1) is var (a, b) && b - a == 1 && l.TextOf(a) is "sia" or "e" or "and") found.Add(M[person].Id, M[next + 1].Id, null);
    }

    private void ReadBefore(int person, AffiliationSet found)
    {
        int previous = person - 1, next = person + 1;
        if (previous < 0 || !(M[previous].IsOrganization || M[previous].IsPlace)) return;
        (int first, int end) = gaps.Gap(previous, person);
        if (gaps.CrossesSentence(first, end)) return;
        bool genitive = end > first && end - first <= 3 && l.TextOf(first) is "s" && HasApostrophe(previous);
        bool governed = M[previous].IsOrganization && (IsGoverned(first, end) || IsDescribed(first, end));
        if (!genitive && !governed && !gaps.IsGenitive(first, end)) return;
        found.Add(M[person].Id, M[previous].Id, null);
        if (governed && next < M.Count && M[next].IsPerson && gaps.Gap(person, next) is var (c, d) && d - c == 1 && l.Is(c, WordClass.And)) found.Add(M[next].Id, M[previous].Id, null);
    }

    private bool IsGoverned(int first, int end) => end - first == 1 && l.TextOf(first) is "of";

    /// <summary><c>Y, the agency of X</c>; <c>Y, l'agenzia di X</c>.</summary>
    private bool IsDescribed(int first, int end) =>
        end - first is >= 4 and <= 6 && l.IsSymbol(first, ',') && l.Is(first + 1, WordClass.Article) && l.Is(end - 1, WordClass.Of) && gaps.HasAny("generic", first + 2, end - 1);

    private bool HasApostrophe(int mention) => M[mention].End < l.Text.Length && l.Text[M[mention].End] is '\'' or '’' || (M[mention].End > 0 && l.Text[M[mention].End - 1] is '\'' or '’');

    private bool IsOf(int person, int organization)
    {
        (int first, int end) = gaps.Gap(person, organization);
        if (end == first || end - first > 2 || gaps.CrossesSentence(first, end)) return false;
        bool english = !WordTable.Of(l.Document.Language).IsItalian;
        return english ? l.TextOf(first) is "of" : l.TextOf(first) is "di" or "della" or "del" or "dell'" or "dell’";
    }

    /// <summary><c>X, che da dicembre guida Y</c>, <c>X, who heads the dealers' lobby Y</c>, <c>X, alla guida di Y</c>.</summary>
    private bool IsLeader(int person, int organization)
    {
        (int first, int end) = gaps.Gap(person, organization);
        if (end - first is < 2 or > LongGap + 2 || gaps.CrossesSentence(first, end)) return false;
        bool relative = l.IsSymbol(first, ',') && (l.TextOf(first + 1) is "who" or "che" || gaps.HasAny("leads", first, end));
        bool bare = gaps.HasAny("leads", first, end) && end - first <= 4;
        return (relative && (gaps.HasAny("leads", first, end) || gaps.HasAny("sits", first, end))) || bare || IsPreposedLeader(organization);
    }

    /// <summary><c>X, a welder and a member of Y</c>; <c>X, saldatrice e iscritta a Y</c>.</summary>
    private bool IsMember(int person, int organization)
    {
        (int first, int end) = gaps.Gap(person, organization);
        if (end - first is < 3 or > SitsGap || !l.IsSymbol(first, ',') || gaps.CrossesSentence(first, end)) return false;
        int noun = end - 1;
        while (noun > first && (l.Is(noun, WordClass.Article | WordClass.InArticle | WordClass.Of) || l.Is(noun, UnitClass.Governs))) noun--;
        return noun < end - 1 && gaps.Is("member", noun);
    }

    /// <summary><c>X, che di Y guida l'Europa</c>: the verb comes after.</summary>
    private bool IsPreposedLeader(int organization)
    {
        int after = l.IndexFrom(M[organization].End);
        return l.TextOf(l.IndexFrom(M[organization].Start) - 2) is "che" && gaps.Is("leads", after);
    }

    /// <summary><c>X, ex Brembo</c>, <c>X joins Y</c>.</summary>
    private bool IsEx(int person, int organization)
    {
        (int first, int end) = gaps.Gap(person, organization);
        return end - first is >= 1 and <= 3 && !gaps.CrossesSentence(first, end) && gaps.HasAny("joins", first, end);
    }
}
