namespace Lingotto.Tagging;

/// <summary>Hashes of features: template and values to a well-mixed number.</summary>
internal static class FeatureHash
{
    public static ulong Mix(uint a, uint b)
    {
        ulong x = (((ulong)a << 32) | b) * 0x9E3779B97F4A7C15;
        x ^= x >> 32;
        x *= 0xD6E8FEB86659FD93;
        return x ^ (x >> 32);
    }

    public static uint Of(uint template, uint a) => Finish((a + (template * 0x9E3779B1)) * 0x85EBCA6B);

    public static uint Of(uint template, uint a, uint b) => Finish((((a + (template * 0x9E3779B1)) * 0x85EBCA6B) ^ (b * 0xC2B2AE35)) * 0x27D4EB2F);

    public static uint Of(uint template, uint a, uint b, uint c) => Of(template, Of(0, a, b), c);

    private static uint Finish(uint x)
    {
        x ^= x >> 15;
        x *= 0x2C1B3C6D;
        return x ^ (x >> 13);
    }
}
