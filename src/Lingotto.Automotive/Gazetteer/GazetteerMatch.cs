using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>How closely a text repeats a name of the knowledge base. Smaller is closer.</summary>
public enum GazetteerExactness : byte
{
    /// <summary>Letter for letter.</summary>
    Exact,
    /// <summary>But for capitals, accents, apostrophes and hyphens (<c>FIAT</c>, <c>Forli'</c>).</summary>
    Variant,
    /// <summary>A plural in <c>s</c> (<c>Topolinos</c>), or a brand before the short name of its model (<c>Alfa Giulia</c>).</summary>
    Composed,
    /// <summary>The surname alone.</summary>
    Surname,
    /// <summary>Some capitals of the name are printed small.</summary>
    Loose,
}

/// <summary>An entry that a stretch of text may name.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Exactness">How closely the text repeats the name.</param>
/// <param name="IsAmbiguous">Whether the tables call the name unsafe without evidence.</param>
/// <param name="IsAlias">Whether the name is not the entry's main one in either language.</param>
public readonly record struct GazetteerCandidate(KnowledgeBaseEntry Entry, GazetteerExactness Exactness, bool IsAmbiguous, bool IsAlias);

/// <summary>A stretch of text that equals names of the knowledge base.</summary>
/// <param name="Span">The name as printed.</param>
/// <param name="FirstToken">Index of the first token that the name touches.</param>
/// <param name="EndToken">Index after the last token that it touches.</param>
/// <param name="Candidates">What it may name, at least one, each once, closest first, then in order of the tables.</param>
public sealed record GazetteerMatch(TextSpan Span, int FirstToken, int EndToken, IReadOnlyList<GazetteerCandidate> Candidates)
{
    /// <summary>How closely the closest candidate's name is repeated.</summary>
    public GazetteerExactness Exactness => Candidates[0].Exactness;

    /// <summary>Whether the tables call the name unsafe for every candidate.</summary>
    public bool IsAmbiguous
    {
        get
        {
            foreach (GazetteerCandidate candidate in Candidates)
            {
                if (!candidate.IsAmbiguous) return false;
            }

            return true;
        }
    }

    /// <summary>Whether some candidate is of a kind.</summary>
    public bool Has(EntityKind kind)
    {
        foreach (GazetteerCandidate candidate in Candidates)
        {
            if (candidate.Entry.Kind == kind) return true;
        }

        return false;
    }
}
