namespace Lingotto.Tagging;

/// <summary>Sums of the features of one word that it shares with many others, by group. Not safe for concurrent use.</summary>
internal sealed class SharedSums
{
    private readonly SharedRows _endings = new(), _beginnings = new(), _kinds = new();

    /// <summary>Adds the weights of all features of a word's class that look at this word only, but those of its form.</summary>
    public void Add(TaggerScratch s, int at, FeatureTable weights, Span<int> scores)
    {
        Span<uint> features = stackalloc uint[8];
        ref WordForm w = ref s.Forms[at];
        int count = ClassFeatures.FillEnding(s, at, features);
        _endings.Add((Pack(w.Suffix3, w.Suffix2), Pack(w.Suffix1, (uint)w.Shape)), features[..count], weights, scores);
        count = ClassFeatures.FillBeginning(s, at, features);
        _beginnings.Add((Pack(w.Prefix3, w.Prefix2), w.Prefix1), features[..count], weights, scores);
        count = ClassFeatures.FillKind(s, at, features);
        _kinds.Add((Pack(s.Ambiguity[at], (uint)w.Shape), Pack(s.Domain, s.Capitals[at])), features[..count], weights, scores);
    }

    private static ulong Pack(uint high, uint low) => ((ulong)high << 32) | low;
}
