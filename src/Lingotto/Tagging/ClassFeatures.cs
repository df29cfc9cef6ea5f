namespace Lingotto.Tagging;

/// <summary>
/// The features by which a word's class is decided, before the classes around it are known. Those that look at one word only are listed by where that
/// word stands, since their weights are summed once for all its occurrences; the others are asked where they are needed.
/// </summary>
internal static class ClassFeatures
{
    public const int Maximum = 80;
    public const int Transitions = 8;
    private const uint FirstTransition = 100, Trigram = 120;

    /// <summary>Writes the hashes of the features of a word's class that see the class before it; always <see cref="Transitions"/>.</summary>
    public static void FillTransitions(TaggerScratch s, int at, uint before, Span<uint> output)
    {
        ref WordForm w = ref s.Forms[at];
        uint shapes = ((uint)w.Shape << 4) + ((uint)s.Forms[at + 1].Shape << 18) + s.Capitals[at];
        output[0] = FeatureHash.Of(FirstTransition, before);
        output[1] = FeatureHash.Of(FirstTransition + 1, before, s.Hidden[at] ? 0 : (uint)w.Lower);
        output[2] = FeatureHash.Of(FirstTransition + 2, before, s.Ambiguity[at]);
        output[3] = FeatureHash.Of(FirstTransition + 3, before, (uint)s.Forms[at + 1].Lower);
        output[4] = FeatureHash.Of(FirstTransition + 4, before, shapes);
        output[5] = FeatureHash.Of(FirstTransition + 5, before, (uint)s.Forms[at - 1].Lower);
        output[6] = FeatureHash.Of(FirstTransition + 6, before, w.Suffix2);
        output[7] = FeatureHash.Of(FirstTransition + 7, before, s.Ambiguity[at + 1]);
    }

    /// <summary>The hash of the feature of a word's class that sees the two classes before it.</summary>
    public static uint OfTrigram(uint before2, uint before) => FeatureHash.Of(Trigram, before2, before);

    /// <summary>Writes the hashes of all features of word <paramref name="at"/> (counted with the padding); gives their number.</summary>
    public static int Fill(TaggerScratch s, int at, Span<uint> output)
    {
        int n = FillOwn(s, at, output);
        n += FillNeighbour(s, at - 1, 1, output[n..]);
        n += FillNeighbour(s, at + 1, -1, output[n..]);
        n += FillNeighbour(s, at - 2, 2, output[n..]);
        n += FillNeighbour(s, at + 2, -2, output[n..]);
        return n + FillPairs(s, at, output[n..]);
    }

    /// <summary>Writes the features of a word's class that look at this word only.</summary>
    public static int FillOwn(TaggerScratch s, int at, Span<uint> output)
    {
        int n = FillForm(s, at, output);
        n += FillEnding(s, at, output[n..]);
        n += FillBeginning(s, at, output[n..]);
        return n + FillKind(s, at, output[n..]);
    }

    /// <summary>Of these, those that tell the form from nearly all others.</summary>
    public static int FillForm(TaggerScratch s, int at, Span<uint> output)
    {
        ref WordForm w = ref s.Forms[at];
        uint shown = s.Hidden[at] ? 0 : uint.MaxValue, lower = (uint)w.Lower & shown;
        int n = 0;
        output[n++] = FeatureHash.Of(1, (uint)w.Exact & shown);
        output[n++] = FeatureHash.Of(2, lower);
        output[n++] = FeatureHash.Of(6, w.Suffix4);
        output[n++] = FeatureHash.Of(7, w.Suffix5);
        output[n++] = FeatureHash.Of(11, w.Prefix4);
        if (s.Cluster[at] > 2) output[n++] = FeatureHash.Of(43, s.Cluster[at]);
        output[n++] = FeatureHash.Of(60, s.Domain, lower);
        return n;
    }

    /// <summary>Of these, those by the last letters and the shape.</summary>
    public static int FillEnding(TaggerScratch s, int at, Span<uint> output)
    {
        ref WordForm w = ref s.Forms[at];
        output[0] = FeatureHash.Of(3, w.Suffix1);
        output[1] = FeatureHash.Of(4, w.Suffix2);
        output[2] = FeatureHash.Of(5, w.Suffix3);
        output[3] = FeatureHash.Of(13, (uint)w.Shape, w.Suffix3);
        return 4;
    }

    /// <summary>Of these, those by the first letters.</summary>
    public static int FillBeginning(TaggerScratch s, int at, Span<uint> output)
    {
        ref WordForm w = ref s.Forms[at];
        output[0] = FeatureHash.Of(8, w.Prefix1);
        output[1] = FeatureHash.Of(9, w.Prefix2);
        output[2] = FeatureHash.Of(10, w.Prefix3);
        return 3;
    }

    /// <summary>Of these, those by the shape, by what the word may be and by how it is capitalised elsewhere.</summary>
    public static int FillKind(TaggerScratch s, int at, Span<uint> output)
    {
        uint shape = (uint)s.Forms[at].Shape, a = s.Ambiguity[at], b = s.Capitals[at];
        output[0] = FeatureHash.Of(12, shape);
        output[1] = FeatureHash.Of(14, a);
        output[2] = FeatureHash.Of(15, a, shape);
        output[3] = FeatureHash.Of(51, b, shape);
        output[4] = FeatureHash.Of(56, a, b, shape);
        output[5] = FeatureHash.Of(61, s.Domain, a);
        return 6;
    }

    /// <summary>Writes the features that look at word <paramref name="at"/> only, for the class of the word <paramref name="distance"/> after it (before it where negative).</summary>
    public static int FillNeighbour(TaggerScratch s, int at, int distance, Span<uint> output)
    {
        (uint form, uint ambiguity, uint cluster) = distance switch { 1 => (16u, 41u, 0u), -1 => (17u, 42u, 0u), 2 => (18u, 0u, 49u), _ => (19u, 0u, 48u) };
        int n = 0;
        output[n++] = FeatureHash.Of(form, (uint)s.Forms[at].Lower);
        if (ambiguity != 0) output[n++] = FeatureHash.Of(ambiguity, s.Ambiguity[at]);
        if (cluster != 0 && s.Cluster[at] > 2) output[n++] = FeatureHash.Of(cluster, s.Cluster[at]);
        return n;
    }

    /// <summary>Writes the features that look at two words or more.</summary>
    public static int FillPairs(TaggerScratch s, int at, Span<uint> output)
    {
        ref WordForm w = ref s.Forms[at];
        uint lower = s.Hidden[at] ? 0 : (uint)w.Lower, shape = (uint)w.Shape;
        uint l1 = (uint)s.Forms[at - 1].Lower, r1 = (uint)s.Forms[at + 1].Lower;
        uint a = s.Ambiguity[at], al1 = s.Ambiguity[at - 1], ar1 = s.Ambiguity[at + 1], ar2 = s.Ambiguity[at + 2];
        uint sl1 = s.Forms[at - 1].Suffix3, sr1 = s.Forms[at + 1].Suffix3;
        uint c = s.Cluster[at], cl1 = s.Cluster[at - 1], cr1 = s.Cluster[at + 1];
        int n = 0;
        output[n++] = FeatureHash.Of(20, l1, lower);
        output[n++] = FeatureHash.Of(21, lower, r1);
        output[n++] = FeatureHash.Of(22, l1, r1);
        output[n++] = FeatureHash.Of(23, (uint)s.Forms[at - 2].Lower, l1);
        output[n++] = FeatureHash.Of(24, r1, (uint)s.Forms[at + 2].Lower);
        output[n++] = FeatureHash.Of(25, al1, a, ar1);
        output[n++] = FeatureHash.Of(26, a, ar1, ar2);
        output[n++] = FeatureHash.Of(27, s.Ambiguity[at - 2], al1, a);
        output[n++] = FeatureHash.Of(28, a, ar1);
        output[n++] = FeatureHash.Of(29, al1, a);
        output[n++] = FeatureHash.Of(30, l1, a);
        output[n++] = FeatureHash.Of(31, a, r1);
        output[n++] = FeatureHash.Of(32, lower, ar1);
        output[n++] = FeatureHash.Of(33, al1, lower);
        output[n++] = FeatureHash.Of(34, sl1, a);
        output[n++] = FeatureHash.Of(35, sr1, a);
        output[n++] = FeatureHash.Of(36, sr1, w.Suffix3);
        output[n++] = FeatureHash.Of(37, sl1, w.Suffix3);
        output[n++] = FeatureHash.Of(40, ar1, ar2);
        if (c + cl1 > 4) output[n++] = FeatureHash.Of(44, cl1, c);
        if (c + cr1 > 4) output[n++] = FeatureHash.Of(45, c, cr1);
        if (cl1 > 2) output[n++] = FeatureHash.Of(46, cl1, a);
        if (cr1 > 2) output[n++] = FeatureHash.Of(47, cr1, a);
        if (cl1 + cr1 > 4) output[n++] = FeatureHash.Of(50, cl1, c, cr1);
        return n + FillShapes(s, at, output[n..]);
    }

    // How this word and those beside it are written.
    private static int FillShapes(TaggerScratch s, int at, Span<uint> output)
    {
        uint shape = (uint)s.Forms[at].Shape, left = (uint)s.Forms[at - 1].Shape, right = (uint)s.Forms[at + 1].Shape;
        uint b = s.Capitals[at], bl = s.Capitals[at - 1], br = s.Capitals[at + 1];
        output[0] = FeatureHash.Of(38, left, shape, right);
        output[1] = FeatureHash.Of(39, s.Ambiguity[at], right, shape);
        output[2] = FeatureHash.Of(52, b, shape, left);
        output[3] = FeatureHash.Of(53, (b << 3) | br, shape, right);
        output[4] = FeatureHash.Of(54, (b << 3) | bl, shape, left);
        output[5] = FeatureHash.Of(55, (b << 6) | (bl << 3) | br, shape);
        return 6;
    }
}
