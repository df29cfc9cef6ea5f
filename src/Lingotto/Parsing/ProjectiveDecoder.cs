using System.Runtime.Intrinsics;
using Lingotto.Inference;

namespace Lingotto.Parsing;

/// <summary>Finds the best tree with one root and without crossing arcs (Eisner 1996). Cubic, so for sentences of ordinary length only. Not safe for concurrent use.</summary>
/// <remarks>
/// Trees of news hardly ever cross; where the best heads of the words do, or run in a circle, they are wrong, and the best tree that does not cross is nearer to the truth.
/// Spans are complete (all that hangs on one end, to the right or to the left) or have an arc between their ends. Only their scores are kept; where they were joined is
/// found again for the few that are in the best tree. What is no span yet is so bad that whole vectors may be compared.
/// </remarks>
internal sealed unsafe class ProjectiveDecoder
{
    /// <summary>Greatest number of words.</summary>
    public const int Capacity = 80;

    private const int Lanes = 8;
    private const int TableLength = Capacity * (Capacity + Lanes);
    private const int TableCount = 6;

    private readonly NativeBuffer _buffer = new(TableCount * TableLength * sizeof(int));
    private int _width;

    // Where two spans are joined, that which ends there is read along its begin's row, that which begins there along its end's row: spans lie in tables by begin, or by end, or both.
    private int* RightByBegin => (int*)_buffer.Pointer;

    private int* RightByEnd => RightByBegin + TableLength;

    private int* LeftByBegin => RightByEnd + TableLength;

    private int* LeftByEnd => LeftByBegin + TableLength;

    private int* ArcRightByBegin => LeftByEnd + TableLength;

    private int* ArcLeftByEnd => ArcRightByBegin + TableLength;

    /// <summary>Whether no two arcs cross.</summary>
    public static bool IsProjective(ReadOnlySpan<int> heads)
    {
        for (int i = 0; i < heads.Length; i++)
        {
            if (heads[i] == 0) continue;
            int begin = Math.Min(i + 1, heads[i]), end = Math.Max(i + 1, heads[i]);
            for (int k = begin + 1; k < end; k++)
            {
                if (heads[k - 1] < begin || heads[k - 1] > end) return false;
            }
        }

        return true;
    }

    /// <summary>Sets the heads; the scores are as <see cref="TreeDecoder.Decode"/> has them.</summary>
    public void Decode(ReadOnlySpan<int> scores, int stride, int count, Span<int> heads)
    {
        _width = ((count + Lanes - 1) / Lanes * Lanes) + Lanes;
        for (int table = 0; table < TableCount; table++) new Span<int>(RightByBegin + (table * TableLength), count * _width).Fill(TreeDecoder.Impossible);
        for (int i = 0; i < count; i++) RightByBegin[At(i, i)] = RightByEnd[At(i, i)] = LeftByBegin[At(i, i)] = LeftByEnd[At(i, i)] = 0;
        for (int length = 1; length < count; length++)
        {
            for (int s = 0, t = length; t < count; s++, t++) Join(scores[(t * stride) + s + 1], scores[(s * stride) + t + 1], s, t);
        }

        int root = 0, greatest = int.MinValue;
        for (int i = 0; i < count; i++)
        {
            int score = LeftByBegin[i] + RightByBegin[At(i, count - 1)] + scores[i * stride];
            if (score <= greatest) continue;
            greatest = score;
            root = i;
        }

        heads[root] = 0;
        HangLeft(0, root, heads);
        HangRight(root, count - 1, heads);
    }

    private int At(int row, int column) => (row * _width) + column;

    /// <summary>Scores the spans between two words, given the scores of the arcs to the right and to the left.</summary>
    private void Join(int right, int left, int s, int t)
    {
        int row = s * _width, column = t * _width, length = t - s;
        int between = Greatest(RightByBegin + row + s, LeftByEnd + column + s + 1, length);
        ArcRightByBegin[row + t] = between + right;
        ArcLeftByEnd[column + s] = between + left;
        RightByBegin[row + t] = RightByEnd[column + s] = Greatest(ArcRightByBegin + row + s + 1, RightByEnd + column + s + 1, length);
        LeftByBegin[row + t] = LeftByEnd[column + s] = Greatest(LeftByBegin + row + s, ArcLeftByEnd + column + s, length);
    }

    private static int Greatest(int* first, int* second, int length)
    {
        Vector256<int> greatest = Vector256.Load(first) + Vector256.Load(second);
        for (int k = Lanes; k < length; k += Lanes) greatest = Vector256.Max(greatest, Vector256.Load(first + k) + Vector256.Load(second + k));
        return FixedPoint.Greatest(greatest);
    }

    private static int Place(int* first, int* second, int sum)
    {
        int place = 0;
        while (first[place] + second[place] != sum) place++;
        return place;
    }

    private void HangRight(int s, int t, Span<int> heads)
    {
        while (s < t)
        {
            int k = s + 1 + Place(ArcRightByBegin + At(s, s + 1), RightByEnd + At(t, s + 1), RightByBegin[At(s, t)]);
            heads[k] = s + 1;
            Between(s, k, heads);
            s = k;
        }
    }

    private void HangLeft(int s, int t, Span<int> heads)
    {
        while (s < t)
        {
            int k = s + Place(LeftByBegin + At(s, s), ArcLeftByEnd + At(t, s), LeftByBegin[At(s, t)]);
            heads[k] = t + 1;
            Between(k, t, heads);
            t = k;
        }
    }

    /// <summary>Hangs what lies between the ends of an arc.</summary>
    private void Between(int s, int t, Span<int> heads)
    {
        int* first = RightByBegin + At(s, s), second = LeftByEnd + At(t, s + 1);
        int k = s + Place(first, second, Greatest(first, second, t - s));
        HangRight(s, k, heads);
        HangLeft(k + 1, t, heads);
    }
}
