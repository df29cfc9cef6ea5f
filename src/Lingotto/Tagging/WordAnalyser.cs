namespace Lingotto.Tagging;

/// <summary>Looks up all that is known of the words of a sentence before any is tagged. Immutable, safe for concurrent use.</summary>
internal sealed class WordAnalyser
{
    private readonly ulong _properNoun, _open;
    private readonly TagInventory _inventory;

    public WordAnalyser(TagInventory inventory, MorphLexicon lexicon, WordClusters clusters)
    {
        Lexicon = lexicon;
        Clusters = clusters;
        _properNoun = inventory.MaskOf(Upos.Propn);
        _inventory = inventory;
        _open = _properNoun | inventory.MaskOf(Upos.Noun) | inventory.MaskOf(Upos.Adj) | inventory.MaskOf(Upos.Verb);
    }

    public MorphLexicon Lexicon { get; }

    public WordClusters Clusters { get; }

    /// <summary>Key of a form's tags in text whose capitals say nothing.</summary>
    public static ulong CaselessKey(ulong lower) => lower * 0xD6E8FEB86659FD93;

    public void Analyse(DocumentBuilder document, int first, int end, TaggerScratch s)
    {
        s.Resize(end - first);
        SentenceCase sentenceCase = CaseOf(document, first, end);
        s.Pad();
        bool initial = true;
        for (int i = first; i < end; i++)
        {
            int at = i - first + TaggerScratch.Padding;
            Fill(document.Form(i), sentenceCase, at, s);
            Candidates(s, at, sentenceCase, initial);
            initial = (s.Forms[at].Shape & (WordShape.Letter | WordShape.Digit)) == 0;
        }
    }

    /// <summary>Computes a form's features and looks it up.</summary>
    public void Fill(ReadOnlySpan<char> form, SentenceCase sentenceCase, int at, TaggerScratch s)
    {
        ref WordForm w = ref s.Forms[at];
        w = WordForm.Of(form, sentenceCase == SentenceCase.None);
        if (sentenceCase == SentenceCase.Title) w.Shape |= WordShape.Title;
        Lexicon.Prefetch(w.Exact);
        Lexicon.Prefetch(w.Lower);
        Clusters.Prefetch(w.Lower);
        s.ExactSet[at] = Lexicon.Find(w.Exact);
        s.LowerSet[at] = w.Exact == w.Lower ? -1 : Lexicon.Find(w.Lower);
        if (sentenceCase == SentenceCase.None) s.LowerSet[at] = Lexicon.Find(CaselessKey(w.Lower));
        s.SetCluster(at, Clusters.Of(w.Lower));
    }

    /// <summary>Lists the classes that a word that was looked up may have.</summary>
    public void Candidates(TaggerScratch s, int at, SentenceCase sentenceCase, bool initial)
    {
        int exact = s.ExactSet[at], lower = s.LowerSet[at], exactFlags = Lexicon.Flags(exact);
        ref WordForm w = ref s.Forms[at];
        ulong known = MorphLexicon.Combine(Lexicon.Mask(exact), exactFlags, Lexicon.Mask(lower), _properNoun, w.IsCapitalised, sentenceCase, initial);
        SetMask(s, at, known, MorphLexicon.NeedsGuess(exactFlags, Lexicon.Flags(lower)) ? Lexicon.Guess(w) : 0);
    }

    /// <summary>Sets a word's classes: those known of its form and those its ending suggests, and its ambiguity by the former where there are any.</summary>
    public void SetMask(TaggerScratch s, int at, ulong known, ulong guess)
    {
        ulong mask = known | guess;
        if (mask == 0) mask = _open;
        ulong ambiguity = known == 0 ? mask | (1UL << 63) : known;
        s.Mask[at] = mask;
        s.Ambiguity[at] = (uint)FeatureHash.Mix((uint)ambiguity, (uint)(ambiguity >> 32));
    }

    private static SentenceCase CaseOf(DocumentBuilder document, int first, int end)
    {
        var counter = default(CaseCounter);
        for (int i = first; i < end; i++) counter.Add(document.Form(i));
        return counter.Case;
    }
}
