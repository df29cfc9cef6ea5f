using System.Runtime.CompilerServices;

namespace Lingotto.Ner;

/// <summary>Collects the features of one position, at most <see cref="FeatureTable.MostFeatures"/>. Used again for position after position. Not safe for concurrent use.</summary>
internal sealed class FeatureBuffer
{
    private readonly uint[] _features = new uint[FeatureTable.MostFeatures];

    public int Count { get; private set; }

    public ReadOnlySpan<uint> Features => _features.AsSpan(0, Count);

    public void Clear() => Count = 0;

    /// <summary>Adds a feature of a template whose value is a hash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint template, uint value)
    {
        _features[Count++] = FeatureHash.Mix(template, value);
    }

    /// <summary>Adds a feature of a template whose value is a pair.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint template, uint first, uint second) => Add(template, FeatureHash.Mix(first, second));
}
