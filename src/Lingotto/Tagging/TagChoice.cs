namespace Lingotto.Tagging;

/// <summary>The full tags that a form may have as a word of a class, with the sums of the weights of the features that look at form and class only, and the lemmas.</summary>
internal unsafe struct TagChoice
{
    public const int Maximum = FeatureTable.Values;

    /// <summary>A lemma that was not looked up yet.</summary>
    public const int NoScript = short.MinValue;

    /// <summary>The form's key with its class; 0 for an entry not in use.</summary>
    public ulong Key;

    public int Count;

    /// <summary>How far ahead a full tag must be by <see cref="Scores"/> to be taken at once.</summary>
    public int EarlyMargin;

    /// <summary>The full tags in the order in which they are tried.</summary>
    public fixed ushort Bundles[Maximum];

    public fixed short Scores[Maximum];

    /// <summary>Number of the lemma's edit script under each full tag, -1 for none.</summary>
    public fixed short Scripts[Maximum];

    /// <summary>Takes over the options of a word whose class is known, and sums their weights.</summary>
    public void Fill(TaggerScratch s, int at, ReadOnlySpan<ushort> options, TagInventory inventory, FeatureTable weights)
    {
        Count = Math.Min(options.Length, Maximum);
        Span<int> scores = stackalloc int[FeatureTable.Values];
        scores.Clear();
        if (Count > 1)
        {
            Span<uint> features = stackalloc uint[FeatsFeatures.Maximum];
            int featureCount = FeatsFeatures.FillOwn(s, at, s.Class[at], features);
            weights.AccumulateAll(features[..featureCount], scores);
        }

        for (int k = 0; k < Count; k++)
        {
            Bundles[k] = options[k];
            Scores[k] = (short)scores[inventory.BundleRank[options[k]]];
            Scripts[k] = NoScript;
        }
    }
}
