namespace Lingotto.Automotive;

/// <summary>Stable 32-bit hashes of symbols and their combinations (FNV-1a; Fowler, Noll, Vo 1991), the same on every machine.</summary>
internal static class Hash
{
    private const uint Basis = 2166136261, Prime = 16777619;

    public static uint Of(ReadOnlySpan<char> text)
    {
        uint hash = Basis;
        foreach (char c in text) hash = (hash ^ c) * Prime;
        return hash;
    }

    /// <summary>Hash of the text in lower case (invariant), without making a string.</summary>
    public static uint OfLower(ReadOnlySpan<char> text)
    {
        uint hash = Basis;
        foreach (char c in text) hash = (hash ^ (c == '’' ? '\'' : char.ToLowerInvariant(c))) * Prime;
        return hash;
    }

    public static uint Mix(uint a, uint b)
    {
        uint h = (a * 0x9E3779B1u) ^ (b + 0x7F4A7C15u + (a << 6) + (a >> 2));
        h ^= h >> 15;
        h *= 0x85EBCA77u;
        return h ^ (h >> 13);
    }
}
