namespace Lingotto.Tagging;

/// <summary>The features by which a word's morphological features are chosen among those its form and class allow, left to right, all classes known.</summary>
internal static class FeatsFeatures
{
    public const int Maximum = 52;

    /// <summary>Writes the hashes of all features of word <paramref name="at"/> (counted with the padding); gives their number.</summary>
    public static int Fill(TaggerScratch s, int at, Span<uint> output)
    {
        int n = FillOwn(s, at, s.Class[at], output);
        return n + FillContext(s, at, output[n..]);
    }

    /// <summary>Writes the features that look at this word and its class only, whose weights are summed once for all its occurrences.</summary>
    public static int FillOwn(TaggerScratch s, int at, uint c, Span<uint> output)
    {
        ref WordForm w = ref s.Forms[at];
        uint shown = s.Hidden[at] ? 0 : uint.MaxValue, lower = FeatureHash.Of(0, (uint)w.Lower & shown, c);
        int n = 0;
        output[n++] = FeatureHash.Of(1, c);
        output[n++] = FeatureHash.Of(2, lower);
        output[n++] = FeatureHash.Of(3, w.Suffix1, c);
        output[n++] = FeatureHash.Of(4, w.Suffix2, c);
        output[n++] = FeatureHash.Of(5, w.Suffix3, c);
        output[n++] = FeatureHash.Of(6, w.Suffix4, c);
        output[n++] = FeatureHash.Of(7, w.Suffix5, c);
        output[n++] = FeatureHash.Of(8, (uint)w.Shape, c);
        output[n++] = FeatureHash.Of(9, (uint)w.Exact & shown, c);
        output[n++] = FeatureHash.Of(36, s.Ambiguity[at], c);
        if (s.Cluster[at] > 2) output[n++] = FeatureHash.Of(37, s.Cluster[at], c);
        output[n++] = FeatureHash.Of(60, s.Domain, lower);
        output[n++] = FeatureHash.Of(61, s.Domain, c);
        return n;
    }

    /// <summary>Writes the features that look at what stands around the word.</summary>
    public static int FillContext(TaggerScratch s, int at, Span<uint> output)
    {
        uint c = s.Class[at], lower = FeatureHash.Of(0, s.Hidden[at] ? 0 : (uint)s.Forms[at].Lower, c);
        uint l1 = (uint)s.Forms[at - 1].Lower, r1 = (uint)s.Forms[at + 1].Lower;
        uint cl1 = s.Class[at - 1], cl2 = s.Class[at - 2], cr1 = s.Class[at + 1], cr2 = s.Class[at + 2];
        uint f1 = s.Feats[at - 1], f2 = s.Feats[at - 2];
        int n = 0;
        output[n++] = FeatureHash.Of(11, f1, c);
        output[n++] = FeatureHash.Of(12, f1, cl1, c);
        output[n++] = FeatureHash.Of(13, f2, f1, c);
        output[n++] = FeatureHash.Of(14, l1, c);
        output[n++] = FeatureHash.Of(15, r1, c);
        output[n++] = FeatureHash.Of(16, l1, lower);
        output[n++] = FeatureHash.Of(17, lower, r1);
        output[n++] = FeatureHash.Of(18, cl1, c);
        output[n++] = FeatureHash.Of(19, c, cr1);
        output[n++] = FeatureHash.Of(20, cl1, c, cr1);
        output[n++] = FeatureHash.Of(21, c, cr1, cr2);
        output[n++] = FeatureHash.Of(22, cl2, cl1, c);
        output[n++] = FeatureHash.Of(23, lower, cl1);
        output[n++] = FeatureHash.Of(24, lower, cr1);
        output[n++] = FeatureHash.Of(25, s.Forms[at + 1].Suffix1, cr1, c);
        output[n++] = FeatureHash.Of(26, s.Forms[at + 1].Suffix2, cr1, c);
        output[n++] = FeatureHash.Of(27, s.Forms[at - 1].Suffix1, cl1, c);
        output[n++] = FeatureHash.Of(28, s.Forms[at + 2].Suffix1, cr2, c);
        output[n++] = FeatureHash.Of(34, f2, lower);
        output[n++] = FeatureHash.Of(35, f1, lower);
        output[n++] = FeatureHash.Of(38, (uint)s.Forms[at - 2].Lower, c);
        output[n++] = FeatureHash.Of(39, s.Forms[at + 1].Suffix2, lower);
        return n + FillGovernors(s, at, lower, output[n..]);
    }

    // What the word may agree with or depend on, to the left.
    private static int FillGovernors(TaggerScratch s, int at, uint lower, Span<uint> output)
    {
        uint c = s.Class[at];
        Governors(s, at, out uint auxiliary, out uint conjunction);
        Subject(s, at, out uint subject, out uint subjectFeats, out uint between);
        int n = 0;
        output[n++] = FeatureHash.Of(29, subjectFeats, c);
        output[n++] = FeatureHash.Of(30, subject, c);
        output[n++] = FeatureHash.Of(31, subjectFeats, lower);
        output[n++] = FeatureHash.Of(32, subjectFeats, between, c);
        output[n++] = FeatureHash.Of(33, subject, lower);
        output[n++] = FeatureHash.Of(40, auxiliary, c);
        output[n++] = FeatureHash.Of(41, auxiliary, lower);
        output[n++] = FeatureHash.Of(42, auxiliary, s.Class[at - 1], c);
        output[n++] = FeatureHash.Of(43, conjunction, c);
        output[n++] = FeatureHash.Of(44, conjunction, s.Forms[at].Suffix2, c);
        return n;
    }

    // The nearest noun or pronoun to the left within reach: what a verb may agree with.
    private static void Subject(TaggerScratch s, int at, out uint subject, out uint feats, out uint between)
    {
        const int Reach = 8;
        between = 0;
        for (int i = at - 1; i >= TaggerScratch.Padding && i >= at - Reach; i--)
        {
            if ((s.NominalMask >> s.Class[i] & 1) != 0)
            {
                subject = (uint)s.Forms[i].Lower;
                feats = s.Feats[i] | ((uint)s.Class[i] << 8);
                return;
            }

            between |= (uint)(s.PrepositionMask >> s.Class[i] & 1) | ((uint)(s.PunctuationMask >> s.Class[i] & 1) << 1);
        }

        subject = 1;
        feats = 0xFFFF;
    }

    // The nearest auxiliary and the nearest conjunction to the left within reach: what form a verb may have.
    private static void Governors(TaggerScratch s, int at, out uint auxiliary, out uint conjunction)
    {
        const int Reach = 7, AuxiliaryReach = 4;
        auxiliary = conjunction = 1;
        for (int i = at - 1; i >= TaggerScratch.Padding && i >= at - Reach; i--)
        {
            if (auxiliary == 1 && i >= at - AuxiliaryReach && (s.AuxiliaryMask >> s.Class[i] & 1) != 0) auxiliary = (uint)s.Forms[i].Lower;
            if ((s.ConjunctionMask >> s.Class[i] & 1) == 0) continue;
            conjunction = (uint)s.Forms[i].Lower;
            return;
        }
    }
}
