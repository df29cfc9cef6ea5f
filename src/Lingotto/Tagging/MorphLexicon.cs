namespace Lingotto.Tagging;

/// <summary>
/// The forms that the model knows, each with the full tags it may have; laid out as it is stored. A form is found by its hash, and leads to
/// one of some thousand sets of tags that many forms share.
/// </summary>
internal sealed unsafe class MorphLexicon
{
    /// <summary>Item of a set that stands for every usual bundle of a class: this bit and the class.</summary>
    public const ushort WholeClass = 0x8000;

    private readonly HashTable16 _table;
    private readonly ReadOnlyMemory<byte> _setMemory, _itemMemory;
    private readonly Set* _sets;
    private readonly ushort* _items;

    public MorphLexicon(ModelFile model, Pinned pinned)
    {
        _table = new HashTable16(model.Section("lexicon"), pinned);
        _setMemory = model.Section("lexicon.sets");
        _itemMemory = model.Section("lexicon.items");
        _sets = (Set*)pinned.Pin(_setMemory);
        _items = (ushort*)pinned.Pin(_itemMemory);
    }

    /// <summary>A set of tags as it is stored.</summary>
    public struct Set
    {
        public ulong Mask;
        public int FirstItem;
        public ushort ItemCount;
        public ushort Flags;
    }

    /// <summary>The form occurs so often in the treebanks that it has no tags but the seen ones.</summary>
    public const int Frequent = 1;

    /// <summary>The form was seen often enough in the treebanks that its ending need not be asked.</summary>
    public const int Known = 2;

    public int Find(ulong form) => _table.Find(form);

    /// <summary>Asks the processor to fetch what <see cref="Find"/> reads for a form.</summary>
    public void Prefetch(ulong form) => _table.Prefetch(form);

    /// <summary>The classes that words with this ending and shape may have; 0 where the ending says nothing.</summary>
    public ulong Guess(in WordForm form)
    {
        Span<ulong> keys = stackalloc ulong[WordForm.MaximumSuffix + 1];
        uint shapeGroup = form.ShapeGroup;
        int longest = Math.Min(WordForm.MaximumSuffix, (int)form.Length);
        for (int length = longest; length >= 0; length--) _table.Prefetch(keys[length] = GuessKey(form.SuffixHash(length), length, shapeGroup));
        for (int length = longest; length >= 0; length--)
        {
            int set = _table.Find(keys[length]);
            if (set >= 0) return _sets[set].Mask;
        }

        return 0;
    }

    public static ulong GuessKey(uint suffix, int length, uint shapeGroup) => FeatureHash.Mix(suffix, (uint)(0xF00 + (length << 4)) + shapeGroup);

    public ulong Mask(int set) => set < 0 ? 0 : _sets[set].Mask;

    public int Flags(int set) => set < 0 ? 0 : _sets[set].Flags;

    public ReadOnlySpan<ushort> Items(int set) => set < 0 ? default : new ReadOnlySpan<ushort>(_items + _sets[set].FirstItem, _sets[set].ItemCount);

    /// <summary>The classes a word may have, from what is known of its form with and without its capitals (in text without capitals: of all its capitalisations).</summary>
    public static ulong Combine(ulong exact, int exactFlags, ulong lower, ulong properNoun, bool capitalised, SentenceCase sentenceCase, bool initial)
    {
        if ((exactFlags & Frequent) != 0 && sentenceCase == SentenceCase.Normal) return initial && capitalised ? exact | lower : exact;
        return exact | lower | (capitalised ? properNoun : 0);
    }

    /// <summary>Whether the treebanks say too little of a form, so that its ending must be asked too.</summary>
    public static bool NeedsGuess(int exactFlags, int lowerFlags) => ((exactFlags | lowerFlags) & (Known | Frequent)) == 0;
}
