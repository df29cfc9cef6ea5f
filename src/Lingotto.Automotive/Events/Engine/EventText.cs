using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>An article as the event engine reads it: hashed lemmas, relations, children, lines and fillers. Built once an article, read-only then.</summary>
internal sealed class EventText
{
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;
    private readonly uint[] _verbForm;

    public EventText(ArticleContext article, ArticleAnalysis analysis)
    {
        Article = article;
        Document = article.Document;
        Count = Document.Words.Count;
        Fillers = FillerIndex.Build(article, analysis);
        (Lemma, Form, Rel) = (new uint[Count], new uint[Count], new Relation[Count]);
        (_firstChild, _nextSibling) = (new int[Count], new int[Count]);
        _verbForm = new uint[Count];
        SentenceOf = new int[Count];
        Array.Fill(_firstChild, -1);
        for (int sentence = 0; sentence < Document.Sentences.Count; sentence++)
        {
            int end = Document.SentenceFirstWord[sentence + 1];
            for (int word = Document.SentenceFirstWord[sentence]; word < end; word++) SentenceOf[word] = sentence;
        }

        for (int word = Count - 1; word >= 0; word--) ReadWord(word);
        Lines = LineIndex.Build(this);
    }

    public ArticleContext Article { get; }
    public Document Document { get; }
    public int Count { get; }
    public FillerIndex Fillers { get; }
    public LineIndex Lines { get; }
    public uint[] Lemma { get; }
    public uint[] Form { get; }
    public Relation[] Rel { get; }
    public int[] SentenceOf { get; }

    public int Head(int word) => Document.HasTrees ? Document.Head[word] : -1;

    public Upos Upos(int word) => Document.HasTags ? Document.Upos[word] : Lingotto.Upos.None;

    public string Feats(int word) => Document.HasTags ? Document.Feats[word] ?? "" : "";

    /// <summary>Mood, tense and form of a word as one symbol.</summary>
    public uint VerbForm(int word)
    {
        if (_verbForm[word] == 0) _verbForm[word] = TriggerFeatures.FormOf(Feats(word));
        return _verbForm[word];
    }

    public int FirstChild(int word) => _firstChild[word];

    public int NextChild(int child) => _nextSibling[child];

    public int Start(int word) => Document.TokenStart[Document.WordToken[word]];

    public int End(int word) => Start(word) + Document.TokenLength[Document.WordToken[word]];

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

    private void ReadWord(int word)
    {
        Form[word] = Hash.OfLower(Document.FormSpan(word));
        Lemma[word] = Document.HasTags ? Hash.OfLower(Document.LemmaSpan(word)) : Form[word];
        _nextSibling[word] = -1;
        if (!Document.HasTrees) return;
        Rel[word] = Relations.Of(Document.DepRel[word]);
        int head = Document.Head[word];
        if (head < 0) return;
        _nextSibling[word] = _firstChild[head];
        _firstChild[head] = word;
    }
}
