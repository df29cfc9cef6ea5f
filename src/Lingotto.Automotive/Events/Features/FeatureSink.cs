namespace Lingotto.Automotive;

/// <summary>Collects hashed binary features in a buffer that is reused. Not safe for concurrent use.</summary>
internal sealed class FeatureSink
{
    private uint[] _items = new uint[256];

    public int Count { get; private set; }

    public ReadOnlySpan<uint> Items => _items.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(uint template) => Push(template * 0x9E3779B1u);

    public void Add(uint template, uint a) => Push(Hash.Mix(template, a));

    public void Add(uint template, uint a, uint b) => Push(Hash.Mix(Hash.Mix(template, a), b));

    public void Add(uint template, uint a, uint b, uint c) => Push(Hash.Mix(Hash.Mix(Hash.Mix(template, a), b), c));

    public void Add(uint template, uint a, uint b, uint c, uint d) => Push(Hash.Mix(Hash.Mix(Hash.Mix(Hash.Mix(template, a), b), c), d));

    private void Push(uint hash)
    {
        if (Count == _items.Length) Array.Resize(ref _items, 2 * _items.Length);
        _items[Count++] = hash;
    }
}
