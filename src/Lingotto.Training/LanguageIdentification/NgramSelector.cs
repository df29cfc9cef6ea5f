namespace Lingotto.Training.LanguageIdentification;

/// <summary>Chooses the n-grams that tell languages apart: those whose share of a language's n-grams is largest against the mean share.</summary>
internal static class NgramSelector
{
    private const int FewestOccurrences = 4;
    private const int MainLanguageShare = 5;

    /// <summary>The hashes of the chosen n-grams, in a fixed order.</summary>
    public static List<uint> Select(IReadOnlyList<(int Language, string Text)> lines, int languageCount, Func<int, bool> isMain, int count)
    {
        var counts = new Dictionary<uint, int[]>();
        var totals = new double[languageCount];
        foreach ((int language, string text) in lines) Count(counts, totals, language, text, languageCount);
        int shares = 0;
        for (int l = 0; l < languageCount; l++) shares += isMain(l) ? MainLanguageShare : 1;
        var chosen = new HashSet<uint>();
        var order = new List<uint>();
        var ranked = new List<uint>[languageCount];
        for (int l = 0; l < languageCount; l++) ranked[l] = Rank(counts, totals, l);
        var next = new int[languageCount];
        while (order.Count < count)
        {
            int before = order.Count;
            for (int l = 0; l < languageCount; l++)
            {
                for (int k = isMain(l) ? MainLanguageShare : 1; k > 0 && order.Count < count; k--)
                {
                    while (next[l] < ranked[l].Count && !chosen.Add(ranked[l][next[l]])) next[l]++;
                    if (next[l] < ranked[l].Count) order.Add(ranked[l][next[l]++]);
                }
            }

            if (order.Count == before) break;
        }

        return order;
    }

    private static void Count(Dictionary<uint, int[]> counts, double[] totals, int language, string text, int languageCount)
    {
        Span<char> normalised = stackalloc char[LanguageIdentifier.SampleLength];
        int length = NgramReader.Normalise(text, normalised, out _, out _);
        for (int i = 0; i < length; i++)
        {
            uint hash = NgramReader.Start;
            for (int j = i; j < Math.Min(length, i + NgramReader.Longest); j++)
            {
                hash = NgramReader.Extend(hash, normalised[j]);
                if (!counts.TryGetValue(hash, out int[]? row)) counts[hash] = row = new int[languageCount];
                row[language]++;
                totals[language]++;
            }
        }
    }

    private static List<uint> Rank(Dictionary<uint, int[]> counts, double[] totals, int language)
    {
        var ranked = new List<(double Score, uint Hash)>();
        foreach ((uint hash, int[] row) in counts)
        {
            if (row[language] < FewestOccurrences) continue;
            double own = row[language] / totals[language], mean = 0;
            for (int l = 0; l < row.Length; l++) mean += row[l] / totals[l];
            mean /= row.Length;
            double ratio = own / mean;
            if (ratio > 1.2) ranked.Add((Math.Round(own * (ratio - 1) / (1 + (ratio / 8)), 12), hash));
        }

        ranked.Sort((x, y) => x.Score != y.Score ? y.Score.CompareTo(x.Score) : x.Hash.CompareTo(y.Hash));
        return [.. ranked.Take(8000).Select(r => r.Hash)];
    }
}
