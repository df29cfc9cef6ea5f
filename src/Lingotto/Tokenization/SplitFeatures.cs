namespace Lingotto;

/// <summary>The features of a token that may be several words.</summary>
internal static class SplitFeatures
{
    public static void Add(ref FeatureList features, ref TokenWindow window, SplitRule rule, StemType stem)
    {
        ref readonly RawToken p1 = ref window[1], p0 = ref window[2], token = ref window[3], n0 = ref window[4], n1 = ref window[5];
        uint kind = TextHash.Join(rule.Key, (uint)stem);
        uint own = token.Class, before = p0.Class, after = n0.Class;
        features.Add(61, 0);
        features.Add(62, token.Hash);
        features.Add(63, kind);
        features.Add(64, (uint)stem, own);
        features.Add(65, kind, own);
        features.Add(66, token.Hash, p0.Hash);
        features.Add(67, token.Hash, n0.Hash);
        features.Add(68, token.Hash, before);
        features.Add(69, token.Hash, after);
        features.Add(70, (uint)stem, before, after);
        features.Add(71, (uint)stem, p0.Hash, own);
        features.Add(72, (uint)stem, n0.Hash, own);
        features.Add(73, (uint)stem, token.Code, p0.Code);
        features.Add(74, token.Hash, token.Code);
        features.Add(75, token.Hash, n0.Code);
        features.Add(76, token.Hash, before, after);
        features.Add(77, (uint)stem, (uint)Math.Min(token.Length, 10), own);
        features.Add(78, token.Hash, p1.Class, before);
        features.Add(79, token.Hash, after, n1.Class);
        features.Add(80, (uint)stem, own, TextHash.Join(token.Code, p0.Code));
    }
}
