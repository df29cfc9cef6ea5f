using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>What parts the words of a sentence.</summary>
internal enum Pause : byte { None, Verb, Comma, Stop }

/// <summary>An article as the event engine reads it: hashed lemmas, relations, children, lines and fillers. Built once an article, read-only then.</summary>
internal sealed class EventText
{
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;
    private readonly uint[] _verbForm;
    private readonly Dictionary<string, (uint Form, bool IsParticiple, VerbKind Kind)> _feats = new(ReferenceEqualityComparer.Instance);

    public EventText(ArticleContext article, ArticleAnalysis analysis)
    {
        Article = article;
        Document = article.Document;
        Count = Document.Words.Count;
        Fillers = FillerIndex.Build(article, analysis);
        (Lemma, Form, Rel) = (new uint[Count], new uint[Count], new Relation[Count]);
        (Key, Cue, Concept) = (new uint[Count], new uint[Count], new uint[Count]);
        Pause = new Pause[Count];
        (_firstChild, _nextSibling) = (new int[Count], new int[Count]);
        _verbForm = new uint[Count];
        SentenceOf = new int[Count];
        Array.Fill(_firstChild, -1);
        for (int sentence = 0; sentence < Document.Sentences.Count; sentence++)
        {
            int end = Document.SentenceFirstWord[sentence + 1];
            for (int word = Document.SentenceFirstWord[sentence]; word < end; word++) SentenceOf[word] = sentence;
        }

        for (int word = Count - 1; word >= 0; word--)
        {
            ReadWord(word);
            if (!article.IsBoilerplate(new TextSpan(Start(word), 1))) OwnCount++;
        }

        Lines = LineIndex.Build(this);
        Quoted = new bool[Count];
        ReadQuotations();
    }

    public ArticleContext Article { get; }
    public Document Document { get; }
    public int Count { get; }

    /// <summary>The words that are no boilerplate: what a page adds to an article changes nothing.</summary>
    public int OwnCount { get; }

    public FillerIndex Fillers { get; }
    public LineIndex Lines { get; }
    public uint[] Lemma { get; }
    public uint[] Form { get; }
    public Relation[] Rel { get; }

    /// <summary>What a word is to one who counts what lies between two others.</summary>
    public Pause[] Pause { get; }

    /// <summary>Whether a word stands between quotation marks.</summary>
    public bool[] Quoted { get; }

    /// <summary>Lemma and language as one symbol, by which lexicons are read.</summary>
    public uint[] Key { get; }

    /// <summary>Class of a word that bears on modality and polarity, 0 for others.</summary>
    public uint[] Cue { get; }

    /// <summary>What a word means, the same for both languages; its key where no concept is known.</summary>
    public uint[] Concept { get; }

    public int[] SentenceOf { get; }

    public int Head(int word) => Document.HasTrees ? Document.Head[word] : -1;

    public Upos Upos(int word) => Document.HasTags ? Document.Upos[word] : Lingotto.Upos.None;

    public string Feats(int word) => Document.HasTags ? Document.Feats[word] ?? "" : "";

    /// <summary>Mood, tense and form of a word as one symbol.</summary>
    public uint VerbForm(int word)
    {
        if (_verbForm[word] == 0) _verbForm[word] = ReadFeats(word).Form;
        return _verbForm[word];
    }

    public bool IsParticiple(int word) => ReadFeats(word).IsParticiple;

    public VerbKind Kind(int word)
    {
        VerbKind kind = ReadFeats(word).Kind;
        return kind is VerbKind.None or VerbKind.Present && Language(word) == Lingotto.Language.Italian ? VerbKinds.OfForm(Document.FormSpan(word), kind) : kind;
    }

    /// <summary>Number of a word's class of cues, -1 where it is none.</summary>
    public int CueClass(int word) => CueLexicon.IndexOf(Cue[word]);

    // The features of a document are few strings that many words share.
    private (uint Form, bool IsParticiple, VerbKind Kind) ReadFeats(int word)
    {
        string feats = Feats(word);
        if (_feats.TryGetValue(feats, out (uint Form, bool IsParticiple, VerbKind Kind) known)) return known;
        return _feats[feats] = (TriggerFeatures.FormOf(feats), feats.Contains("VerbForm=Part", StringComparison.Ordinal), VerbKinds.Of(feats));
    }

    public int FirstChild(int word) => _firstChild[word];

    public int NextChild(int child) => _nextSibling[child];

    public int Start(int word) => Document.TokenStart[Document.WordToken[word]];

    public int End(int word) => Start(word) + Document.TokenLength[Document.WordToken[word]];

    /// <summary>Whether a filler is the place or the agency of the article's dateline, which are no part of any event.</summary>
    public bool IsDateline(int filler) => Fillers.Fillers[filler].LastWord < Lines.DatelineEnd && Lines.OfWord[Fillers.Fillers[filler].FirstWord] == Lines.OfWord[Lines.DatelineEnd - 1] && Fillers.Fillers[filler].Kind != FillerKind.Time;

    public int FirstWord(int sentence) => Document.SentenceFirstWord[sentence];

    public int EndWord(int sentence) => Document.SentenceFirstWord[sentence + 1];

    public Language Language(int word) => Document.SentenceLanguage[SentenceOf[word]];

    /// <summary>The child by a relation, -1 where there is none.</summary>
    public int Child(int word, Relation relation)
    {
        for (int child = _firstChild[word]; child >= 0; child = _nextSibling[child])
        {
            if (Rel[child] == relation) return child;
        }

        return -1;
    }

    public bool IsVerb(int word) => Upos(word) is Lingotto.Upos.Verb or Lingotto.Upos.Aux;

    public bool IsPassive(int word) => Child(word, Relation.PassiveAuxiliary) >= 0 || Child(word, Relation.PassiveSubject) >= 0;

    /// <summary>Lemma of the preposition over a word, 0 where there is none.</summary>
    public uint Preposition(int word)
    {
        int child = Child(word, Relation.Case);
        return child >= 0 ? Lemma[child] : 0;
    }

    /// <summary>The article or determiner of a noun: 0 none, 1 definite, 2 indefinite, 3 another; 4 a number.</summary>
    public uint Determiner(int word)
    {
        for (int child = _firstChild[word]; child >= 0 && child < word; child = _nextSibling[child])
        {
            if (Rel[child] == Relation.Number) return 4;
            if (Rel[child] == Relation.Determiner) return Lemma[child] == Il || Lemma[child] == The ? 1u : Lemma[child] == Uno || Lemma[child] == A ? 2u : 3u;
        }

        return 0;
    }

    private static readonly uint Il = Hash.Of("il"), The = Hash.Of("the"), Uno = Hash.Of("uno"), A = Hash.Of("a");

    // Words between quotation marks; a straight mark opens and closes in turn. A sentence's end does not close a quotation, a line's does.
    private void ReadQuotations()
    {
        bool inside = false;
        for (int word = 0, line = -1; word < Count; word++)
        {
            if (Lines.OfWord[word] != line) (line, inside) = (Lines.OfWord[word], false);
            ReadOnlySpan<char> form = Document.FormSpan(word);
            if (form is "«" or "“") inside = true;
            else if (form is "»" or "”") inside = false;
            else if (form is "\"") inside = !inside;
            Quoted[word] = inside;
        }
    }

    /// <summary>Concept of the preposition over a word or over what it is part of, 0 where there is none.</summary>
    public uint PrepositionConcept(int word)
    {
        for (int step = 0; step < 4 && word >= 0; step++, word = Head(word))
        {
            int child = Child(word, Relation.Case);
            if (child >= 0) return Concept[child];
            if (!Relations.IsTransparent(Rel[word])) return 0;
        }

        return 0;
    }

    private Pause PauseOf(int word)
    {
        Upos upos = Upos(word);
        if (upos == Lingotto.Upos.Verb) return Automotive.Pause.Verb;
        if (upos != Lingotto.Upos.Punct) return Automotive.Pause.None;
        ReadOnlySpan<char> form = Document.FormSpan(word);
        if (form is "," or "(") return Automotive.Pause.Comma;
        return form is ";" or ":" or "." or "—" or "–" or "-" or "\"" or "“" or "”" or "«" or "»" ? Automotive.Pause.Stop : Automotive.Pause.None;
    }

    private void ReadWord(int word)
    {
        Form[word] = Hash.OfLower(Document.FormSpan(word));
        Lemma[word] = Document.HasTags ? Hash.OfLower(Document.LemmaSpan(word)) : Form[word];
        Key[word] = TriggerLexicon.Key(Language(word), Lemma[word]);
        Cue[word] = CueLexicon.Default.ClassOf(Key[word]);
        uint concept = ConceptLexicon.Default.Of(Key[word]);
        Concept[word] = concept == 0 ? Key[word] : concept;
        Pause[word] = PauseOf(word);
        _nextSibling[word] = -1;
        if (!Document.HasTrees) return;
        Rel[word] = Relations.Of(Document.DepRel[word]);
        int head = Document.Head[word];
        if (head < 0) return;
        _nextSibling[word] = _firstChild[head];
        _firstChild[head] = word;
    }
}
