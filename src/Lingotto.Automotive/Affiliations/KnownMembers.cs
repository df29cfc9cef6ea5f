using Lingotto.Automotive.Quotes;

namespace Lingotto.Automotive.Affiliations;

/// <summary>Affiliations of persons with organizations of the same sentence in which the knowledge base gives them a post. Immutable.</summary>
internal sealed class KnownMembers(Lexing.LexemeList l, MentionGaps gaps, KnownPosts posts)
{
    private IReadOnlyList<MentionAt> M => gaps.M;

    public void Read(int person, AffiliationSet found)
    {
        if (posts.Of(M[person].Entity!) is not { } known) return;
        int start = gaps.SentenceStart(l.IndexFrom(M[person].Start)), from = l[start].Start;
        for (int m = person - 1; m >= 0 && M[m].Start >= from; m--) Add(person, m, known, found);
        int end = l.IndexFrom(M[person].End);
        for (int m = person + 1; m < M.Count; m++)
        {
            int at = l.IndexFrom(M[m].Start);
            if (gaps.CrossesSentence(end, at)) return;
            end = at;
            Add(person, m, known, found);
        }
    }

    private void Add(int person, int organization, IReadOnlyList<string> known, AffiliationSet found)
    {
        if ((M[organization].IsOrganization || M[organization].IsPlace) && M[organization].Entity?.Kb is { } id && known.Contains(id.Value)) found.Add(M[person].Id, M[organization].Id, null);
    }
}
