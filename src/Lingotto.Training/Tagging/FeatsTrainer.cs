using Lingotto.Tagging;

namespace Lingotto.Training.Tagging;

/// <summary>Learns the weights of morphological features: averaged perceptron over each word's options, its left neighbours as decided before.</summary>
internal static class FeatsTrainer
{
    public static PerceptronWeights Train(IReadOnlyList<PreparedSentence> sentences, TrainingWords words, TagInventory inventory, TaggerTrainingOptions options, ITrainingReport report)
    {
        var weights = new PerceptronWeights(options.FeatsLines);
        TaggerScratch s = words.Scratch(sentences.Max(p => p.Gold.Length));
        var random = new Random(options.Seed + 1);
        int[] order = [.. Enumerable.Range(0, sentences.Count)];
        for (int epoch = 1; epoch <= options.FeatsEpochs; epoch++)
        {
            random.Shuffle(order);
            long wrong = 0, total = 0;
            foreach (int index in order)
            {
                wrong += Learn(sentences[index], s, inventory, options.Margin, weights);
                total += sentences[index].Gold.Length;
            }

            report.Line(FormattableString.Invariant($"features, pass {epoch}/{options.FeatsEpochs}: {100.0 * wrong / total:F2}% of words updated"));
        }

        return weights;
    }

    private static int Learn(PreparedSentence p, TaggerScratch s, TagInventory inventory, int margin, PerceptronWeights weights)
    {
        p.Load(s);
        Edges(s);
        p.Gold.CopyTo(s.Class.AsSpan(TaggerScratch.Padding));
        int wrong = 0;
        Span<uint> features = stackalloc uint[FeatsFeatures.Maximum];
        for (int i = 0; i < s.Count; i++)
        {
            int at = i + TaggerScratch.Padding, gold = p.GoldBundle[i];
            if (p.Options[i] is not { } options)
            {
                s.Feats[at] = gold >= 0 ? inventory.BundleFeats[gold] : inventory.BundleFeats[inventory.BundlesOfClass[p.Gold[i]][0]];
                continue;
            }

            int count = FeatsFeatures.Fill(s, at, features), best = -1, bestAny = -1, bestScore = int.MinValue, bestAnyScore = int.MinValue;
            foreach (ushort option in options)
            {
                int score = 0, rank = inventory.BundleRank[option];
                foreach (uint feature in features[..count]) score += weights.Current[feature, rank];
                if (score > bestAnyScore) (bestAny, bestAnyScore) = (option, score);
                if (option != gold) score += margin;
                if (score > bestScore) (best, bestScore) = (option, score);
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

    private static void Edges(TaggerScratch s)
    {
        for (int i = 0; i < TaggerScratch.Padding; i++)
        {
            s.Class[i] = s.Class[TaggerScratch.Padding + s.Count + i] = TagInventory.MaximumClasses - 1;
            s.Feats[i] = s.Feats[TaggerScratch.Padding + s.Count + i] = 255;
        }
    }
}
