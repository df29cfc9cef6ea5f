namespace Lingotto;

/// <summary>Hashes of text and of features: the same on every machine and in every version of a model format.</summary>
internal static class TextHash
{
    public const uint Seed = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The hash of a text without regard to case and to the code point of its apostrophes; format characters and marks count.</summary>
    public static uint Of(ReadOnlySpan<char> text)
    {
        uint hash = Seed;
        foreach (char c in text) hash = Add(hash, Fold(c));
        return hash;
    }

    /// <summary>Appends a folded character to a hash.</summary>
    public static uint Add(uint hash, char folded) => (hash ^ folded) * Prime;

    /// <summary>Lower case, and one code point for every apostrophe.</summary>
    public static char Fold(char c)
    {
        if (c < 128) return (uint)(c - 'A') <= 'Z' - 'A' ? (char)(c | 0x20) : c;
        return c is '\u2019' or '\u02BC' or '\u2018' or '\u00B4' ? '\'' : char.ToLowerInvariant(c);
    }

    /// <summary>The hash of a feature: its template and its value.</summary>
    public static uint Feature(uint template, uint value)
    {
        uint hash = (value ^ (template * 0x9E3779B1u)) * 0x85EBCA6Bu;
        hash ^= hash >> 15;
        return hash * 0xC2B2AE35u;
    }

    /// <summary>The hash of a feature of two values.</summary>
    public static uint Feature(uint template, uint first, uint second) => Feature(template, Join(first, second));

    /// <summary>The hash of a feature of three values.</summary>
    public static uint Feature(uint template, uint first, uint second, uint third) => Feature(template, Join(Join(first, second), third));

    /// <summary>One value of two, order mattering.</summary>
    public static uint Join(uint first, uint second) => (first * 0x2C1B3C6Du) ^ System.Numerics.BitOperations.RotateLeft(second * 0x297A2D39u, 13);
}
