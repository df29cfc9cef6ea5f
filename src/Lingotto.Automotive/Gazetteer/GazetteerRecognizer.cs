using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>
/// Takes the longest names of the knowledge base for mentions: the plainest recogniser, for where no trained one is at hand. Immutable,
/// safe for concurrent use.
/// </summary>
internal sealed class GazetteerRecognizer(KnowledgeBase knowledgeBase) : IMentionRecognizer
{
    private const double SafeConfidence = 0.8, UnsafeConfidence = 0.5;
    private static readonly HashSet<(string Kind, string Word)> Preceding = [.. Resources.ReadRows("gazetteer/preceding.tsv").Select(r => (r[0], r[1]))];

    public IReadOnlyList<NameMention> Find(ArticleContext article)
    {
        IReadOnlyList<GazetteerMatch> matches = knowledgeBase.Gazetteer.Find(article.Document);
        HashSet<EntityId> certain = [.. matches.Where(m => !m.IsAmbiguous && m.Exactness <= GazetteerExactness.Composed).SelectMany(m => m.Candidates).Select(c => c.Entry.Id)];
        var mentions = new List<NameMention>();
        int end = 0;
        foreach (GazetteerMatch match in matches)
        {
            if (match.Span.Start < end || article.IsBoilerplate(match.Span)) continue;
            TextSpan span = Trim(match, article.Document.Text);
            if (Choose(match, span, article.Document, certain) is not { } candidate) continue;
            mentions.Add(new NameMention(span, candidate.Entry.Kind, candidate.IsAmbiguous ? UnsafeConfidence : SafeConfidence));
            end = match.Span.End;
        }

        return mentions;
    }

    private static GazetteerCandidate? Choose(GazetteerMatch match, TextSpan span, Document document, HashSet<EntityId> certain)
    {
        foreach (GazetteerCandidate candidate in match.Candidates)
        {
            if (!candidate.IsAmbiguous || candidate.Exactness == GazetteerExactness.Composed || certain.Contains(candidate.Entry.Id)) return candidate;
        }

        foreach (GazetteerCandidate candidate in match.Candidates)
        {
            if (candidate.Exactness != GazetteerExactness.Surname && HasEvidence(candidate, span, document, certain)) return candidate;
        }

        return null;
    }

    private static bool HasEvidence(GazetteerCandidate candidate, TextSpan span, Document document, HashSet<EntityId> certain)
    {
        if (char.IsDigit(document.Text[span.Start])) return false;
        if (candidate.Entry.Kind == EntityKind.VehicleModel && (candidate.Entry.Parent is not { } maker || !certain.Contains(maker))) return false;
        int token = document.TokenAtOrAfter(span.Start);
        if (token == 0) return false;
        string before = document.Tokens[token - 1].Text.ToString();
        return Preceding.Contains((candidate.Entry.Kind.Name, before)) || (candidate.Entry.Kind == EntityKind.Plant && Preceding.Contains(("Place", before)));
    }

    /// <summary>The name without generic words in small letters before it, and after it where it is a plant or a model (<c>stabilimento di</c>, <c>ibrida</c>).</summary>
    private static TextSpan Trim(GazetteerMatch match, string text)
    {
        int start = match.Span.Start, end = match.Span.End;
        while (FoldedName.TryNext(text.AsSpan(0, end), start, out NameAtom atom) && IsSmallWord(atom) && atom.End < end && text[atom.End] is ' ' or '\'' or '’') start = atom.End + 1;
        if (start >= end || !text.AsSpan(start, end - start).ContainsAnyExcept(' ')) return match.Span;
        if (match.Has(EntityKind.Plant) || match.Has(EntityKind.VehicleModel))
        {
            for (int space; (space = text.AsSpan(start, end - start).LastIndexOf(' ')) > 0 && char.IsLower(text[start + space + 1]);) end = start + space;
        }

        return TextSpan.FromBounds(start, end);
    }

    private static bool IsSmallWord(in NameAtom atom) => (atom.Shape & (AtomShape.AnyUpper | AtomShape.AnyDigit)) == 0;
}
