using System.Numerics;

namespace Lingotto.Parsing;

/// <summary>
/// What the parser's network is given of a word: keys of its form, lemma, affixes and morphology, and a few small codes.
/// Trainer and parser share this code, so that both see the same.
/// </summary>
internal static class WordFeatures
{
    /// <summary>Number of features that are looked up in the model's key table; where a key is unknown, row <c>kind</c> stands in.</summary>
    public const int KeyCount = 6;

    /// <summary>Number of rows that a word adds up: its keys, part of speech, shape, treebank.</summary>
    public const int RowCount = KeyCount + 3;

    /// <summary>Position of the treebank's row among a word's rows.</summary>
    public const int TreebankSlot = KeyCount + 2;

    /// <summary>First row of the parts of speech; before it lie the stand-ins of unknown keys.</summary>
    public const int FirstUposRow = 8;

    /// <summary>First row of the shapes.</summary>
    public const int FirstShapeRow = 26;

    /// <summary>First row of the treebanks.</summary>
    public const int FirstTreebankRow = 42;

    /// <summary>First row that belongs to a key.</summary>
    public const int FirstKeyRow = 64;

    /// <summary>Writes the keys of a word: form, lemma, ends of three and of two letters, beginning, part of speech with features.</summary>
    public static void Keys(ReadOnlySpan<char> form, ReadOnlySpan<char> lemma, Upos upos, ReadOnlySpan<char> feats, Span<ulong> keys)
    {
        keys[0] = Hash(1, form);
        keys[1] = Hash(2, lemma);
        keys[2] = Hash(3, form[Math.Max(0, form.Length - 3)..]);
        keys[3] = Hash(4, form[Math.Max(0, form.Length - 2)..]);
        keys[4] = Hash(5, form[..Math.Min(3, form.Length)]);
        keys[5] = Raw(16 + (ulong)upos, feats);
    }

    /// <summary>The shape of a form, 0 to 15: its case and kind of characters, and whether it begins the sentence.</summary>
    public static int Shape(ReadOnlySpan<char> form, bool first)
    {
        int upper = 0, lower = 0, digit = 0, other = 0;
        foreach (char c in form)
        {
            if (char.IsAsciiLetterLower(c)) lower++;
            else if (char.IsAsciiDigit(c)) digit++;
            else if (char.IsUpper(c)) upper++;
            else if (char.IsLetter(c)) lower++;
            else other++;
        }

        int shape =
            digit > 0 ? (upper + lower > 0 ? 0 : 1)
            : upper + lower == 0 ? 2
            : upper == 0 ? (other > 0 ? 3 : 4)
            : lower == 0 ? (upper == 1 ? 5 : 6)
            : 7;
        return shape + (first ? 8 : 0);
    }

    private static ulong Hash(ulong seed, ReadOnlySpan<char> text)
    {
        ulong hash = seed * 0x9E3779B97F4A7C15;
        foreach (char c in text)
        {
            uint folded = c < 128
                ? (uint)(char.IsAsciiLetterUpper(c) ? c | 0x20 : char.IsAsciiDigit(c) ? '0' : c)
                : char.ToLowerInvariant(c);
            hash = BitOperations.RotateLeft((hash ^ folded) * 0xFF51AFD7ED558CCD, 27);
        }

        return Mix(hash);
    }

    private static ulong Raw(ulong seed, ReadOnlySpan<char> text)
    {
        ulong hash = seed * 0x9E3779B97F4A7C15;
        foreach (char c in text) hash = BitOperations.RotateLeft((hash ^ c) * 0xFF51AFD7ED558CCD, 27);
        return Mix(hash);
    }

    private static ulong Mix(ulong hash)
    {
        hash ^= hash >> 33;
        hash *= 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 29);
    }
}
