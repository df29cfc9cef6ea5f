namespace Lingotto.Automotive.Quotes;

/// <summary>Chooses who said the words of a quotation. Immutable, safe for concurrent use.</summary>
internal sealed class SpeakerRanker(LogLinearTable weights)
{
    private static readonly Lazy<SpeakerRanker> LazyDefault = new(() => new SpeakerRanker(LogLinearTable.Read("quotes/speaker-weights.tsv")));

    /// <summary>The ranker with the weights that the library ships.</summary>
    public static SpeakerRanker Default => LazyDefault.Value;

    /// <summary>What the observations weigh; <c>rule</c> is what the speaker that the rules name has ahead of others.</summary>
    public LogLinearTable Weights => weights;

    /// <summary>
    /// The entity with the greatest sum of probability over its candidates; null where that is nobody.
    /// </summary>
    /// <param name="candidates">The candidates, the first of which is nobody.</param>
    /// <param name="rule">Whom the rules name; null for nobody.</param>
    public string? Choose(List<SpeakerCandidate> candidates, string? rule)
    {
        var scores = new double[candidates.Count];
        double highest = double.NegativeInfinity;
        for (int i = 0; i < scores.Length; i++) highest = Math.Max(highest, scores[i] = weights.Score(candidates[i].Features));
        string? best = null;
        double most = double.NegativeInfinity;
        for (int i = 0; i < scores.Length; i++)
        {
            string? entity = candidates[i].Entity;
            double mass = 0;
            for (int j = 0; j < scores.Length; j++)
            {
                if (candidates[j].Entity == entity) mass += Math.Exp(scores[j] - highest);
            }

            double value = Math.Log(mass) + (entity == rule ? weights["rule"] : 0);
            if (value > most + 1e-9) (best, most) = (entity, value);
        }

        return best;
    }
}
