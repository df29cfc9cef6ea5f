using System.Globalization;
using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>A noun that may stand for something named elsewhere, from the data file.</summary>
internal sealed record NominalHead(string Noun, EntityKind Kind, string[] Subkinds, double Weight, ulong[] NameWords, bool NeedsPlace)
{
    /// <summary>Whether the noun counts only with a capital.</summary>
    public bool IsCapitalized => char.IsUpper(Noun[0]);

    public static NominalHead Parse(string[] row) => new(
        row[1],
        new EntityKind(row[2]),
        row[3] == "*" ? [] : row[3].Split('|'),
        double.Parse(row[4], CultureInfo.InvariantCulture),
        row.Length > 5 && row[5].Length > 0 ? [.. row[5].Split('|').Select(w => Piece(w))] : [],
        row.Length > 6 && row[6] == "place");

    public static ulong Piece(string word) => FoldedName.TryNext(word, 0, out NameAtom atom) ? atom.Hash : 0;
}

/// <summary>The nouns, determiners and adjectives of places of one language.</summary>
internal sealed class NominalLexicon
{
    private static readonly Lazy<NominalLexicon> Italian = new(() => new NominalLexicon("it")), English = new(() => new NominalLexicon("en"));

    private readonly Dictionary<ulong, List<NominalHead>> _heads = [];
    private readonly Dictionary<string, string> _classes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<ulong, EntityId> _demonyms = [];

    private NominalLexicon(string language)
    {
        foreach (string[] row in Resources.ReadRows("coreference/heads.tsv").Where(r => r[0] == language))
        {
            ulong piece = NominalHead.Piece(row[1]);
            if (!_heads.TryGetValue(piece, out List<NominalHead>? heads)) _heads[piece] = heads = [];
            heads.Add(NominalHead.Parse(row));
        }

        foreach (string[] row in Resources.ReadRows("coreference/determiners.tsv").Where(r => r[0] == language)) _classes[row[2]] = row[1];
        foreach (string[] row in Resources.ReadRows("coreference/demonyms.tsv").Where(r => r[0] == language)) _demonyms[NominalHead.Piece(row[1])] = EntityId.Parse(row[2]);
    }

    public static NominalLexicon For(Language language) => language == Language.Italian ? Italian.Value : English.Value;

    /// <summary>The noun of a token; null where it is none, or lacks the capital that it needs.</summary>
    public NominalHead? Head(ReadOnlySpan<char> token)
    {
        if (!FoldedName.TryNext(token, 0, out NameAtom piece) || !_heads.TryGetValue(piece.Hash, out List<NominalHead>? heads)) return null;
        bool capital = (piece.Shape & AtomShape.InitialUpper) != 0;
        NominalHead? best = null;
        foreach (NominalHead head in heads)
        {
            if (head.IsCapitalized && !capital) continue;
            if (best is null || head.IsCapitalized) best = head;
        }

        return best;
    }

    /// <summary>The place of an adjective such as <c>torinese</c>; null where it is none.</summary>
    public EntityId? Demonym(ReadOnlySpan<char> token) =>
        FoldedName.TryNext(token, 0, out NameAtom piece) && _demonyms.TryGetValue(piece.Hash, out EntityId place) ? place : null;

    public bool IsDefinite(string token) => Class(token) == "definite";

    public bool IsBlocking(string token) => Class(token) == "blocking";

    public bool IsCopula(string token) => Class(token) == "copula";

    private string? Class(string token) => _classes.GetValueOrDefault(token.Replace('\u2019', '\''));
}
