using System.Numerics;

namespace Lingotto.Tagging;

/// <summary>Finds the best sequence of classes for a sentence: Viterbi search of second order over each word's candidates.</summary>
internal static class ClassDecoder
{
    private const int K = TaggerScratch.MaximumCandidates;

    /// <summary>Lists the candidates of each word and scores them by the features of the words; a word with one candidate is not scored.</summary>
    public static void Score<TWeights>(TaggerScratch s, TWeights weights)
        where TWeights : IWeights
    {
        Span<uint> features = stackalloc uint[ClassFeatures.Maximum];
        Span<int> scores = stackalloc int[TagInventory.MaximumClasses];
        Span<byte> classes = stackalloc byte[TagInventory.MaximumClasses];
        for (int i = 0; i < s.Count; i++)
        {
            ulong mask = s.Mask[i + TaggerScratch.Padding];
            int count = BitOperations.PopCount(mask);
            if (count == 1)
            {
                s.CandidateCount[i] = 1;
                s.Candidates[i * K] = (byte)BitOperations.TrailingZeroCount(mask);
                s.Unary[i * K] = 0;
                continue;
            }

            for (int k = 0; k < count; k++, mask &= mask - 1) classes[k] = (byte)BitOperations.TrailingZeroCount(mask);
            int featureCount = ClassFeatures.Fill(s, i + TaggerScratch.Padding, features);
            scores[..count].Clear();
            for (int f = 0; f < featureCount; f++)
            {
                uint feature = features[f];
                for (int k = 0; k < count; k++) scores[k] += weights[feature, classes[k]];
            }

            Keep(s, i, classes[..count], scores[..count]);
        }
    }

    /// <summary>Finds the best sequence; <paramref name="loss"/> is added to every class but the gold one, where gold is given.</summary>
    public static void Decode<TWeights>(TaggerScratch s, TWeights weights, int loss = 0, ReadOnlySpan<byte> gold = default)
        where TWeights : IWeights
    {
        Span<int> previous = stackalloc int[K * K], current = stackalloc int[K * K];
        previous.Clear();
        int n = s.Count, countBefore2 = 1, countBefore = 1;
        for (int i = 0; i < n; i++)
        {
            int count = s.CandidateCount[i];
            ReadOnlySpan<byte> candidates = s.Candidates.AsSpan(i * K, count);
            ReadOnlySpan<byte> before = i > 0 ? s.Candidates.AsSpan((i - 1) * K, countBefore) : Edge, before2 = i > 1 ? s.Candidates.AsSpan((i - 2) * K, countBefore2) : Edge;
            Span<byte> back = s.Back.AsSpan(i * K * K, K * K);
            uint word = (uint)s.Forms[i + TaggerScratch.Padding].Lower, next = (uint)s.Forms[i + 1 + TaggerScratch.Padding].Lower, ambiguity = s.Ambiguity[i + TaggerScratch.Padding];
            bool trivial = countBefore == 1 && countBefore2 == 1 && count == 1;
            for (int b = 0; b < countBefore; b++)
            {
                uint bigram = FeatureHash.Of(ClassFeatures.Bigram, before[b]), bigramWord = FeatureHash.Of(ClassFeatures.BigramWord, before[b], word);
                uint bigramAmbiguity = FeatureHash.Of(ClassFeatures.BigramAmbiguity, before[b], ambiguity), bigramNext = FeatureHash.Of(ClassFeatures.BigramNext, before[b], next);
                for (int k = 0; k < count; k++)
                {
                    int own = s.Unary[(i * K) + k], best = int.MinValue, from = 0;
                    if (!trivial)
                    {
                        own += weights[bigram, candidates[k]] + weights[bigramWord, candidates[k]] + weights[bigramAmbiguity, candidates[k]] + weights[bigramNext, candidates[k]];
                    }

                    if (loss != 0 && candidates[k] != gold[i]) own += loss;
                    for (int a = 0; a < countBefore2; a++)
                    {
                        int score = previous[(a * K) + b];
                        if (!trivial) score += weights[FeatureHash.Of(ClassFeatures.Trigram, before2[a], before[b]), candidates[k]];
                        if (score > best) { best = score; from = a; }
                    }

                    current[(b * K) + k] = best + own;
                    back[(b * K) + k] = (byte)from;
                }
            }

            Span<int> swap = previous;
            previous = current;
            current = swap;
            countBefore2 = countBefore;
            countBefore = count;
        }

        Trace(s, previous, countBefore2, countBefore);
    }

    private static ReadOnlySpan<byte> Edge => [TagInventory.MaximumClasses - 1];

    private static void Trace(TaggerScratch s, ReadOnlySpan<int> last, int countBefore, int count)
    {
        if (s.Count == 0) return;
        int bestB = 0, bestK = 0, best = int.MinValue;
        for (int b = 0; b < countBefore; b++)
        {
            for (int k = 0; k < count; k++)
            {
                if (last[(b * K) + k] > best) (best, bestB, bestK) = (last[(b * K) + k], b, k);
            }
        }

        for (int i = s.Count - 1; i >= 0; i--)
        {
            s.Class[i + TaggerScratch.Padding] = s.Candidates[(i * K) + bestK];
            int from = s.Back[(i * K * K) + (bestB * K) + bestK];
            (bestB, bestK) = (from, bestB);
        }
    }

    // Keeps the best candidates, in the order of their classes.
    private static void Keep(TaggerScratch s, int at, ReadOnlySpan<byte> classes, Span<int> scores)
    {
        int kept = 0;
        if (classes.Length > K)
        {
            while (classes.Length - kept > K)
            {
                int worst = -1;
                for (int k = 0; k < scores.Length; k++)
                {
                    if (scores[k] != int.MinValue && (worst < 0 || scores[k] < scores[worst])) worst = k;
                }

                scores[worst] = int.MinValue;
                kept++;
            }
        }

        kept = 0;
        for (int k = 0; k < classes.Length; k++)
        {
            if (scores[k] == int.MinValue) continue;
            s.Candidates[(at * K) + kept] = classes[k];
            s.Unary[(at * K) + kept++] = scores[k];
        }

        s.CandidateCount[at] = (byte)kept;
    }
}
