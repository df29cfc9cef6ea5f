using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>Chooses the entry that a cluster of names means, or none. Safe for concurrent use.</summary>
internal sealed class LinkRanker(LinkWeights weights)
{
    private const double Threshold = 0;

    /// <summary>The best link of the cluster; null where none is more probable than not.</summary>
    public EntityLink? Best(EntityCluster cluster, ArticleKnowledge knowledge, Language language)
    {
        Span<double> features = stackalloc double[LinkWeights.Count];
        Span<double> best = stackalloc double[LinkWeights.Count];
        KnowledgeBaseEntry? entry = null;
        double bestScore = Threshold;
        foreach (NameForm form in cluster.Forms)
        {
            foreach (LinkCandidate candidate in form.Candidates)
            {
                Observe(form, candidate, knowledge, language, features);
                double score = weights.LogOdds(features);
                if (score <= bestScore) continue;
                (bestScore, entry) = (score, candidate.Entry);
                features.CopyTo(best);
            }
        }

        return entry is null ? null : new EntityLink(entry, 1 / (1 + Math.Exp(-bestScore)), weights.Explain(best));
    }

    /// <summary>What is observed of a form and one of its candidates.</summary>
    public static void Observe(NameForm form, in LinkCandidate candidate, ArticleKnowledge knowledge, Language language, Span<double> features)
    {
        features.Clear();
        features[(int)LinkFeature.Bias] = 1;
        features[(int)Fit(candidate)] = 1;
        bool surname = candidate.Exactness == GazetteerExactness.Surname;
        bool named = knowledge.IsNamed(candidate.Entry);
        if (candidate.IsAmbiguous && candidate.Way == CandidateWay.Name) features[(int)(surname ? LinkFeature.AmbiguousSurname : LinkFeature.Ambiguous)] = 1;
        if (candidate.Entry.Kind == form.Kind) features[(int)LinkFeature.SameKind] = 1;
        else
        {
            features[(int)LinkFeature.OtherKind] = form.Confidence;
            if (IsPlantAndPlace(candidate.Entry.Kind, form.Kind)) features[(int)LinkFeature.PlantForPlace] = 1;
        }

        if (named && (candidate.IsAmbiguous || candidate.IsPartial)) features[(int)LinkFeature.SafelyNamed] = 1;
        if (knowledge.ParentIsNamed(candidate.Entry)) features[(int)LinkFeature.ParentNamed] = 1;
        if (knowledge.PlaceIsNamed(candidate.Entry)) features[(int)LinkFeature.PlaceNamed] = 1;
        if (knowledge.ChildIsNamed(candidate.Entry)) features[(int)LinkFeature.ChildNamed] = 1;
        if (knowledge.SiblingIsNamed(candidate.Entry)) features[(int)LinkFeature.SiblingNamed] = 1;
        if (!candidate.Entry.IsVerified) features[(int)LinkFeature.Unverified] = 1;
        if (candidate.Entry.Kind == EntityKind.Person && !surname && form.Pieces.Length > 1) features[(int)LinkFeature.PersonFullName] = 1;
        if (form.Text.Length <= 3 || (form.Pieces.Length == 1 && char.IsAsciiDigit(form.Text[0]))) features[(int)LinkFeature.ShortName] = 1;
        ObserveRivals(form, candidate, features);
        ObserveLanguage(form, candidate.Entry, language, features);
    }

    private static LinkFeature Fit(in LinkCandidate candidate)
    {
        if (candidate.Way == CandidateWay.Town) return LinkFeature.PlantByTown;
        if (candidate.Way == CandidateWay.Beginning) return LinkFeature.Beginning;
        if (candidate.IsPartial) return LinkFeature.Partial;
        return candidate.Exactness switch
        {
            GazetteerExactness.Exact => candidate.IsAlias ? LinkFeature.Alias : LinkFeature.MainName,
            GazetteerExactness.Variant => LinkFeature.Variant,
            GazetteerExactness.Composed => LinkFeature.Composed,
            GazetteerExactness.Surname => LinkFeature.Surname,
            _ => LinkFeature.Loose,
        };
    }

    private static bool IsPlantAndPlace(EntityKind a, EntityKind b) =>
        (a == EntityKind.Plant && b == EntityKind.Place) || (a == EntityKind.Place && b == EntityKind.Plant);

    private static void ObserveRivals(NameForm form, in LinkCandidate candidate, Span<double> features)
    {
        int same = 0, other = 0;
        double population = candidate.Entry.Population, largest = 0;
        foreach (LinkCandidate rival in form.Candidates)
        {
            if (ReferenceEquals(rival.Entry, candidate.Entry)) continue;
            if (rival.Entry.Kind != candidate.Entry.Kind) { other++; continue; }
            same++;
            largest = Math.Max(largest, rival.Entry.Population);
        }

        features[(int)LinkFeature.Rivals] = Math.Log(1 + same);
        features[(int)LinkFeature.OtherKindRivals] = Math.Log(1 + other);
        if (candidate.Entry.Kind != EntityKind.Place) return;
        if (candidate.Entry.Subkind == EntitySubkind.Country || candidate.Entry.Subkind == EntitySubkind.Region) features[(int)LinkFeature.LargePlace] = 1;
        if (population > 0) features[(int)LinkFeature.Population] = Math.Log10(population / 10_000);
        if (largest > population) features[(int)LinkFeature.LargerRival] = 1;
    }

    private static void ObserveLanguage(NameForm form, KnowledgeBaseEntry entry, Language language, Span<double> features)
    {
        if (entry.NameIt == entry.NameEn) return;
        string other = language == Language.Italian ? entry.NameEn : entry.NameIt;
        if (form.Text == other) features[(int)LinkFeature.OtherLanguage] = 1;
    }
}
