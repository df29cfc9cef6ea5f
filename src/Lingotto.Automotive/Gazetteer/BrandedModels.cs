using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>Joins a brand and the short name of one of its models that follows it: <c>Alfa</c> + <c>Giulia</c>.</summary>
internal static class BrandedModels
{
    /// <summary>Whether an English text may print the entry's name in the plural.</summary>
    public static bool HasPlural(KnowledgeBaseEntry entry) =>
        entry.Kind == EntityKind.VehicleModel || entry.Subkind == EntitySubkind.Brand || entry.Subkind == EntitySubkind.Carmaker;

    /// <summary>Adds the joined names to matches in order of start, longest first.</summary>
    public static void AddTo(List<GazetteerMatch> matches, Document document, KnowledgeBase knowledgeBase)
    {
        string text = document.Text;
        for (int brand = 0; brand < matches.Count; brand++)
        {
            GazetteerMatch left = matches[brand];
            if (!left.Has(EntityKind.Organization)) continue;
            for (int next = brand + 1; next < matches.Count && matches[next].Span.Start <= left.Span.End + 1; next++)
            {
                GazetteerMatch right = matches[next];
                if (right.Span.Start != left.Span.End + 1 || text[left.Span.End] is not (' ' or '\u00a0' or '-')) continue;
                if (Join(left, right, knowledgeBase) is not { Count: > 0 } candidates) continue;
                TextSpan span = TextSpan.FromBounds(left.Span.Start, right.Span.End);
                Insert(matches, new GazetteerMatch(span, left.FirstToken, right.EndToken, candidates), ref brand);
                break;
            }
        }
    }

    private static List<GazetteerCandidate>? Join(GazetteerMatch left, GazetteerMatch right, KnowledgeBase knowledgeBase)
    {
        List<GazetteerCandidate>? joined = null;
        foreach (GazetteerCandidate model in right.Candidates)
        {
            if (model.Entry.Kind != EntityKind.VehicleModel) continue;
            foreach (GazetteerCandidate maker in left.Candidates)
            {
                if (!knowledgeBase.IsPartOf(model.Entry.Id, maker.Entry.Id)) continue;
                (joined ??= []).Add(model with { Exactness = GazetteerExactness.Composed, IsAmbiguous = false });
                break;
            }
        }

        return joined;
    }

    private static void Insert(List<GazetteerMatch> matches, GazetteerMatch match, ref int from)
    {
        int at = from;
        while (at > 0 && matches[at - 1].Span.Start == match.Span.Start) at--;
        while (at < matches.Count && matches[at].Span.Start == match.Span.Start && matches[at].Span.Length > match.Span.Length) at++;
        if (at < matches.Count && matches[at].Span == match.Span) return;
        matches.Insert(at, match);
        if (at <= from) from++;
    }
}
