namespace Lingotto;

/// <summary>What is known of the sentence so far.</summary>
internal struct SentenceState
{
    /// <summary>Tokens of the sentence so far.</summary>
    public int TokenCount;

    /// <summary>Brackets that were opened and not closed.</summary>
    public int OpenBrackets;

    /// <summary>Whether an odd number of quotation marks were seen.</summary>
    public bool QuoteIsOpen;

    /// <summary>Semicolons so far: a list that is written in one sentence has several.</summary>
    public int Semicolons;

    /// <summary>The first token's code.</summary>
    public uint FirstCode;

    /// <summary>Takes another token into account.</summary>
    public void Add(in RawToken token)
    {
        if (TokenCount++ == 0) FirstCode = token.Code;
        if (token.Kind != AtomKind.Symbol) return;
        switch (token.First)
        {
            case ';': Semicolons++; break;
            case '(' or '[' or '{': OpenBrackets++; break;
            case ')' or ']' or '}': OpenBrackets = Math.Max(0, OpenBrackets - 1); break;
            case '"': QuoteIsOpen = !QuoteIsOpen; break;
            case '\u201C' or '\u00AB' or '\u201E': QuoteIsOpen = true; break;
            case '\u201D' or '\u00BB': QuoteIsOpen = false; break;
            default: break;
        }
    }
}

/// <summary>The features of a gap between two tokens, where a sentence may end.</summary>
internal static class SentenceFeatures
{
    /// <summary>Number of the features of <see cref="AddFirst"/>.</summary>
    public const int FirstCount = 8;

    /// <summary>Whether the gap can be a sentence's end at all, so that features are worth their time.</summary>
    public static bool IsCandidate(in RawToken left, in RawToken right)
    {
        if (right.Before >= Gap.Line) return true;
        if (right.Kind == AtomKind.Letters && right.Shape is Shape.Lower && right.AtomCount == 1 && left.Kind == AtomKind.Letters && left.Shape != Shape.Abbreviation) return false;
        if (right.Kind == AtomKind.Symbol && right.AtomCount == 1 && right.First is ',' or '.' or ';' or ')' or ']' or '%' or '!' or '?' or ':' && left.Kind != AtomKind.Symbol) return false;
        return !(left.Kind == AtomKind.Symbol && left.AtomCount == 1 && left.First is ',' or '(' or '[' or '$' && right.Kind == AtomKind.Letters && right.Shape is Shape.Lower);
    }

    /// <summary>The features that mostly suffice to see that no sentence ends.</summary>
    public static void AddFirst(ref FeatureList features, ref TokenWindow window)
    {
        ref readonly RawToken p1 = ref window[1], p0 = ref window[2], n0 = ref window[3], n1 = ref window[4];
        uint pair = Pair(p0, n0);
        features.Add(31, 0);
        features.Add(32, pair);
        features.Add(33, pair, p1.Code);
        features.Add(34, pair, n1.Code);
        features.Add(36, pair, n0.Hash);
        features.Add(37, pair, p0.Hash);
        features.Add(46, p0.Code, n0.Code, TextHash.Join(n0.Class, p0.Class));
        features.Add(47, pair, n0.Class, n1.Class);
    }

    /// <summary>The other features.</summary>
    public static void AddRest(ref FeatureList features, ref TokenWindow window, in SentenceState state)
    {
        ref readonly RawToken p2 = ref window[0], p1 = ref window[1], p0 = ref window[2], n0 = ref window[3], n1 = ref window[4], n2 = ref window[5];
        uint s0 = p0.Code, t0 = n0.Code, s1 = p1.Code, t1 = n1.Code, cp0 = p0.Class, cn0 = n0.Class, cp1 = p1.Class, cn1 = n1.Class, cn2 = n2.Class;
        uint pair = Pair(p0, n0);
        uint open = (state.OpenBrackets > 0 ? 1u : 0u) | (state.QuoteIsOpen ? 2u : 0u);
        uint length = Bucket(state.TokenCount);
        features.Add(35, pair, s1, t1);
        features.Add(38, p0.Hash, n0.Hash);
        features.Add(39, p1.Hash, pair);
        features.Add(40, n1.Hash, pair);
        features.Add(41, p1.Hash, p0.Hash, t0);
        features.Add(42, s0, n0.Hash, n1.Hash);
        features.Add(43, pair, open);
        features.Add(44, pair, length);
        features.Add(45, pair, open, length);
        features.Add(48, pair, cp1, cp0);
        features.Add(49, pair, TextHash.Join(cp0, cn0), cn1);
        features.Add(50, pair, TextHash.Join(cp1, s1), TextHash.Join(cp0, cn0));
        features.Add(51, pair, TextHash.Join(cn0, cn1), TextHash.Join(cn2, n2.Code));
        features.Add(52, pair, cn0, length);
        features.Add(53, pair, (uint)Math.Min(p1.Length, 6), (uint)Math.Min(p0.Length, 6));
        features.Add(54, pair, TextHash.Join(s1, p2.Code), t1);
        features.Add(55, pair, TextHash.Join(t1, n2.Code), (uint)n1.Before);
        features.Add(56, pair, state.FirstCode, length);
        features.Add(57, pair, p1.Hash, n0.Hash);
        features.Add(58, pair, cn1, cn2);
        features.Add(59, pair, TextHash.Join(p2.Code, p2.Class), TextHash.Join(cp1, cp0));
        features.Add(60, s0, (uint)Math.Min(state.Semicolons, 3), TextHash.Join(t0, length));
    }

    // How wide the gap is does not count: treebanks have no lines and columns.
    private static uint Pair(in RawToken left, in RawToken right) =>
        TextHash.Join(TextHash.Join(left.Code, right.Code), right.Before == Gap.None ? 0u : 1u);

    private static uint Bucket(int count) => count switch
    {
        <= 4 => (uint)count,
        <= 6 => 5,
        <= 9 => 6,
        <= 14 => 7,
        <= 22 => 8,
        <= 35 => 9,
        <= 60 => 10,
        _ => 11,
    };
}
