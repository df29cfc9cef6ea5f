namespace Lingotto.Tagging;

/// <summary>Chooses each word's full tag among those that its form and class allow, from left to right.</summary>
internal static class FeatsDecoder
{
    public static void Decode<TWeights>(TaggerScratch s, TagInventory inventory, MorphLexicon lexicon, TWeights weights)
        where TWeights : IWeights
    {
        for (int i = TaggerScratch.Padding; i < s.Count + TaggerScratch.Padding; i++)
        {
            int count = Options(s, i, inventory, lexicon);
            int bundle = count == 1 ? s.Options[0] : Best(s, i, s.Options.AsSpan(0, count), inventory, weights);
            s.Bundle[i] = bundle;
            s.Feats[i] = inventory.BundleFeats[bundle];
        }
    }

    /// <summary>The option with the highest score, the first of equal ones.</summary>
    public static int Best<TWeights>(TaggerScratch s, int at, ReadOnlySpan<ushort> options, TagInventory inventory, TWeights weights)
        where TWeights : IWeights
    {
        Span<uint> features = stackalloc uint[FeatsFeatures.Maximum];
        Span<int> scores = stackalloc int[FeatureTable.Values];
        Span<byte> ranks = stackalloc byte[FeatureTable.Values];
        int featureCount = FeatsFeatures.Fill(s, at, features), count = Math.Min(options.Length, ranks.Length), best = options[0], bestScore = int.MinValue;
        for (int k = 0; k < count; k++) ranks[k] = inventory.BundleRank[options[k]];
        foreach (uint feature in features[..featureCount]) weights.Prefetch(feature);
        scores.Clear();
        foreach (uint feature in features[..featureCount]) weights.Accumulate(feature, ranks[..count], scores);
        for (int k = 0; k < count; k++)
        {
            if (scores[ranks[k]] > bestScore) (best, bestScore) = (options[k], scores[ranks[k]]);
        }

        return best;
    }

    /// <summary>Lists into <see cref="TaggerScratch.Options"/> the full tags that a word may have in its class; gives their number, at least 1.</summary>
    public static int Options(TaggerScratch s, int at, TagInventory inventory, MorphLexicon lexicon)
    {
        int count = 0, c = s.Class[at];
        bool whole = false;
        Collect(lexicon.Items(s.ExactSet[at]), c, inventory, s, ref count, ref whole);
        if ((lexicon.Flags(s.ExactSet[at]) & MorphLexicon.Frequent) == 0 || count == 0) Collect(lexicon.Items(s.LowerSet[at]), c, inventory, s, ref count, ref whole);
        if (count == 0 || whole)
        {
            foreach (ushort bundle in inventory.BundlesOfClass[c]) AddOption(s, bundle, ref count);
        }

        return count;
    }

    private static void Collect(ReadOnlySpan<ushort> items, int c, TagInventory inventory, TaggerScratch s, ref int count, ref bool whole)
    {
        foreach (ushort item in items)
        {
            if ((item & MorphLexicon.WholeClass) != 0) whole |= (item & 0xFF) == c;
            else if (inventory.BundleClass[item] == c) AddOption(s, item, ref count);
        }
    }

    private static void AddOption(TaggerScratch s, ushort bundle, ref int count)
    {
        if (count < s.Options.Length && !s.Options.AsSpan(0, count).Contains(bundle)) s.Options[count++] = bundle;
    }
}
