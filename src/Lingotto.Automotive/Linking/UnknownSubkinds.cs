using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>Guesses the subkind of what the knowledge base lacks by the words of its name, from the data file.</summary>
internal static class UnknownSubkinds
{
    private static readonly Dictionary<(string Kind, ulong Word), EntitySubkind> Words = Resources.ReadRows("linking/subkind_words.tsv")
        .ToDictionary(r => (r[0], NominalHead.Piece(r[2])), r => new EntitySubkind(r[1]));

    /// <summary>The subkind; null where no word says it.</summary>
    public static EntitySubkind? Guess(EntityCluster cluster)
    {
        foreach (NameForm form in cluster.Forms)
        {
            foreach (ulong piece in form.Pieces)
            {
                if (Words.TryGetValue((cluster.Kind.Name, piece), out EntitySubkind subkind)) return subkind;
            }
        }

        return null;
    }
}
