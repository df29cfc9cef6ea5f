using System.Runtime.CompilerServices;

namespace Lingotto.Ner;

/// <summary>The hash functions that features are named by; models depend on them, so they never change within a format version.</summary>
internal static class FeatureHash
{
    public const uint Seed = 2166136261u;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Add(uint hash, char c) => (hash ^ c) * 16777619u;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint a, uint b)
    {
        uint h = (a * 0x9E3779B1u) ^ (b + 0x85EBCA77u + (a << 7));
        h ^= h >> 15;
        h *= 0x2C1B3C6Du;
        return h ^ (h >> 13);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint a, uint b, uint c) => Mix(Mix(a, b), c);

    public static uint OfLower(ReadOnlySpan<char> word)
    {
        uint hash = Seed;
        foreach (char c in word) hash = Add(hash, Fold(c));
        return hash;
    }

    /// <summary>Lower case, one digit for all, one apostrophe for all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char Fold(char c)
    {
        if (c < 128)
        {
            if (c is >= 'A' and <= 'Z') return (char)(c | 0x20);
            return c is >= '0' and <= '9' ? '0' : c;
        }

        return c is '’' or '‘' or 'ʼ' ? '\'' : char.ToLowerInvariant(c);
    }
}
