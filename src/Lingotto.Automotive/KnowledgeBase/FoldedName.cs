namespace Lingotto.Automotive;

/// <summary>
/// One piece of a name or a text as names are looked up: a run of letters and digits, its case and accents folded away. Apostrophes,
/// hyphens, dots and spaces divide pieces, so <c>Forlì</c> and <c>Forli'</c>, <c>e-CMP</c> and <c>E CMP</c> are the same.
/// </summary>
internal readonly record struct NameAtom(int Start, int Length, ulong Hash, AtomShape Shape)
{
    public int End => Start + Length;
}

/// <summary>How a piece is printed.</summary>
[Flags]
internal enum AtomShape : byte
{
    None = 0,
    InitialUpper = 1,
    AnyLower = 2,
    AnyDigit = 4,
    AnyUpper = 8,
}

/// <summary>Reads text as folded pieces.</summary>
internal static class FoldedName
{
    private const ulong HashSeed = 14695981039346656037, HashPrime = 1099511628211;
    private const int TableSize = 0x180;
    private static readonly char[] Folds = BuildFolds();

    /// <summary>The piece that starts at or after <paramref name="offset"/>; false at the end of the text.</summary>
    public static bool TryNext(ReadOnlySpan<char> text, int offset, out NameAtom atom)
    {
        int start = offset;
        while (start < text.Length && Fold(text[start]) == 0) start++;
        if (start == text.Length) { atom = default; return false; }

        ulong hash = HashSeed;
        var shape = AtomShape.None;
        int end = start;
        if (text[start] == '&')
        {
            atom = new NameAtom(start, 1, Mix((hash ^ '&') * HashPrime), AtomShape.None);
            return true;
        }

        for (; end < text.Length; end++)
        {
            char c = text[end];
            char folded = Fold(c);
            if (folded == 0 || c == '&')
            {
                if (IsCombiningMark(c)) continue;
                break;
            }

            hash = (hash ^ folded) * HashPrime;
            shape |= ShapeOf(c, folded, end == start);
        }

        atom = new NameAtom(start, end - start, Mix(hash), shape);
        return true;
    }

    /// <summary>The key of a name one piece longer.</summary>
    public static ulong Append(ulong key, ulong atomHash) => Mix((key * 0x9E3779B97F4A7C15) ^ atomHash);

    /// <summary>The key of a whole name; 0 where it holds no letter or digit.</summary>
    public static ulong Key(ReadOnlySpan<char> name)
    {
        ulong key = 0;
        for (int offset = 0; TryNext(name, offset, out NameAtom atom); offset = atom.End) key = Append(key, atom.Hash);
        return key;
    }

    /// <summary>The hash of a piece without its last letter, for plurals in <c>s</c>.</summary>
    public static ulong HashWithoutLast(ReadOnlySpan<char> text, in NameAtom atom)
    {
        ulong hash = HashSeed;
        foreach (char c in text.Slice(atom.Start, atom.Length - 1))
        {
            char folded = Fold(c);
            if (folded != 0) hash = (hash ^ folded) * HashPrime;
        }

        return Mix(hash);
    }

    /// <summary>The folded character: a lower-case letter without accent, a digit, or 0 for what divides pieces.</summary>
    public static char Fold(char c)
    {
        if (c < TableSize) return Folds[c];
        return char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '\0';
    }

    private static AtomShape ShapeOf(char c, char folded, bool first)
    {
        if (folded is >= '0' and <= '9') return AtomShape.AnyDigit;
        bool upper = c < 128 ? c != folded : char.IsUpper(c);
        if (!upper) return AtomShape.AnyLower;
        return first ? AtomShape.InitialUpper | AtomShape.AnyUpper : AtomShape.AnyUpper;
    }

    private static bool IsCombiningMark(char c) => c is >= '\u0300' and <= '\u036f';

    private static ulong Mix(ulong x)
    {
        x ^= x >> 32;
        x *= 0xD6E8FEB86659FD93;
        return x ^ (x >> 32);
    }

    private static char[] BuildFolds()
    {
        const string Latin1 = "aaaaaaaceeeeiiiidnooooo\0ouuuuytsaaaaaaaceeeeiiiidnooooo\0ouuuuyty";
        const string ExtendedLetters = "acdeghijklnorstuwyzs";
        ReadOnlySpan<byte> extendedRuns = [6, 8, 4, 10, 8, 4, 12, 2, 3, 10, 9, 8, 6, 8, 6, 12, 2, 3, 6, 1];
        var folds = new char[TableSize];
        for (char c = '0'; c <= '9'; c++) folds[c] = c;
        for (char c = 'a'; c <= 'z'; c++) folds[c] = folds[c - 32] = c;
        folds['&'] = '&';
        Latin1.CopyTo(folds.AsSpan(0xC0));
        int at = 0x100;
        for (int i = 0; i < extendedRuns.Length; i++)
        {
            folds.AsSpan(at, extendedRuns[i]).Fill(ExtendedLetters[i]);
            at += extendedRuns[i];
        }

        return folds;
    }
}
