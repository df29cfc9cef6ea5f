using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lingotto.Tagging;

/// <summary>Finds the best sequence of classes for a sentence: Viterbi search of second order over each word's candidates.</summary>
internal static class ClassDecoder
{
    private const int K = TaggerScratch.MaximumCandidates;

    /// <summary>Lists the candidates of each word and scores them by the features of the words; a word with one candidate is not scored.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="margin">Candidates that are this much worse than the best by the words alone are dropped.</param>
    public static void Score<TWeights>(TaggerScratch s, TWeights weights, int margin = int.MaxValue)
        where TWeights : IWeights
    {
        Span<uint> features = stackalloc uint[ClassFeatures.Maximum];
        Span<int> scores = stackalloc int[TagInventory.MaximumClasses];
        Span<int> own = stackalloc int[TagInventory.MaximumClasses];
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
            foreach (uint feature in features[..featureCount]) weights.Prefetch(feature);
            scores.Clear();
            foreach (uint feature in features[..featureCount]) weights.Accumulate(feature, classes[..count], scores);
            for (int k = 0; k < count; k++) own[k] = scores[classes[k]];
            Keep(s, i, classes[..count], own[..count], margin);
        }
    }

    /// <summary>
    /// The same for a finished model, whose features of one word were summed before (<see cref="WordTypes"/>). Candidates that are far behind by those alone
    /// are dropped first, and only where several are left the other features are asked.
    /// </summary>
    [SkipLocalsInit]
    public static void ScoreEarly(TaggerScratch s, FeatureTable weights, int margin)
    {
        Span<int> own = stackalloc int[TagInventory.MaximumClasses];
        Span<byte> classes = stackalloc byte[TagInventory.MaximumClasses];
        for (int i = 0; i < s.Count; i++)
        {
            int count = Open(s, i + TaggerScratch.Padding, classes, own);
            if (count > 1)
            {
                AddPairs(s, i, weights, classes[..count], own);
                Keep(s, i, classes[..count], own[..count], margin);
                continue;
            }

            s.CandidateCount[i] = 1;
            s.Candidates[i * K] = classes[0];
            s.Unary[i * K] = 0;
        }
    }

    // The candidates that the features of one word leave open, with their scores.
    private static int Open(TaggerScratch s, int at, Span<byte> classes, Span<int> scores)
    {
        ulong mask = s.Mask[at];
        if (BitOperations.IsPow2(mask))
        {
            classes[0] = (byte)BitOperations.TrailingZeroCount(mask);
            return 1;
        }

        ReadOnlySpan<short> sums = s.Sums.AsSpan(at * WordType.RowLength, WordType.RowLength);
        int best = int.MinValue, margin = s.EarlyMargin[at], count = 0;
        for (ulong left = mask; left != 0; left &= left - 1) best = Math.Max(best, sums[BitOperations.TrailingZeroCount(left)]);
        for (; mask != 0; mask &= mask - 1)
        {
            int c = BitOperations.TrailingZeroCount(mask), behind = best - sums[c];
            if (behind > 0 && behind >= margin) continue;
            classes[count] = (byte)c;
            scores[count++] = sums[c];
        }

        return count;
    }

    [SkipLocalsInit]
    private static void AddPairs(TaggerScratch s, int i, FeatureTable weights, ReadOnlySpan<byte> classes, Span<int> own)
    {
        Span<uint> features = stackalloc uint[ClassFeatures.Maximum];
        Span<int> scores = stackalloc int[TagInventory.MaximumClasses];
        int featureCount = ClassFeatures.FillPairs(s, i + TaggerScratch.Padding, features);
        scores.Clear();
        weights.AccumulateAll(features[..featureCount], scores);
        for (int k = 0; k < classes.Length; k++) own[k] += scores[classes[k]];
    }

    /// <summary>Finds the best sequence by weights that are looked up; <paramref name="loss"/> is added to every class but the gold one, where gold is given.</summary>
    public static void Decode<TWeights>(TaggerScratch s, TWeights weights, int loss = 0, ReadOnlySpan<byte> gold = default)
        where TWeights : IWeights => Search(s, new PlainTransitions<TWeights>(weights), loss, gold);

    /// <summary>Finds the best sequence; <paramref name="loss"/> is added to every class but the gold one, where gold is given.</summary>
    [SkipLocalsInit]
    public static void Search<TTransitions>(TaggerScratch s, TTransitions weights, int loss = 0, ReadOnlySpan<byte> gold = default)
        where TTransitions : ITransitions
    {
        Span<int> previous = stackalloc int[K * K], current = stackalloc int[K * K];
        Span<int> scores = stackalloc int[TagInventory.MaximumClasses], trigrams = stackalloc int[TagInventory.MaximumClasses];
        previous.Clear();
        int n = s.Count, countBefore2 = 1, countBefore = 1;
        for (int i = 0; i < n; i++)
        {
            int count = s.CandidateCount[i];
            ReadOnlySpan<byte> candidates = s.Candidates.AsSpan(i * K, count);
            ReadOnlySpan<byte> before = i > 0 ? s.Candidates.AsSpan((i - 1) * K, countBefore) : Edge, before2 = i > 1 ? s.Candidates.AsSpan((i - 2) * K, countBefore2) : Edge;
            Span<byte> back = s.Back.AsSpan(i * K * K, K * K);
            bool one = countBefore == 1 && count == 1, trivial = one && countBefore2 == 1;   // where there is no choice, all paths get the same
            for (int b = 0; b < countBefore; b++)
            {
                scores.Clear();
                if (!one) weights.Add(s, i + TaggerScratch.Padding, before[b], candidates, scores);

                for (int k = 0; k < count; k++) current[(b * K) + k] = int.MinValue;
                for (int a = 0; a < countBefore2; a++)
                {
                    trigrams.Clear();
                    if (!trivial) weights.AddTrigram(before2[a], before[b], candidates, trigrams);
                    for (int k = 0; k < count; k++)
                    {
                        int score = previous[(a * K) + b] + trigrams[candidates[k]];
                        if (score > current[(b * K) + k]) (current[(b * K) + k], back[(b * K) + k]) = (score, (byte)a);
                    }
                }

                for (int k = 0; k < count; k++)
                {
                    current[(b * K) + k] += s.Unary[(i * K) + k] + scores[candidates[k]];
                    if (loss != 0 && candidates[k] != gold[i]) current[(b * K) + k] += loss;
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
    private static void Keep(TaggerScratch s, int at, ReadOnlySpan<byte> classes, Span<int> scores, int margin)
    {
        int best = int.MinValue;
        foreach (int score in scores) best = Math.Max(best, score);
        int left = 0;
        for (int k = 0; k < scores.Length; k++)
        {
            if (best - (long)scores[k] >= margin) scores[k] = int.MinValue;
            else left++;
        }

        for (; left > K; left--)
        {
            int worst = -1;
            for (int k = 0; k < scores.Length; k++)
            {
                if (scores[k] != int.MinValue && (worst < 0 || scores[k] < scores[worst])) worst = k;
            }

            scores[worst] = int.MinValue;
        }

        int kept = 0;
        for (int k = 0; k < classes.Length; k++)
        {
            if (scores[k] == int.MinValue) continue;
            s.Candidates[(at * K) + kept] = classes[k];
            s.Unary[(at * K) + kept++] = scores[k];
        }

        s.CandidateCount[at] = (byte)kept;
    }
}
