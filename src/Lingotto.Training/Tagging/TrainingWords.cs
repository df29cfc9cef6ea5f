using Lingotto.Tagging;

namespace Lingotto.Training.Tagging;

/// <summary>A sentence as the decoders see it, prepared once for all passes: each word is known as if its own occurrence had not been seen.</summary>
internal sealed class PreparedSentence
{
    public required WordForm[] Forms { get; init; }
    public required ulong[] Mask { get; init; }
    public required uint[] Ambiguity { get; init; }
    public required ushort[] Cluster { get; init; }
    public required byte[] Capitals { get; init; }
    public required byte[] Gold { get; init; }
    public required uint Domain { get; init; }

    /// <summary>Full tags that each word's form and class allow; the gold one is always among them where it is known.</summary>
    public required ushort[][] Options { get; init; }

    public required int[] GoldBundle { get; init; }

    public void Load(TaggerScratch s)
    {
        s.Count = Gold.Length;
        s.Forms = Forms;
        s.Mask = Mask;
        s.Ambiguity = Ambiguity;
        s.Cluster = Cluster;
        s.Capitals = Capitals;
        s.Domain = Domain;
    }
}

/// <summary>Counts the words of the treebanks into a lexicon, and prepares sentences for training.</summary>
internal sealed class TrainingWords
{
    public const int FrequentFeats = 6;
    private readonly TagInventory _inventory;
    private readonly ulong _properNoun, _open;
    private readonly Func<ulong, ushort> _cluster;

    public TrainingWords(TagInventory inventory, TrainingLexicon lexicon, Func<ulong, ushort> cluster)
    {
        _inventory = inventory;
        Lexicon = lexicon;
        _cluster = cluster;
        _properNoun = inventory.MaskOf(Upos.Propn);
        _open = _properNoun | inventory.MaskOf(Upos.Noun) | inventory.MaskOf(Upos.Adj) | inventory.MaskOf(Upos.Verb);
    }

    public TrainingLexicon Lexicon { get; }

    /// <summary>Counts all words of the sentences; then the endings of the rare ones.</summary>
    public void Count(IReadOnlyList<TaggedSentence> sentences)
    {
        foreach (TaggedSentence s in sentences)
        {
            s.Case = CaseOf(s.Forms);
            if (!s.IsCopy) Each(s, (form, i, initial) => CountWord(s, form, i, initial));
        }

        foreach (TaggedSentence s in sentences)
        {
            if (s.IsCopy) continue;
            Each(s, (form, i, _) =>
            {
                if (Lexicon.Find(form.Exact)!.Total <= 4) Lexicon.CountEndings(form, s.Class[i]);
            });
        }

        Lexicon.FinishGuesser();
    }

    /// <summary>Sets up a scratch for prepared sentences of at most the given length.</summary>
    public TaggerScratch Scratch(int maximumCount)
    {
        var s = new TaggerScratch();
        s.SetMasks(_inventory);
        s.Resize(maximumCount);
        return s;
    }

    public PreparedSentence Prepare(TaggedSentence sentence)
    {
        var s = new TaggerScratch();
        s.Resize(sentence.Count);
        s.Pad();
        var options = new ushort[sentence.Count][];
        Each(sentence, (form, i, initial) =>
        {
            int at = i + TaggerScratch.Padding;
            s.Forms[at] = form;
            s.SetCluster(at, _cluster(form.Lower));
            SetMask(s, at, sentence, i, initial);
            options[i] = OptionsOf(form, sentence, i);
        });
        int length = sentence.Count + (2 * TaggerScratch.Padding);
        return new PreparedSentence
        {
            Forms = s.Forms[..length], Mask = s.Mask[..length], Ambiguity = s.Ambiguity[..length], Cluster = s.Cluster[..length], Capitals = s.Capitals[..length],
            Gold = sentence.Class, GoldBundle = sentence.Bundle, Domain = (uint)sentence.Domain, Options = options,
        };
    }

    public static SentenceCase CaseOf(IReadOnlyList<string> forms)
    {
        var counter = default(CaseCounter);
        foreach (string form in forms) counter.Add(form);
        return counter.Case;
    }

    private static void Each(TaggedSentence sentence, Action<WordForm, int, bool> action)
    {
        bool initial = true;
        for (int i = 0; i < sentence.Count; i++)
        {
            WordForm form = WordForm.Of(sentence.Forms[i], sentence.Case == SentenceCase.None);
            if (sentence.Case == SentenceCase.Title) form.Shape |= WordShape.Title;
            action(form, i, initial);
            initial = (form.Shape & (WordShape.Letter | WordShape.Digit)) == 0;
        }
    }

    private void CountWord(TaggedSentence s, in WordForm form, int i, bool initial)
    {
        Lexicon.Count(form.Exact, s.Class[i], s.Bundle[i]);
        if (CountsAsLower(s, form, i, initial)) Lexicon.Count(form.Lower, s.Class[i], s.Bundle[i]);
        Lexicon.Count(WordAnalyser.CaselessKey(form.Lower), s.Class[i], s.Bundle[i]);
    }

    // A capital at the beginning of a sentence is not the word's own, but for names.
    private bool CountsAsLower(TaggedSentence s, in WordForm form, int i, bool initial) =>
        form.Exact != form.Lower && (initial || s.Case != SentenceCase.Normal) && (_properNoun >> s.Class[i] & 1) == 0;

    private void SetMask(TaggerScratch scratch, int at, TaggedSentence s, int i, bool initial)
    {
        ref WordForm form = ref scratch.Forms[at];
        int gold = s.Class[i], own = s.IsCopy ? -1 : gold;
        TrainingLexicon.Knowledge exact = Lexicon.Know(form.Exact, own), lower = default;
        if (s.Case == SentenceCase.None) lower = Lexicon.Know(WordAnalyser.CaselessKey(form.Lower), gold);
        else if (form.Exact != form.Lower) lower = Lexicon.Know(form.Lower, !s.IsCopy && CountsAsLower(s, form, i, initial) ? gold : -1);
        ulong known = MorphLexicon.Combine(exact.Mask, exact.Flags, lower.Mask, _properNoun, form.IsCapitalised, s.Case, initial);
        ulong guess = MorphLexicon.NeedsGuess(exact.Flags, lower.Flags) ? Lexicon.Guess(form) : 0;
        ulong mask = known | guess;
        if (mask == 0) mask = _open;
        ulong ambiguity = known == 0 ? mask | (1UL << 63) : known;
        scratch.Mask[at] = mask | (1UL << gold);
        scratch.Ambiguity[at] = (uint)FeatureHash.Mix((uint)ambiguity, (uint)(ambiguity >> 32));
    }

    private ushort[] OptionsOf(in WordForm form, TaggedSentence s, int i)
    {
        int c = s.Class[i], gold = s.Bundle[i];
        List<ushort> items = [];
        Lexicon.Items(form.Exact, c, s.IsCopy ? -1 : gold, items, FrequentFeats);
        if (form.Exact != form.Lower && (items.Count == 0 || (Lexicon.Know(form.Exact).Flags & MorphLexicon.Frequent) == 0)) Lexicon.Items(form.Lower, c, -1, items, FrequentFeats);
        bool whole = items.Count == 0;
        List<ushort> options = [];
        foreach (ushort item in items)
        {
            if ((item & MorphLexicon.WholeClass) != 0) whole = true;
            else options.Add(item);
        }

        if (whole) options.AddRange(_inventory.BundlesOfClass[c].Where(b => !options.Contains(b)));
        if (gold >= 0 && !options.Contains((ushort)gold)) options.Add((ushort)gold);
        return [.. options];
    }
}
