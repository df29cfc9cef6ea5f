using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>Adds the names of entities of a user's own kinds, which no trained recogniser knows: their unambiguous names, in place of what overlaps them.</summary>
internal sealed class OwnKindNames(IMentionRecognizer inner, Gazetteer gazetteer) : IMentionRecognizer
{
    private const double Confidence = 0.9;

    /// <summary>The recogniser with own kinds where the knowledge base has some, else the recogniser itself.</summary>
    public static IMentionRecognizer Around(IMentionRecognizer inner, KnowledgeBase knowledgeBase) =>
        !ReferenceEquals(knowledgeBase, KnowledgeBase.Default) && knowledgeBase.Entries.Any(e => IsOwn(e.Kind)) ? new OwnKindNames(inner, knowledgeBase.Gazetteer) : inner;

    public IReadOnlyList<NameMention> Find(ArticleContext article)
    {
        List<NameMention> own = [];
        foreach (GazetteerMatch match in gazetteer.Find(article.Document))
        {
            GazetteerCandidate candidate = match.Candidates[0];
            if (!IsOwn(candidate.Entry.Kind) || candidate.IsAmbiguous || article.IsBoilerplate(match.Span)) continue;
            own.Add(new NameMention(match.Span, candidate.Entry.Kind, Confidence));
        }

        IReadOnlyList<NameMention> names = inner.Find(article);
        return own.Count == 0 ? names : [.. names.Where(n => !own.Exists(o => o.Span.Overlaps(n.Span))).Concat(own).OrderBy(n => n.Span)];
    }

    private static bool IsOwn(EntityKind kind) => !EntityKind.All.Contains(kind);
}
