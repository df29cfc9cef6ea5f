namespace Lingotto.Training;

/// <summary>Pairs what was predicted with what should be, one to one.</summary>
internal static class Matching
{
    /// <summary>Gives each gold item in turn the first free predicted one that is the same, or of several the one ranked highest.</summary>
    public static List<(TGold Gold, TPredicted Predicted)> Greedy<TGold, TPredicted>(
        IReadOnlyList<TGold> gold, IReadOnlyList<TPredicted> predicted, Func<TGold, TPredicted, bool> same, Func<TGold, TPredicted, (int, int)>? rank = null)
    {
        var pairs = new List<(TGold, TPredicted)>();
        var used = new bool[predicted.Count];
        foreach (TGold g in gold)
        {
            int best = -1;
            (int, int) bestRank = default;
            for (int i = 0; i < predicted.Count; i++)
            {
                if (used[i] || !same(g, predicted[i])) continue;
                (int, int) itsRank = rank?.Invoke(g, predicted[i]) ?? default;
                if (best >= 0 && itsRank.CompareTo(bestRank) <= 0) continue;
                (best, bestRank) = (i, itsRank);
                if (rank is null) break;
            }

            if (best < 0) continue;
            used[best] = true;
            pairs.Add((g, predicted[best]));
        }

        return pairs;
    }
}
