namespace Lingotto;

/// <summary>
/// The character n-grams of a text, from one to five letters, words bounded by a blank: lower case, whatever is no letter is a blank, blanks
/// are never doubled.
/// </summary>
internal static class NgramReader
{
    public const int Longest = 5;
    private const uint Prime = 16777619;

    /// <summary>Writes the normalised text, at most as long as <paramref name="target"/>; returns its length and counts letters and words.</summary>
    public static int Normalise(ReadOnlySpan<char> text, Span<char> target, out int letters, out int words)
    {
        CharacterClass[] classes = CharacterClasses.Table;
        int length = 0;
        letters = words = 0;
        bool blank = false;
        if (target.Length > 0) target[length++] = ' ';
        foreach (char c in text)
        {
            if (length + 2 > target.Length) break;
            CharacterClass kind = classes[c];
            if (CharacterClasses.IsLetter(kind) || kind is CharacterClass.Mark or CharacterClass.HighSurrogate or CharacterClass.LowSurrogate)
            {
                if (length == 1 || blank)
                {
                    if (length > 1) target[length++] = ' ';
                    words++;
                }

                blank = false;
                letters++;
                target[length++] = char.ToLowerInvariant(c);
            }
            else if (c is '\'' or '\u2019' && length > 1 && !blank)
            {
                target[length++] = '\'';
            }
            else
            {
                blank = true;
            }
        }

        if (length < target.Length) target[length++] = ' ';
        return length;
    }

    /// <summary>The hash of an n-gram that is one character longer.</summary>
    public static uint Extend(uint hash, char c) => (hash ^ c) * Prime;

    /// <summary>The hash that an n-gram begins with.</summary>
    public const uint Start = 2166136261;

    /// <summary>Scatters a hash over a table.</summary>
    public static uint Mix(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85EBCA6Bu;
        hash ^= hash >> 13;
        return hash * 0xC2B2AE35u;
    }
}
