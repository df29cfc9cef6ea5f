namespace Lingotto.Parsing;

/// <summary>Finds a tree with one root in a matrix of arc scores.</summary>
internal static class TreeDecoder
{
    /// <summary>
    /// Sets the head of each of <paramref name="count"/> words, 0 for the root and from 1 for a word.
    /// </summary>
    /// <remarks>
    /// The root is the word that gains most by being it; every other word takes its best head, and each cycle is then opened at the arc where
    /// leaving it costs least (the first step of Chu and Liu 1965, without scoring the contracted graph again). Quadratic.
    /// </remarks>
    /// <param name="scores">Row <c>i</c>: the scores of heads 0 to <paramref name="count"/> for word <c>i + 1</c>.</param>
    /// <param name="stride">Length of a row.</param>
    /// <param name="count">Number of words, at least 1.</param>
    /// <param name="heads">The heads, <paramref name="count"/> of them.</param>
    /// <param name="component">Room for <paramref name="count"/> numbers.</param>
    public static void Decode(ReadOnlySpan<float> scores, int stride, int count, Span<int> heads, Span<int> component)
    {
        int root = 0;
        float gain = float.NegativeInfinity;
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<float> row = scores.Slice(i * stride, count + 1);
            int best = 0;
            float bestScore = float.NegativeInfinity;
            for (int h = 1; h <= count; h++)
            {
                if (h == i + 1 || !(row[h] > bestScore)) continue;
                best = h;
                bestScore = row[h];
            }

            heads[i] = best;
            float difference = best == 0 ? float.MaxValue : row[0] - bestScore;
            if (difference > gain)
            {
                gain = difference;
                root = i;
            }
        }

        // A row without a finite score, which only a broken model could give, hangs on the root.
        for (int i = 0; i < count; i++)
        {
            if (heads[i] == 0) heads[i] = root + 1;
        }

        heads[root] = 0;
        while (MarkComponents(heads[..count], component[..count], out int cycle)) OpenCycle(scores, stride, heads[..count], component[..count], cycle);
    }

    /// <summary>Numbers the words by the tree or cycle that their heads lead to: 1 for the root's, then 2 and on. False where there is no cycle.</summary>
    private static bool MarkComponents(ReadOnlySpan<int> heads, Span<int> component, out int cycle)
    {
        component.Clear();
        cycle = -1;
        int next = 2;
        for (int i = 0; i < heads.Length; i++)
        {
            int at = i;
            while (at >= 0 && component[at] == 0)
            {
                component[at] = -1;
                at = heads[at] - 1;
            }

            int mark = at < 0 ? 1 : component[at];
            if (mark == -1)
            {
                mark = next++;
                cycle = at;
            }

            for (at = i; at >= 0 && component[at] == -1; at = heads[at] - 1) component[at] = mark;
        }

        return cycle >= 0;
    }

    private static void OpenCycle(ReadOnlySpan<float> scores, int stride, Span<int> heads, ReadOnlySpan<int> component, int cycle)
    {
        int word = -1, head = 0;
        float least = float.PositiveInfinity;
        int at = cycle;
        do
        {
            ReadOnlySpan<float> row = scores.Slice(at * stride, heads.Length + 1);
            float now = row[heads[at]];
            for (int h = 1; h <= heads.Length; h++)
            {
                if (component[h - 1] == component[at] || (word >= 0 && !(now - row[h] < least))) continue;
                word = at;
                head = h;
                least = now - row[h];
            }

            at = heads[at] - 1;
        }
        while (at != cycle);
        heads[word] = head;
    }
}
