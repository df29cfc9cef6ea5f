namespace Lingotto.Automotive;

/// <summary>Collects the numbers of a vector in order, in a buffer that is reused. Not safe for concurrent use.</summary>
internal sealed class VectorSink
{
    /// <summary>A vector has at most so many numbers, as trees name them by a byte.</summary>
    public const int Capacity = 255;

    private readonly float[] _items = new float[Capacity];

    public int Count { get; private set; }

    public ReadOnlySpan<float> Items => _items.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(double value) => _items[Count++] = (float)value;

    public void Add(bool value) => _items[Count++] = value ? 1 : 0;

    /// <summary>Adds zeros to be set one by one.</summary>
    public Span<float> Reserve(int count)
    {
        Span<float> reserved = _items.AsSpan(Count, count);
        reserved.Clear();
        Count += count;
        return reserved;
    }

    /// <summary>A number each for the values of an enumeration, 1 for the one that holds.</summary>
    public void AddChoice(int chosen, int count)
    {
        Span<float> reserved = Reserve(count);
        if (chosen >= 0 && chosen < count) reserved[chosen] = 1;
    }
}
