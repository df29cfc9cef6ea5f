using Lingotto.Tagging;

namespace Lingotto.Training.Tagging;

/// <summary>Learns the weights of classes: averaged structured perceptron with a margin (Collins 2002; Taskar et al. 2003).</summary>
internal static class ClassTrainer
{
    public static PerceptronWeights Train(IReadOnlyList<PreparedSentence> sentences, TrainingWords words, TaggerTrainingOptions options, ITrainingReport report)
    {
        var weights = new PerceptronWeights(options.ClassLines);
        TaggerScratch s = words.Scratch(sentences.Max(p => p.Gold.Length));
        var random = new Random(options.Seed);
        int[] order = [.. Enumerable.Range(0, sentences.Count)];
        for (int epoch = 1; epoch <= options.ClassEpochs; epoch++)
        {
            random.Shuffle(order);
            long wrong = 0, total = 0;
            foreach (int index in order)
            {
                PreparedSentence p = sentences[index];
                p.Load(s);
                ClassDecoder.Score(s, weights.Current);
                ClassDecoder.Decode(s, weights.Current, options.Margin, p.Gold);
                wrong += Update(s, p.Gold, weights);
                total += p.Gold.Length;
                weights.Step++;
            }

            report.Line(FormattableString.Invariant($"classes, pass {epoch}/{options.ClassEpochs}: {100.0 * wrong / total:F2}% of words updated"));
        }

        return weights;
    }

    private static int Update(TaggerScratch s, byte[] gold, PerceptronWeights weights)
    {
        int wrong = 0;
        Span<uint> features = stackalloc uint[ClassFeatures.Maximum];
        for (int i = 0; i < s.Count; i++)
        {
            int guess = s.Class[i + TaggerScratch.Padding];
            if (guess != gold[i])
            {
                wrong++;
                int count = ClassFeatures.Fill(s, i + TaggerScratch.Padding, features);
                foreach (uint feature in features[..count])
                {
                    weights.Add(feature, gold[i], 1);
                    weights.Add(feature, guess, -1);
                }
            }

            int before = At(gold, i - 1), before2 = At(gold, i - 2), guessBefore = Guess(s, i - 1), guessBefore2 = Guess(s, i - 2);
            if (guess == gold[i] && before == guessBefore && before2 == guessBefore2) continue;
            UpdateTransition(s, i, before2, before, gold[i], 1, weights);
            UpdateTransition(s, i, guessBefore2, guessBefore, guess, -1, weights);
        }

        return wrong;
    }

    private static int At(byte[] gold, int i) => i < 0 ? TagInventory.MaximumClasses - 1 : gold[i];

    private static int Guess(TaggerScratch s, int i) => i < 0 ? TagInventory.MaximumClasses - 1 : s.Class[i + TaggerScratch.Padding];

    private static void UpdateTransition(TaggerScratch s, int i, int before2, int before, int c, int amount, PerceptronWeights weights)
    {
        int at = i + TaggerScratch.Padding;
        weights.Add(FeatureHash.Of(ClassFeatures.Bigram, (uint)before), c, amount);
        weights.Add(FeatureHash.Of(ClassFeatures.BigramWord, (uint)before, (uint)s.Forms[at].Lower), c, amount);
        weights.Add(FeatureHash.Of(ClassFeatures.BigramAmbiguity, (uint)before, s.Ambiguity[at]), c, amount);
        weights.Add(FeatureHash.Of(ClassFeatures.BigramNext, (uint)before, (uint)s.Forms[at + 1].Lower), c, amount);
        weights.Add(FeatureHash.Of(ClassFeatures.Trigram, (uint)before2, (uint)before), c, amount);
    }
}
