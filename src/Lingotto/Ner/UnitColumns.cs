namespace Lingotto.Ner;

/// <summary>What features ask of the units of one sentence, computed once for each unit. Grows once and is used again. Not safe for concurrent use.</summary>
internal sealed class UnitColumns
{
    private const int InitialCapacity = 128;

    private int _upper, _lower;

    /// <summary>The bit from which a phrase's column holds the place in it.</summary>
    public const int PhrasePlace = 20;

    /// <summary>Number of units of all sentences.</summary>
    public int Count { get; private set; }

    /// <summary>First unit of the sentence that features look at.</summary>
    public int First { get; private set; }

    /// <summary>The end of that sentence.</summary>
    public int End { get; private set; }

    public int[] Start { get; private set; } = new int[InitialCapacity];
    public int[] Length { get; private set; } = new int[InitialCapacity];

    /// <summary>Hash of the exact form.</summary>
    public uint[] Word { get; private set; } = new uint[InitialCapacity];

    /// <summary>Hash of the folded form.</summary>
    public uint[] Lower { get; private set; } = new uint[InitialCapacity];
    public uint[] Prefix3 { get; private set; } = new uint[InitialCapacity];
    public uint[] Suffix2 { get; private set; } = new uint[InitialCapacity];
    public uint[] Suffix3 { get; private set; } = new uint[InitialCapacity];
    public uint[] Suffix4 { get; private set; } = new uint[InitialCapacity];

    /// <summary>Hash of the form with letters as X and x, digits as 9, runs shortened.</summary>
    public uint[] Shape { get; private set; } = new uint[InitialCapacity];

    /// <summary>Whether the unit begins with a capital or a digit that a name could begin with.</summary>
    public bool[] IsCapital { get; private set; } = new bool[InitialCapacity];

    /// <summary>Whether no name can hold the unit: an ordinary word of small letters away from capitals. Such units are not scored.</summary>
    public bool[] IsPlain { get; private set; } = new bool[InitialCapacity];
    public NameClasses[] Classes { get; private set; } = new NameClasses[InitialCapacity];
    public int[] Cluster { get; private set; } = new int[InitialCapacity];

    /// <summary>Classes of the longest listed phrase that covers the unit, with its place in it from <see cref="PhrasePlace"/> on.</summary>
    public uint[] Phrase { get; private set; } = new uint[InitialCapacity];

    /// <summary>Whether nearly all letters of the unit's sentence are capitals.</summary>
    public bool[] IsUpperCase { get; private set; } = new bool[InitialCapacity];

    /// <summary>Whether the unit's sentence has letters and no capitals.</summary>
    public bool[] IsLowerCase { get; private set; } = new bool[InitialCapacity];

    /// <summary>Adds a sentence: splits a stretch of text and computes the columns.</summary>
    public void AddSentence(ReadOnlySpan<char> text, int start, int end, WordLexicon lexicon)
    {
        Begin();
        for (int at = start; at < end;)
        {
            if (UnitSplitter.IsSkipped(text[at])) { at++; continue; }
            int next = UnitSplitter.End(text, at, end);
            Add(text, at, next - at);
            at = next;
        }

        Complete(lexicon);
    }

    /// <summary>Forgets all sentences.</summary>
    public void Clear() => Count = First = End = _upper = _lower = 0;

    /// <summary>Begins a sentence.</summary>
    public void Begin()
    {
        First = Count;
        _upper = _lower = 0;
    }

    /// <summary>Goes back to a sentence that was completed.</summary>
    public void Select(int first, int end) => (First, End) = (first, end);

    public void Add(ReadOnlySpan<char> text, int start, int length)
    {
        if (Count == Start.Length) Grow();
        int unit = Count++;
        Start[unit] = start;
        Length[unit] = length;
        FillForms(text.Slice(start, length), unit);
    }

    /// <summary>Computes what depends on the whole sentence, after all units were added.</summary>
    public void Complete(WordLexicon lexicon)
    {
        End = Count;
        for (int i = First; i < End; i++)
        {
            Classes[i] = lexicon.Find(Lower[i], out int cluster);
            Cluster[i] = cluster;
            Phrase[i] = 0;
        }

        IsUpperCase.AsSpan(First, End - First).Fill(_upper >= 8 && _lower * 4 <= _upper);
        IsLowerCase.AsSpan(First, End - First).Fill(_upper == 0 && _lower >= 8);
        for (int i = First; i < End; i++)
        {
            if ((Classes[i] & NameClasses.BeginsPhrase) != 0) MarkPhrase(i, lexicon);
        }

        FindPlain();
    }

    // A name may go on in small letters for a while (Ministero delle infrastrutture e dei trasporti), but not past a word that no name holds.
    private void FindPlain()
    {
        const int LongestTail = 8;
        int open = 0;
        for (int i = First; i < End; i++)
        {
            bool ordinary = !IsCapital[i] && (Classes[i] & NameClasses.Ordinary) != 0, never = ordinary && (Classes[i] & NameClasses.NeverInName) != 0;
            open = !ordinary ? LongestTail : never ? 0 : Math.Max(0, open - 1);
            IsPlain[i] = never || (ordinary && open == 0 && (i + 1 == End || !IsCapital[i + 1]));
        }
    }

    private void MarkPhrase(int first, WordLexicon lexicon)
    {
        const int LongestPhrase = 6;
        uint hash = Lower[first];
        NameClasses best = NameClasses.None;
        int bestEnd = first;
        for (int i = first + 1; i < Math.Min(End, first + LongestPhrase); i++)
        {
            hash = FeatureHash.Mix(hash, Lower[i]);
            NameClasses classes = lexicon.Find(FeatureHash.Mix(hash, 1u), out _);
            if (classes != NameClasses.None) (best, bestEnd) = (classes, i + 1);
        }

        for (int i = first; i < bestEnd; i++)
        {
            if (Phrase[i] == 0) Phrase[i] = (uint)best | (i == first ? 1u : i == bestEnd - 1 ? 3u : 2u) << PhrasePlace;
        }
    }

    private void FillForms(ReadOnlySpan<char> form, int unit)
    {
        uint word = FeatureHash.Seed, lower = FeatureHash.Seed, shape = FeatureHash.Seed, prefix = 0;
        char last = '\0';
        int run = 0;
        for (int i = 0; i < form.Length; i++)
        {
            char c = form[i];
            word = FeatureHash.Add(word, c);
            lower = FeatureHash.Add(lower, FeatureHash.Fold(c));
            if (i == 2) prefix = lower;
            char kind = ShapeOf(c);
            if (kind == 'X') _upper++;
            else if (kind == 'x') _lower++;
            run = kind == last ? run + 1 : 1;
            last = kind;
            if (run <= 2) shape = FeatureHash.Add(shape, kind);
        }

        Word[unit] = word;
        Lower[unit] = lower;
        Shape[unit] = shape;
        Prefix3[unit] = form.Length > 3 ? prefix : lower;
        Suffix2[unit] = form.Length > 2 ? FeatureHash.OfLower(form[^2..]) : lower;
        Suffix3[unit] = form.Length > 3 ? FeatureHash.OfLower(form[^3..]) : lower;
        Suffix4[unit] = form.Length > 4 ? FeatureHash.OfLower(form[^4..]) : lower;
        IsCapital[unit] = char.IsUpper(form[0]) || char.IsSurrogate(form[0]);
    }

    private static char ShapeOf(char c)
    {
        if (char.IsUpper(c)) return 'X';
        if (char.IsLetter(c)) return 'x';
        return char.IsDigit(c) ? '9' : FeatureHash.Fold(c);
    }

    private void Grow()
    {
        int capacity = 2 * Start.Length;
        Start = Grown(Start, capacity);
        Length = Grown(Length, capacity);
        Word = Grown(Word, capacity);
        Lower = Grown(Lower, capacity);
        Prefix3 = Grown(Prefix3, capacity);
        Suffix2 = Grown(Suffix2, capacity);
        Suffix3 = Grown(Suffix3, capacity);
        Suffix4 = Grown(Suffix4, capacity);
        Shape = Grown(Shape, capacity);
        IsCapital = Grown(IsCapital, capacity);
        IsUpperCase = Grown(IsUpperCase, capacity);
        IsPlain = Grown(IsPlain, capacity);
        IsLowerCase = Grown(IsLowerCase, capacity);
        Classes = Grown(Classes, capacity);
        Cluster = Grown(Cluster, capacity);
        Phrase = Grown(Phrase, capacity);
    }

    private static T[] Grown<T>(T[] column, int capacity)
    {
        Array.Resize(ref column, capacity);
        return column;
    }
}
