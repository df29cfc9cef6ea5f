using Lingotto.Automotive.Lexing;
using Lingotto.Automotive.Quotes;
using Lingotto.Domain;

namespace Lingotto.Automotive.Affiliations;

/// <summary>Finds the organization that a title without one belongs to: the first fitting one of the sentences before, else the one that the article speaks of most.</summary>
internal sealed class ContextOrganizations(LexemeList l, MentionIndex index, AffiliationWords words)
{
    private const int Sentences = 4;

    private static readonly string[] Union = ["Union"], Government = ["Government"], University = ["University"],
        Companies = ["Carmaker", "Brand", "Supplier", "Company", "Media", "Other", "Association"];

    /// <summary>Whether a title may belong to a town or a region.</summary>
    public bool GovernsPlaces(int role) => IsAny(role, "roletown") || IsAny(role, "rolegovernment") || IsAny(role, "roleminister");

    /// <summary>Id of the organization; null where none fits.</summary>
    public string? For(int role)
    {
        if (IsAny(role, "roletown")) return null;
        string[] kinds = Kinds(role);
        bool minister = IsAny(role, "roleminister");
        int start = LexemeAt(index.All[role].Start);
        int sentences = 0, until = index.All[role].Start;
        for (int i = start; i >= 0 && sentences < (minister ? 2 : Sentences); i--)
        {
            if (i > 0 && !l.StartsLine(i) && !l.EndsSentence(i - 1)) continue;
            if (FirstFitting(l[i].Start, until, kinds, minister) is { } id) return id;
            until = l[i].Start;
            sentences++;
        }

        return minister ? null : Main(kinds);
    }

    private string[] Kinds(int role)
    {
        if (IsAny(role, "roleunion")) return Union;
        if (IsAny(role, "roleminister")) return Government;
        if (IsAny(role, "roleuniversity")) return University;
        if (IsAny(role, "rolecompany")) return Companies;
        return IsAny(role, "rolegovernment") && !IsPresident(role) ? Government : [];
    }

    /// <summary>Presidents there are of everything.</summary>
    private bool IsPresident(int role) => l.TextOf(LexemeAt(index.All[role].Start)).StartsWith("presid", StringComparison.OrdinalIgnoreCase);

    private bool IsAny(int role, string wordClass) => words.Is(wordClass, l.TextOf(LexemeAt(index.All[role].Start)));

    private string? FirstFitting(int start, int end, string[] kinds, bool minister)
    {
        for (int m = index.FirstFrom(start); m < index.All.Count && index.All[m].Start < end; m++)
        {
            if (Fits(index.All[m], kinds) && (!minister || IsMinistry(index.All[m]))) return index.All[m].Id;
        }

        return null;
    }

    private static bool IsMinistry(MentionAt mention) => mention.Entity!.Mentions.Any(m => m.Text.StartsWith("min", StringComparison.OrdinalIgnoreCase));

    private static bool Fits(MentionAt mention, string[] kinds) =>
        mention.IsOrganization && (kinds.Length == 0 || mention.Entity!.Subkind is not { } subkind || kinds.Contains(subkind.Name));

    private string? Main(string[] kinds)
    {
        string? best = null;
        int most = 1;
        foreach (IGrouping<string, MentionAt> entity in index.All.Where(m => Fits(m, kinds)).GroupBy(m => m.Id))
        {
            if (entity.Count() <= most) continue;
            (best, most) = (entity.Key, entity.Count());
        }

        return best;
    }

    /// <summary>Index of the first lexeme that starts at or after an offset.</summary>
    public int LexemeAt(int offset)
    {
        int low = 0, high = l.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (l[middle].Start < offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
