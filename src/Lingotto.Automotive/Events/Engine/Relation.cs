namespace Lingotto.Automotive;

/// <summary>The dependency relations that the engine tells apart.</summary>
internal enum Relation : byte
{
    Other, Root, Subject, PassiveSubject, Object, Indirect, Oblique, Agent, Nominal, Possessive, Apposition, Clause, RelativeClause, Adverbial, OpenComplement,
    Complement, Conjunct, Flat, Compound, Case, Mark, Auxiliary, PassiveAuxiliary, Copula, Determiner, Adjective, Number, Adverb, Expletive, Parataxis, Punctuation, Coordinator,
}

internal static class Relations
{
    public static Relation Of(string? name) => name switch
    {
        null => Relation.Other,
        "root" => Relation.Root,
        "nsubj" or "csubj" or "nsubj:outer" => Relation.Subject,
        "nsubj:pass" or "csubj:pass" => Relation.PassiveSubject,
        "obj" => Relation.Object,
        "iobj" => Relation.Indirect,
        "obl" or "obl:tmod" or "obl:npmod" or "obl:unmarked" => Relation.Oblique,
        "obl:agent" => Relation.Agent,
        "nmod" or "nmod:tmod" or "nmod:npmod" or "nmod:unmarked" => Relation.Nominal,
        "nmod:poss" or "det:poss" => Relation.Possessive,
        "appos" => Relation.Apposition,
        "acl" => Relation.Clause,
        "acl:relcl" => Relation.RelativeClause,
        "advcl" or "advcl:relcl" => Relation.Adverbial,
        "xcomp" => Relation.OpenComplement,
        "ccomp" => Relation.Complement,
        "conj" => Relation.Conjunct,
        "flat" or "flat:name" or "flat:foreign" or "fixed" or "goeswith" => Relation.Flat,
        "compound" or "compound:prt" => Relation.Compound,
        "case" => Relation.Case,
        "mark" => Relation.Mark,
        "aux" => Relation.Auxiliary,
        "aux:pass" => Relation.PassiveAuxiliary,
        "cop" => Relation.Copula,
        "det" or "det:predet" => Relation.Determiner,
        "amod" => Relation.Adjective,
        "nummod" => Relation.Number,
        "advmod" => Relation.Adverb,
        "expl" or "expl:pass" or "expl:impers" => Relation.Expletive,
        "parataxis" or "list" => Relation.Parataxis,
        "punct" => Relation.Punctuation,
        "cc" => Relation.Coordinator,
        _ => Relation.Other,
    };

    /// <summary>Whether a filler keeps its place when it hangs on another word by the relation.</summary>
    public static bool IsTransparent(Relation relation) => relation is Relation.Conjunct or Relation.Flat or Relation.Compound or Relation.Apposition;
}
