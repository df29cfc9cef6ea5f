namespace Lingotto.Tagging;

/// <summary>How a form is written: bits that features and the guesser look at.</summary>
[Flags]
internal enum WordShape : ushort
{
    None = 0,
    Letter = 1,
    Lower = 2,
    InitialUpper = 4,
    InnerUpper = 8,
    Digit = 16,
    Hyphen = 32,
    Period = 64,
    Apostrophe = 128,
    Other = 256,
    Long = 512,
    Title = 1024,
}

/// <summary>What the tagger looks at of one form, computed once per word: hashes of the form, its affixes, and its shape.</summary>
internal struct WordForm
{
    public const int MaximumSuffix = 6;
    public const int MaximumPrefix = 4;
    private const int MaximumLength = 48;
    private const ulong Prime = 0x9E3779B97F4A7C15;

    /// <summary>Hash of the form with its case, digits as 0 and apostrophes made one.</summary>
    public ulong Exact;

    /// <summary>Hash of the same in lower case.</summary>
    public ulong Lower;

    public uint Prefix1, Prefix2, Prefix3, Prefix4;
    public uint Suffix1, Suffix2, Suffix3, Suffix4, Suffix5, Suffix6;
    public WordShape Shape;
    public byte Length;

    /// <summary>Begins with a capital letter.</summary>
    public readonly bool IsCapitalised => (Shape & WordShape.InitialUpper) != 0;

    /// <summary>Has at least two letters and no small one.</summary>
    public readonly bool IsAllUpper => (Shape & (WordShape.InnerUpper | WordShape.Lower)) == WordShape.InnerUpper;

    public static WordForm Of(ReadOnlySpan<char> form, bool ignoreCase = false)
    {
        Span<char> lower = stackalloc char[MaximumLength];
        WordForm word = default;
        int length = Normalise(form, lower, ignoreCase, ref word);
        lower = lower[..length];
        ulong h = 1;
        for (int i = 0; i < lower.Length; i++)
        {
            h = Step(h, lower[i]);
            if (i < MaximumPrefix) word.SetPrefix(i, Fold(h));
        }

        word.Lower = Finish(h);
        if (ignoreCase) word.Exact = word.Lower;
        h = 2;
        for (int i = 0; i < lower.Length && i < MaximumSuffix; i++)
        {
            h = Step(h, lower[lower.Length - 1 - i]);
            word.SetSuffix(i, Fold(h));
        }

        word.Length = (byte)length;
        return word;
    }

    /// <summary>Group of shapes by which the guesser and the lemma rules keep names, words and numbers apart.</summary>
    public readonly uint ShapeGroup
    {
        get
        {
            if ((Shape & WordShape.Digit) != 0) return (Shape & WordShape.Letter) != 0 ? 4u : 3u;
            if ((Shape & WordShape.Letter) == 0) return 5;
            if (IsAllUpper) return 2;
            return IsCapitalised ? 1u : 0u;
        }
    }

    public readonly uint SuffixHash(int length) => length switch
    {
        1 => Suffix1, 2 => Suffix2, 3 => Suffix3, 4 => Suffix4, 5 => Suffix5, 6 => Suffix6, _ => 0,
    };

    private static int Normalise(ReadOnlySpan<char> form, Span<char> lower, bool ignoreCase, ref WordForm word)
    {
        ulong exact = 1;
        WordShape shape = WordShape.None;
        int length = 0;
        int skipFrom = form.Length > MaximumLength ? MaximumLength / 2 : form.Length;
        int skipTo = form.Length > MaximumLength ? form.Length - (MaximumLength / 2) : form.Length;
        if (form.Length > 12) shape |= WordShape.Long;
        for (int i = 0; i < form.Length; i++)
        {
            if (i == skipFrom) i = skipTo;
            if (i >= form.Length) break;
            char c = form[i];
            if (c is >= 'a' and <= 'z') shape |= WordShape.Lower | WordShape.Letter;
            else if (c is >= 'A' and <= 'Z') { shape |= WordShape.Letter | (length == 0 ? WordShape.InitialUpper : WordShape.InnerUpper); }
            else c = Unusual(c, length, ref shape);
            exact = Step(exact, c);
            lower[length++] = c < 128 ? (c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c) : char.ToLowerInvariant(c);
        }

        if (ignoreCase) shape &= ~(WordShape.InitialUpper | WordShape.InnerUpper | WordShape.Lower);
        word.Shape = shape;
        word.Exact = Finish(exact);
        return length;
    }

    private static char Unusual(char c, int at, ref WordShape shape)
    {
        if (c is >= '0' and <= '9') { shape |= WordShape.Digit; return '0'; }
        switch (c)
        {
            case '-' or '‐' or '‑' or '–': shape |= WordShape.Hyphen; return '-';
            case '\'' or '’' or '‘' or 'ʼ' or '`' or '´': shape |= WordShape.Apostrophe; return '\'';
            case '“' or '”' or '„' or '«' or '»': shape |= WordShape.Other; return '"';
            case '.': shape |= WordShape.Period; return c;
        }

        if (!char.IsLetter(c)) { shape |= WordShape.Other; return c; }
        shape |= WordShape.Letter;
        if (char.IsUpper(c)) shape |= at == 0 ? WordShape.InitialUpper : WordShape.InnerUpper;
        else shape |= WordShape.Lower;
        return c;
    }

    private void SetPrefix(int at, uint hash)
    {
        switch (at)
        {
            case 0: Prefix1 = hash; break;
            case 1: Prefix2 = hash; break;
            case 2: Prefix3 = hash; break;
            default: Prefix4 = hash; break;
        }
    }

    private void SetSuffix(int at, uint hash)
    {
        switch (at)
        {
            case 0: Suffix1 = hash; break;
            case 1: Suffix2 = hash; break;
            case 2: Suffix3 = hash; break;
            case 3: Suffix4 = hash; break;
            case 4: Suffix5 = hash; break;
            default: Suffix6 = hash; break;
        }
    }

    private static ulong Step(ulong hash, char c) => (hash + c) * Prime ^ (hash >> 29);

    private static ulong Finish(ulong hash)
    {
        hash ^= hash >> 32;
        hash *= Prime;
        return hash ^ (hash >> 29);
    }

    private static uint Fold(ulong hash) => (uint)((hash ^ (hash >> 31)) * Prime >> 32);
}
