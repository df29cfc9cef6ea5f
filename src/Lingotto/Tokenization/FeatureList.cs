using System.Runtime.CompilerServices;

namespace Lingotto;

/// <summary>A list of feature hashes in memory of the stack.</summary>
internal ref struct FeatureList(Span<uint> memory)
{
    public const int Capacity = 64;

    private readonly Span<uint> _memory = memory;
    private int _count;

    public readonly ReadOnlySpan<uint> Features => _memory[.._count];

    public void Clear() => _count = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint template, uint value) => _memory[_count++] = TextHash.Feature(template, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint template, uint first, uint second) => _memory[_count++] = TextHash.Feature(template, first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint template, uint first, uint second, uint third) => _memory[_count++] = TextHash.Feature(template, first, second, third);
}
