namespace Lingotto;

/// <summary>What is known of the token that grows.</summary>
/// <param name="Joined">Whether the left atom was joined to the one before it.</param>
/// <param name="JoinedBefore">Whether that one was joined too.</param>
/// <param name="TokenStart">Where the token begins.</param>
/// <param name="ApostropheIsOpen">Whether an apostrophe that opens a quotation stands not far before.</param>
internal readonly record struct JoinState(bool Joined, bool JoinedBefore, int TokenStart, bool ApostropheIsOpen);

/// <summary>The features of a place between two atoms without space between them.</summary>
internal static class JoinFeatures
{
    public static void Add(ref FeatureList features, ref AtomWindow window, ReadOnlySpan<ushort> classes, JoinState state)
    {
        ref readonly Atom p2 = ref window[0], p1 = ref window[1], p0 = ref window[2], n0 = ref window[3], n1 = ref window[4], n2 = ref window[5];
        uint joined = (state.Joined ? 1u : 0u) | (state.JoinedBefore ? 2u : 0u);
        uint s0 = Code(p0), t0 = Code(n0), s1 = Code(p1), t1 = Code(n1);
        uint g1 = (uint)p0.Before, h1 = (uint)n1.Before;
        uint pair = TextHash.Join(s0, t0);
        features.Add(1, 0);
        features.Add(2, pair);
        features.Add(3, pair, joined);
        features.Add(4, pair, s1, g1);
        features.Add(5, pair, t1, h1);
        features.Add(6, TextHash.Join(pair, joined), TextHash.Join(s1, g1), TextHash.Join(t1, h1));
        features.Add(7, p0.Hash, t0);
        features.Add(8, s0, n0.Hash);
        features.Add(9, p0.Hash, n0.Hash);
        features.Add(10, p1.Hash, TextHash.Join(pair, g1));
        features.Add(11, n1.Hash, TextHash.Join(pair, h1));
        features.Add(12, p1.Hash, p0.Hash, n0.Hash);
        features.Add(13, p0.Hash, n0.Hash, n1.Hash);
        features.Add(14, p0.Hash, TextHash.Join(t0, t1), h1);
        features.Add(15, pair, Size(p0), Size(n0));
        features.Add(16, pair, Size(n1), TextHash.Join(t1, h1));
        features.Add(17, TextHash.Join(pair, t1), TextHash.Join(Code(n2), (uint)n2.Before), h1);
        features.Add(18, TextHash.Join(pair, s1), TextHash.Join(Code(p2), (uint)p1.Before), joined);
        features.Add(19, pair, state.ApostropheIsOpen ? 1u : 0u, TextHash.Join(t1, h1));
        features.Add(20, pair, WordClasses.Of(classes, p0.Hash), TextHash.Join(WordClasses.Of(classes, n1.Hash), h1));
        features.Add(21, pair, WordClasses.Of(classes, n0.Hash), joined);
        features.Add(22, pair, Letters(p0));
        features.Add(23, pair, WordClasses.Of(classes, p1.Hash), TextHash.Join(s1, t1));
    }

    private static uint Code(in Atom atom) => atom.Kind == AtomKind.Symbol ? 256u + atom.First : (uint)atom.Shape;

    private static uint Size(in Atom atom) => (uint)Math.Min(atom.Length, 6);

    private static uint Letters(in Atom atom) => atom.Kind == AtomKind.Letters ? ((uint)atom.Shape << 8) | (uint)Math.Min(atom.Length, 12) : 0u;
}
