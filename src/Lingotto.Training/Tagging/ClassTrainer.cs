using System.Numerics;
using Lingotto.Tagging;

namespace Lingotto.Training.Tagging;

/// <summary>Learns the weights of classes: averaged structured perceptron with a margin (Collins 2002; Taskar et al. 2003).</summary>
internal static class ClassTrainer
{
    private const int CalmPasses = 2;
    private const int SkipOf = 4;

    public static PerceptronWeights Train(IReadOnlyList<PreparedSentence> sentences, TrainingWords words, TaggerTrainingOptions options, int seed, ITrainingReport report)
    {
        TaggerScratch s = words.Scratch(sentences.Max(p => p.Gold.Length));
        var weights = new PerceptronWeights(Occurrences(sentences, s), options.FeatureCutoff, sentences.Sum(p => p.Gold.Length));
        var random = new Random(seed);
        var calm = new byte[sentences.Count];   // passes in a row without an update: such sentences are seldom looked at again
        int[] order = [.. Enumerable.Range(0, sentences.Count)];
        for (int epoch = 1; epoch <= options.ClassEpochs; epoch++)
        {
            random.Shuffle(order);
            long wrong = 0, total = 0;
            foreach (int index in order)
            {
                PreparedSentence p = sentences[index];
                if (calm[index] >= CalmPasses && random.Next(SkipOf) != 0) continue;
                p.Load(s);
                for (int i = 0; i < s.Count; i++) s.Hidden[i + TaggerScratch.Padding] = options.Dropout > 0 && random.Next(options.Dropout) == 0;
                ClassDecoder.Score(s, weights.Current);
                ClassDecoder.Decode(s, weights.Current, options.ClassMargin, p.Gold);
                int own = Update(s, p.Gold, weights);
                calm[index] = own == 0 ? (byte)Math.Min(calm[index] + 1, CalmPasses) : (byte)0;
                wrong += own;
                total += p.Gold.Length;
                weights.Step++;
            }

            report.Line(FormattableString.Invariant($"classes, pass {epoch}/{options.ClassEpochs}: {100.0 * wrong / total:F2}% of words updated"));
        }

        Array.Clear(s.Hidden);
        return weights;
    }

    // Features of words with a choice; of those that see the class before, all that its candidates allow.
    private static byte[] Occurrences(IReadOnlyList<PreparedSentence> sentences, TaggerScratch s)
    {
        byte[] occurrences = PerceptronWeights.NewCounter();
        Span<uint> features = stackalloc uint[ClassFeatures.Maximum];
        foreach (PreparedSentence p in sentences)
        {
            p.Load(s);
            for (int i = 0; i < s.Count; i++)
            {
                int at = i + TaggerScratch.Padding;
                if (BitOperations.IsPow2(s.Mask[at])) continue;
                int count = ClassFeatures.Fill(s, at, features);
                foreach (uint feature in features[..count]) PerceptronWeights.Count(occurrences, feature);
                ulong before = i == 0 ? 1UL << (TagInventory.MaximumClasses - 1) : s.Mask[at - 1];
                for (; before != 0; before &= before - 1)
                {
                    ClassFeatures.FillTransitions(s, at, (uint)BitOperations.TrailingZeroCount(before), features);
                    foreach (uint feature in features[..ClassFeatures.Transitions]) PerceptronWeights.Count(occurrences, feature);
                }
            }
        }

        for (uint a = 0; a < TagInventory.MaximumClasses; a++)
        {
            for (uint b = 0; b < TagInventory.MaximumClasses; b++)
            {
                for (int n = 0; n < byte.MaxValue; n++) PerceptronWeights.Count(occurrences, ClassFeatures.OfTrigram(a, b));
            }
        }

        return occurrences;
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
        Span<uint> features = stackalloc uint[ClassFeatures.Transitions];
        ClassFeatures.FillTransitions(s, i + TaggerScratch.Padding, (uint)before, features);
        foreach (uint feature in features) weights.Add(feature, c, amount);
        weights.Add(ClassFeatures.OfTrigram((uint)before2, (uint)before), c, amount);
    }
}
