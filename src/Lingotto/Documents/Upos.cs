namespace Lingotto;

/// <summary>The seventeen universal parts of speech of Universal Dependencies 2, and <see cref="None"/> for a word without one.</summary>
public enum Upos : byte
{
    /// <summary>Not tagged, <c>_</c>.</summary>
    None,
    /// <summary>Adjective, <c>ADJ</c>.</summary>
    Adj,
    /// <summary>Adposition, <c>ADP</c>.</summary>
    Adp,
    /// <summary>Adverb, <c>ADV</c>.</summary>
    Adv,
    /// <summary>Auxiliary, <c>AUX</c>.</summary>
    Aux,
    /// <summary>Coordinating conjunction, <c>CCONJ</c>.</summary>
    Cconj,
    /// <summary>Determiner, <c>DET</c>.</summary>
    Det,
    /// <summary>Interjection, <c>INTJ</c>.</summary>
    Intj,
    /// <summary>Noun, <c>NOUN</c>.</summary>
    Noun,
    /// <summary>Numeral, <c>NUM</c>.</summary>
    Num,
    /// <summary>Particle, <c>PART</c>.</summary>
    Part,
    /// <summary>Pronoun, <c>PRON</c>.</summary>
    Pron,
    /// <summary>Proper noun, <c>PROPN</c>.</summary>
    Propn,
    /// <summary>Punctuation, <c>PUNCT</c>.</summary>
    Punct,
    /// <summary>Subordinating conjunction, <c>SCONJ</c>.</summary>
    Sconj,
    /// <summary>Symbol, <c>SYM</c>.</summary>
    Sym,
    /// <summary>Verb, <c>VERB</c>.</summary>
    Verb,
    /// <summary>Other, <c>X</c>.</summary>
    X,
}

/// <summary>The names of <see cref="Upos"/> values as CoNLL-U writes them.</summary>
public static class UposNames
{
    private static readonly string[] Names =
        ["_", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"];

    /// <summary>The CoNLL-U name, <c>_</c> for <see cref="Upos.None"/>.</summary>
    public static string ToName(this Upos upos) => Names[(int)upos];

    /// <summary>Reads a CoNLL-U name, case-sensitive; false where it is none of the seventeen nor <c>_</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> name, out Upos upos)
    {
        for (int i = 0; i < Names.Length; i++)
        {
            if (name.SequenceEqual(Names[i])) { upos = (Upos)i; return true; }
        }

        upos = Upos.None;
        return false;
    }
}
