namespace Lingotto.Parsing;

/// <summary>Finds the best tree with one root and without crossing arcs (Eisner 1996). Cubic, so for sentences of ordinary length only.</summary>
/// <remarks>
/// Trees of news hardly ever cross; where the best heads of the words do, or run in a circle, they are wrong, and the best tree that does not cross is nearer to the truth.
/// Spans are complete (all that hangs on one end, to the right or to the left) or incomplete (an arc between the ends).
/// </remarks>
internal sealed class ProjectiveDecoder
{
    /// <summary>Greatest number of words.</summary>
    public const int Capacity = 80;

    private readonly int[] _right = new int[Capacity * Capacity];
    private readonly int[] _left = new int[Capacity * Capacity];
    private readonly int[] _arcRight = new int[Capacity * Capacity];
    private readonly int[] _arcLeft = new int[Capacity * Capacity];
    private readonly byte[] _splitRight = new byte[Capacity * Capacity];
    private readonly byte[] _splitLeft = new byte[Capacity * Capacity];
    private readonly byte[] _splitArc = new byte[Capacity * Capacity];

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
        for (int i = 0; i < count; i++) _right[(i * Capacity) + i] = _left[(i * Capacity) + i] = 0;
        for (int length = 1; length < count; length++)
        {
            for (int s = 0; s + length < count; s++) Join(scores, stride, s, s + length);
        }

        int root = 0;
        long greatest = long.MinValue;
        for (int i = 0; i < count; i++)
        {
            long score = (long)_left[i] + _right[(i * Capacity) + count - 1] + scores[i * stride];
            if (score <= greatest) continue;
            greatest = score;
            root = i;
        }

        heads[root] = 0;
        HangLeft(0, root, heads);
        HangRight(root, count - 1, heads);
    }

    private void Join(ReadOnlySpan<int> scores, int stride, int s, int t)
    {
        int row = s * Capacity, best = int.MinValue, split = s;
        for (int k = s; k < t; k++)
        {
            int score = _right[row + k] + _left[((k + 1) * Capacity) + t];
            if (score <= best) continue;
            best = score;
            split = k;
        }

        _splitArc[row + t] = (byte)split;
        _arcRight[row + t] = best + scores[(t * stride) + s + 1];
        _arcLeft[row + t] = best + scores[(s * stride) + t + 1];
        best = int.MinValue;
        for (int k = s + 1; k <= t; k++)
        {
            int score = _arcRight[row + k] + _right[(k * Capacity) + t];
            if (score <= best) continue;
            best = score;
            split = k;
        }

        _right[row + t] = best;
        _splitRight[row + t] = (byte)split;
        best = int.MinValue;
        for (int k = s; k < t; k++)
        {
            int score = _left[row + k] + _arcLeft[(k * Capacity) + t];
            if (score <= best) continue;
            best = score;
            split = k;
        }

        _left[row + t] = best;
        _splitLeft[row + t] = (byte)split;
    }

    private void HangRight(int s, int t, Span<int> heads)
    {
        while (s < t)
        {
            int k = _splitRight[(s * Capacity) + t];
            heads[k] = s + 1;
            Between(s, k, heads);
            s = k;
        }
    }

    private void HangLeft(int s, int t, Span<int> heads)
    {
        while (s < t)
        {
            int k = _splitLeft[(s * Capacity) + t];
            heads[k] = t + 1;
            Between(k, t, heads);
            t = k;
        }
    }

    private void Between(int s, int t, Span<int> heads)
    {
        int k = _splitArc[(s * Capacity) + t];
        HangRight(s, k, heads);
        HangLeft(k + 1, t, heads);
    }
}
