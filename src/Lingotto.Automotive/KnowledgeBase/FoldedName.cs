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
    private const int TableSize = 0x180, ShapeShift = 16, LetterMask = (1 << ShapeShift) - 1, ShapeMask = 0xF << ShapeShift;
    private static readonly int[] Folds = BuildFolds();

    /// <summary>The piece that starts at or after <paramref name="offset"/>; false at the end of the text.</summary>
    public static bool TryNext(ReadOnlySpan<char> text, int offset, out NameAtom atom)
    {
        // Written out by hand, for this runs over all tables at start, before the compiler optimises anything.
        int[] folds = Folds;
        int start = offset;
        while (start < text.Length && (text[start] < TableSize ? folds[text[start]] : FoldRare(text[start])) == 0) start++;
        if (start >= text.Length) { atom = default; return false; }

        ulong hash = HashSeed;
        int shape = 0, end = start;
        for (; end < text.Length; end++)
        {
            char c = text[end];
            int folded = c < TableSize ? folds[c] : FoldRare(c);
            if (folded == 0 || c == '&')
            {
                if (c is >= '\u0300' and <= '\u036f') continue;
                break;
            }

            hash = (hash ^ (uint)(folded & LetterMask)) * HashPrime;
            shape |= folded & ShapeMask;
        }

        if (end == start)
        {
            atom = new NameAtom(start, 1, Mix((hash ^ '&') * HashPrime), AtomShape.None);
            return true;
        }

        var flags = (AtomShape)(shape >> ShapeShift);
        int first = text[start] < TableSize ? folds[text[start]] : FoldRare(text[start]);
        if ((first & ((int)AtomShape.AnyUpper << ShapeShift)) != 0) flags |= AtomShape.InitialUpper;
        atom = new NameAtom(start, end - start, Mix(hash), flags);
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
    public static char Fold(char c) => (char)((c < TableSize ? Folds[c] : FoldRare(c)) & LetterMask);

    private static int FoldRare(char c)
    {
        if (!char.IsLetterOrDigit(c)) return 0;
        AtomShape shape = char.IsDigit(c) ? AtomShape.AnyDigit : char.IsUpper(c) ? AtomShape.AnyUpper : AtomShape.AnyLower;
        return char.ToLowerInvariant(c) | ((int)shape << ShapeShift);
    }

    private static ulong Mix(ulong x)
    {
        x ^= x >> 32;
        x *= 0xD6E8FEB86659FD93;
        return x ^ (x >> 32);
    }

    /// <summary>For each character of the first blocks of Unicode its folded one, and its shape above it.</summary>
    private static int[] BuildFolds()
    {
        const string Latin1 = "aaaaaaaceeeeiiiidnooooo\0ouuuuytsaaaaaaaceeeeiiiidnooooo\0ouuuuyty";
        const string ExtendedLetters = "acdeghijklnorstuwyzs";
        ReadOnlySpan<byte> extendedRuns = [6, 8, 4, 10, 8, 4, 12, 2, 3, 10, 9, 8, 6, 8, 6, 12, 2, 3, 6, 1];
        var folds = new int[TableSize];
        for (char c = '0'; c <= '9'; c++) folds[c] = (c | ((int)AtomShape.AnyDigit << ShapeShift));
        for (char c = 'a'; c <= 'z'; c++) (folds[c], folds[c - 32]) = (Lower(c), Upper(c));
        folds['&'] = '&';
        for (int i = 0; i < Latin1.Length; i++)
        {
            if (Latin1[i] != 0) folds[0xC0 + i] = i < 0x1F ? Upper(Latin1[i]) : Lower(Latin1[i]);
        }

        int at = 0x100;
        for (int i = 0; i < extendedRuns.Length; i++)
        {
            for (int end = at + extendedRuns[i]; at < end; at++) folds[at] = char.IsUpper((char)at) ? Upper(ExtendedLetters[i]) : Lower(ExtendedLetters[i]);
        }

        return folds;
    }

    private static int Lower(char letter) => (letter | ((int)AtomShape.AnyLower << ShapeShift));

    private static int Upper(char letter) => (letter | ((int)AtomShape.AnyUpper << ShapeShift));
}
