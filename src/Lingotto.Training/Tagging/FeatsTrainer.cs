using Lingotto.Tagging;

namespace Lingotto.Training.Tagging;

/// <summary>Learns the weights of morphological features: averaged perceptron over each word's options, its left neighbours as decided before.</summary>
internal static class FeatsTrainer
{
    public static PerceptronWeights Train(IReadOnlyList<PreparedSentence> sentences, TrainingWords words, TagInventory inventory, TaggerTrainingOptions options, int seed, ITrainingReport report)
    {
        TaggerScratch s = words.Scratch(sentences.Max(p => p.Gold.Length));
        var weights = new PerceptronWeights(Occurrences(sentences, s, inventory), options.FeatureCutoff, sentences.Sum(p => p.Gold.Length));
        var scores = new int[FeatureTable.Values];
        var random = new Random(seed);
        int[] order = [.. Enumerable.Range(0, sentences.Count)];
        for (int epoch = 1; epoch <= options.FeatsEpochs; epoch++)
        {
            random.Shuffle(order);
            long wrong = 0, total = 0;
            foreach (int index in order)
            {
                wrong += Learn(sentences[index], s, inventory, options, random, weights, scores);
                total += sentences[index].Gold.Length;
            }

            report.Line(FormattableString.Invariant($"features, pass {epoch}/{options.FeatsEpochs}: {100.0 * wrong / total:F2}% of words updated"));
        }

        Array.Clear(s.Hidden);
        return weights;
    }

    private static int Learn(PreparedSentence p, TaggerScratch s, TagInventory inventory, TaggerTrainingOptions settings, Random random, PerceptronWeights weights, int[] scores)
    {
        p.Load(s);
        Edges(s);
        p.Gold.CopyTo(s.Class.AsSpan(TaggerScratch.Padding));
        int wrong = 0;
        Span<uint> features = stackalloc uint[FeatsFeatures.Maximum];
        Span<byte> rankBuffer = stackalloc byte[256];
        for (int i = 0; i < s.Count; i++)
        {
            int at = i + TaggerScratch.Padding, gold = p.GoldBundle[i];
            s.Hidden[at] = gold >= 0 && settings.FeatsDropout > 0 && random.Next(settings.FeatsDropout) == 0;
            ushort[] options = OptionsOf(p, i, s.Hidden[at], inventory);
            if (gold < 0 || options.Length == 1)
            {
                s.Feats[at] = gold >= 0 ? inventory.BundleFeats[gold] : inventory.BundleFeats[inventory.BundlesOfClass[p.Gold[i]][0]];
                continue;
            }

            int count = FeatsFeatures.Fill(s, at, features), best = -1, bestAny = -1, bestScore = int.MinValue, bestAnyScore = int.MinValue;
            ReadOnlySpan<byte> ranks = Ranks(options, inventory, rankBuffer);
            Array.Clear(scores);
            foreach (uint feature in features[..count]) weights.Current.Accumulate(feature, ranks, scores);
            for (int k = 0; k < ranks.Length; k++)
            {
                int score = scores[ranks[k]];
                if (score > bestAnyScore) (bestAny, bestAnyScore) = (options[k], score);
                if (options[k] != gold) score += settings.FeatsMargin;
                if (score > bestScore) (best, bestScore) = (options[k], score);
            }

            if (best != gold)
            {
                wrong++;
                foreach (uint feature in features[..count])
                {
                    weights.Add(feature, inventory.BundleRank[gold], 1);
                    weights.Add(feature, inventory.BundleRank[best], -1);
                }
            }

            weights.Step++;
            s.Feats[at] = inventory.BundleFeats[bestAny];
        }

        return wrong;
    }

    // A word whose form is hidden may have any features of its class, as a word that no lexicon has.
    private static ushort[] OptionsOf(PreparedSentence p, int i, bool hidden, TagInventory inventory)
    {
        ushort[] whole = inventory.BundlesOfClass[p.Gold[i]];
        return hidden && whole.Length > 1 && whole.Contains((ushort)p.GoldBundle[i]) ? whole : p.Options[i];
    }

    private static ReadOnlySpan<byte> Ranks(ushort[] options, TagInventory inventory, Span<byte> ranks)
    {
        for (int k = 0; k < options.Length; k++) ranks[k] = inventory.BundleRank[options[k]];
        return ranks[..options.Length];
    }

    private static byte[] Occurrences(IReadOnlyList<PreparedSentence> sentences, TaggerScratch s, TagInventory inventory)
    {
        byte[] occurrences = PerceptronWeights.NewCounter();
        Span<uint> features = stackalloc uint[FeatsFeatures.Maximum];
        foreach (PreparedSentence p in sentences)
        {
            p.Load(s);
            Edges(s);
            p.Gold.CopyTo(s.Class.AsSpan(TaggerScratch.Padding));
            for (int i = 0; i < s.Count; i++)
            {
                int at = i + TaggerScratch.Padding;
                s.Feats[at] = inventory.BundleFeats[p.GoldBundle[i] >= 0 ? p.GoldBundle[i] : inventory.BundlesOfClass[p.Gold[i]][0]];
                if ((p.GoldBundle[i] < 0 || p.Options[i].Length == 1) && inventory.BundlesOfClass[p.Gold[i]].Length == 1) continue;
                int count = FeatsFeatures.Fill(s, at, features);
                foreach (uint feature in features[..count]) PerceptronWeights.Count(occurrences, feature);
            }
        }

        return occurrences;
    }

    /// <summary>Sets what stands beyond the ends of the sentence.</summary>
    public static void Edges(TaggerScratch s)
    {
        for (int i = 0; i < TaggerScratch.Padding; i++)
        {
            s.Class[i] = s.Class[TaggerScratch.Padding + s.Count + i] = TagInventory.MaximumClasses - 1;
            s.Feats[i] = s.Feats[TaggerScratch.Padding + s.Count + i] = 255;
        }
    }
}
