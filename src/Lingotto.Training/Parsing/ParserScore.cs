namespace Lingotto.Training.Parsing;

/// <summary>Attachment scores in percent of words.</summary>
/// <param name="Unlabelled">Share of words with the right head (UAS).</param>
/// <param name="Labelled">Share of words with the right head and relation without its subtype (LAS).</param>
public readonly record struct ParserScore(double Unlabelled, double Labelled)
{
    /// <summary>Compares predicted trees with the gold ones.</summary>
    /// <param name="gold">The sentences.</param>
    /// <param name="heads">Predicted heads of each.</param>
    /// <param name="relations">Predicted relations of each.</param>
    public static ParserScore Of(IReadOnlyList<ParserSentence> gold, IReadOnlyList<int[]> heads, IReadOnlyList<string[]> relations)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(heads);
        ArgumentNullException.ThrowIfNull(relations);
        int words = 0, attached = 0, labelled = 0;
        for (int s = 0; s < gold.Count; s++)
        {
            words += gold[s].Heads.Length;
            for (int i = 0; i < gold[s].Heads.Length; i++)
            {
                if (heads[s][i] != gold[s].Heads[i]) continue;
                attached++;
                if (Universal(relations[s][i]).SequenceEqual(Universal(gold[s].Relations[i]))) labelled++;
            }
        }

        return new ParserScore(100.0 * attached / Math.Max(1, words), 100.0 * labelled / Math.Max(1, words));
    }

    /// <summary>A relation without its subtype.</summary>
    public static ReadOnlySpan<char> Universal(string relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        int colon = relation.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? relation : relation.AsSpan(0, colon);
    }
}
