namespace Lingotto.Parsing;

/// <summary>Finds a tree with one root in a matrix of arc scores.</summary>
internal static unsafe class TreeDecoder
{
    /// <summary>The score of what is no arc; all others lie above its half.</summary>
    public const int Impossible = -1_000_000_000;

    /// <summary>
    /// Sets the head of each of <paramref name="count"/> words, 0 for the root and from 1 for a word. True where there was a cycle to open.
    /// </summary>
    /// <remarks>
    /// The root is the word that gains most by being it; every other word takes its best head, and each cycle is then opened at the arc where
    /// leaving it costs least (the first step of Chu and Liu 1965, without scoring the contracted graph again). Quadratic.
    /// </remarks>
    /// <param name="scores">Row <c>i</c>: the scores of heads 0 to <paramref name="count"/> for word <c>i + 1</c>; the word itself and what follows are <see cref="Impossible"/>.</param>
    /// <param name="stride">Length of a row, a multiple of 8.</param>
    /// <param name="count">Number of words, at least 1.</param>
    /// <param name="heads">The heads, <paramref name="count"/> of them.</param>
    /// <param name="component">Room for <paramref name="count"/> numbers.</param>
    public static bool Decode(Span<int> scores, int stride, int count, Span<int> heads, Span<int> component)
    {
        heads = heads[..count];
        heads[BestHeads(scores, stride, heads)] = 0;
        bool hadCycle = false;
        while (MarkComponents(heads, component[..count], out int cycle))
        {
            OpenCycle(scores, stride, heads, component[..count], cycle);
            hadCycle = true;
        }

        return hadCycle;
    }

    /// <summary>Gives every word its best head that is not the root; returns the word that gains most by hanging on the root.</summary>
    private static int BestHeads(Span<int> scores, int stride, Span<int> heads)
    {
        int root = 0, gain = int.MinValue;
        fixed (int* first = scores)
        {
            for (int i = 0; i < heads.Length; i++)
            {
                int* row = first + ((long)i * stride);
                int rootScore = row[0];
                row[0] = Impossible;
                int best = FixedPoint.Greatest(row, stride);
                row[0] = rootScore;
                heads[i] = 1 + new ReadOnlySpan<int>(row + 1, stride - 1).IndexOf(best);
                if (rootScore - best <= gain) continue;
                gain = rootScore - best;
                root = i;
            }
        }

        return root;
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

    private static void OpenCycle(ReadOnlySpan<int> scores, int stride, Span<int> heads, ReadOnlySpan<int> component, int cycle)
    {
        int word = -1, head = 0, least = int.MaxValue, at = cycle;
        do
        {
            ReadOnlySpan<int> row = scores.Slice(at * stride, heads.Length + 1);
            int now = row[heads[at]];
            for (int h = 1; h <= heads.Length; h++)
            {
                if (component[h - 1] == component[at] || (word >= 0 && now - row[h] >= least)) continue;
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
