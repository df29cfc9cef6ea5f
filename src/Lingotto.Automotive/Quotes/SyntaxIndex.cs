using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Quotes;

/// <summary>How a mention stands to a verb or noun of saying.</summary>
internal enum CueRelation
{
    /// <summary>Not joined by the tree.</summary>
    None,
    /// <summary>Its subject.</summary>
    Subject,
    /// <summary>The subject of the clause that the cue goes on from or is subordinate to.</summary>
    SharedSubject,
    /// <summary>The antecedent of the cue's relative clause, or what its participle stands by.</summary>
    Antecedent,
    /// <summary>The agent of its passive.</summary>
    Agent,
    /// <summary>Its object.</summary>
    Object,
    /// <summary>Its complement with a preposition, or a noun's.</summary>
    Oblique,
    /// <summary>A part of another phrase that hangs on it.</summary>
    Inner,
    /// <summary>The subject of another verb.</summary>
    OtherSubject,
}

/// <summary>Reads the trees of a document by offsets of its text. Immutable.</summary>
internal sealed class SyntaxIndex(Document document, QuoteLayout layout)
{
    private const int MaximumClimb = 4;

    /// <summary>Index of the last word of the token at an offset, -1 where there is none.</summary>
    public int WordAt(int offset)
    {
        int token = document.TokenAtOrAfter(offset);
        return token < document.Tokens.Count ? document.Tokens[token].Words.First : -1;
    }

    /// <summary>The word of a stretch that the others hang on.</summary>
    public int HeadOf(int start, int end)
    {
        int first = WordAt(start), last = first;
        if (first < 0) return -1;
        while (last + 1 < document.Words.Count && document.Words[last + 1].Token.Span.Start < end) last++;
        for (int word = first; word <= last; word++)
        {
            int head = document.Head[word];
            if (head < first || head > last) return word;
        }

        return first;
    }

    /// <summary>The head of the phrase that a name is in apposition to: of <c>il presidente X</c>, <c>presidente</c>.</summary>
    public int PhraseHead(int word)
    {
        for (int step = 0; step < MaximumClimb && word >= 0; step++)
        {
            string relation = Relation(word);
            bool joined = relation is "appos" or "flat" or "flat:name" or "compound" or "nmod:desc" || (relation is "nmod" && !HasCase(word));
            if (!joined) return word;
            word = document.Head[word];
        }

        return word;
    }

    public CueRelation Relate(int word, int cue)
    {
        if (word < 0 || cue < 0) return CueRelation.None;
        int phrase = PhraseHead(word);
        if (phrase < 0) return CueRelation.None;
        string relation = Relation(phrase);
        int head = document.Head[phrase];
        if (document.Head[cue] == phrase || document.Head[cue] == word) return Relation(cue) is "acl:relcl" or "acl" ? CueRelation.Antecedent : CueRelation.None;
        if (head == cue) return OfCue(relation);
        if (relation is "conj" && document.Head[phrase] is >= 0 and var first && document.Head[first] == cue) return OfCue(Relation(first));
        if (!relation.StartsWith("nsubj", StringComparison.Ordinal)) return Hangs(phrase, cue) ? CueRelation.Inner : CueRelation.None;
        return Reaches(cue, head) ? CueRelation.SharedSubject : CueRelation.OtherSubject;
    }

    private static CueRelation OfCue(string relation) => relation switch
    {
        "nsubj" or "nsubj:pass" or "nsubj:outer" or "csubj" => CueRelation.Subject,
        "obl:agent" => CueRelation.Agent,
        "obj" or "iobj" => CueRelation.Object,
        "appos" or "parataxis" or "dep" or "vocative" or "dislocated" => CueRelation.Inner,
        _ => CueRelation.Oblique,
    };

    /// <summary>Whether the cue is joined to a verb before it without a subject of its own.</summary>
    private bool Reaches(int cue, int verb)
    {
        int word = cue;
        for (int step = 0; step < MaximumClimb; step++)
        {
            if (HasSubject(word)) return false;
            if (Relation(word) is not ("conj" or "advcl" or "xcomp" or "parataxis" or "ccomp" or "obj" or "obl" or "root" or "acl")) return false;
            word = document.Head[word];
            if (word < 0) return false;
            if (word == verb) return true;
        }

        return false;
    }

    private bool Hangs(int word, int cue)
    {
        for (int step = 0; step < MaximumClimb && word >= 0; step++)
        {
            if (word == cue) return true;
            word = document.Head[word];
        }

        return false;
    }

    /// <summary>Index of the subject of a word, -1 where it has none.</summary>
    public int SubjectOf(int word)
    {
        Sentence sentence = document.Sentences[document.SentenceOfToken(document.WordToken[word])];
        for (int i = sentence.Words.First; i < sentence.Words.First + sentence.Words.Count; i++)
        {
            if (document.Head[i] == word && Relation(i).StartsWith("nsubj", StringComparison.Ordinal)) return i;
        }

        return -1;
    }

    private bool HasSubject(int word) => SubjectOf(word) >= 0;

    private bool HasCase(int word)
    {
        for (int i = Math.Max(0, word - 8); i < word; i++)
        {
            if (document.Head[i] == word && Relation(i) is "case") return true;
        }

        return false;
    }

    /// <summary>The verb outside the quotations that the words of a quotation hang on, or that hangs on them; -1 where there is none.</summary>
    public int Governor(TextSpan quote)
    {
        int root = HeadOf(quote.Start, quote.End);
        if (root < 0) return -1;
        int head = document.Head[root];
        if (head >= 0 && IsVerb(head) && !layout.IsQuoted(document.Words[head].Token.Span.Start)) return head;
        Sentence sentence = document.Sentences[document.SentenceOfToken(document.WordToken[root])];
        for (int i = sentence.Words.First; i < sentence.Words.First + sentence.Words.Count; i++)
        {
            if (document.Head[i] == root && Relation(i) is "parataxis" or "advcl" && IsVerb(i) && !layout.IsQuoted(document.Words[i].Token.Span.Start)) return i;
        }

        return -1;
    }

    public bool IsVerb(int word) => document.Upos[word] == Upos.Verb;

    /// <summary>Whether a verb, or its auxiliary, is plural.</summary>
    public bool IsPlural(int verb)
    {
        for (int i = Math.Max(0, verb - 3); i <= verb; i++)
        {
            bool own = i == verb || (document.Head[i] == verb && Relation(i) is "aux");
            if (own && document.Feats[i]?.Contains("Number=Plur", StringComparison.Ordinal) == true) return true;
        }

        return false;
    }

    public string Relation(int word) => document.DepRel[word] ?? "";
}
