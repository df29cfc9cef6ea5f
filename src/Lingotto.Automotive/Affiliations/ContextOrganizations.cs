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
    public bool GovernsPlaces(int role) => words.Is("governsplaces", Head(role));

    /// <summary>Id of the organization; null where none fits, or the title names its own (<c>presidente della Repubblica</c>).</summary>
    public string? For(int role, int person, IReadOnlyList<string>? posts)
    {
        if (NamesItsOwn(role) || IsAny(role, "roletown")) return null;
        string[]? kinds = Kinds(role);
        bool minister = IsAny(role, "roleminister") && !words.Is("local", FirstWord(role));
        if (posts is not null && Known(role, posts, minister) is { } known) return known;
        if (kinds is not null && HasPossessive(role) && Nearest(role, kinds) is { } nearest) return nearest;
        if (kinds is null || posts is not null) return null;
        int start = l.IndexFrom(Math.Min(index.All[role].Start, index.All[person].Start));
        int sentences = 0, until = Math.Min(index.All[role].Start, index.All[person].Start);
        for (int i = start; i >= 0 && sentences < (minister ? 2 : Sentences); i--)
        {
            if (i > 0 && !l.StartsLine(i) && !l.EndsSentence(i - 1)) continue;
            if (FirstFitting(l[i].Start, until, kinds, minister) is { } id) return id;
            until = l[i].Start;
            sentences++;
        }

        if (minister) return null;
        return Main(kinds) ?? (IsAny(role, "rolegovernor") ? LastRegion(role) : null);
    }

    /// <summary>The region or state that the article names last before a governor.</summary>
    private string? LastRegion(int role)
    {
        for (int m = role - 1; m >= 0; m--)
        {
            if (index.All[m].IsPlace && index.All[m].Entity!.Subkind == EntitySubkind.Region) return index.All[m].Id;
        }

        return null;
    }

    private ReadOnlySpan<char> FirstWord(int role) => l.TextOf(l.IndexFrom(index.All[role].Start));

    /// <summary>Of the organizations that the person is known to have a post in, the one that is named nearest before the title, else any that is named.</summary>
    private string? Known(int role, IReadOnlyList<string> posts, bool minister)
    {
        string? after = null;
        for (int m = role - 1; m >= 0; m--)
        {
            if (index.All[m].Entity?.Kb is { } kb && posts.Contains(kb.Value)) return index.All[m].Id;
        }

        for (int m = role + 1; m < index.All.Count && after is null && !minister; m++)
        {
            if (index.All[m].Entity?.Kb is { } kb && posts.Contains(kb.Value)) after = index.All[m].Id;
        }

        return after;
    }

    private string? Nearest(int role, string[] kinds)
    {
        int from = l.IndexFrom(index.All[role].Start);
        while (from > 0 && !l.StartsLine(from) && !l.EndsSentence(from - 1)) from--;
        for (int m = role - 1; m >= 0 && index.All[m].Start >= l[from].Start; m--)
        {
            if (Fits(index.All[m], kinds)) return index.All[m].Id;
        }

        return null;
    }

    private bool HasPossessive(int role)
    {
        int i = l.IndexFrom(index.All[role].Start);
        return words.Is("possessive", l.TextOf(i - 1)) || words.Is("possessive", l.TextOf(i - 2));
    }

    /// <summary>The kinds of organization that have such a title, empty for any; null for a title that needs none.</summary>
    private string[]? Kinds(int role)
    {
        if (IsAny(role, "roleunion")) return Union;
        if (IsAny(role, "roleminister") || IsAny(role, "rolegovernment")) return Government;
        if (IsAny(role, "roleuniversity")) return University;
        if (IsAny(role, "rolecompany")) return Companies;
        return IsAny(role, "rolepresident") ? [] : null;
    }

    private bool IsAny(int role, string wordClass) => words.Is(wordClass, Head(role));

    /// <summary>The word of a title that says what it is: the first in Italian, in English the last before <c>of</c>, <c>for</c> or <c>and</c>.</summary>
    private ReadOnlySpan<char> Head(int role)
    {
        ReadOnlySpan<char> title = l.Text.AsSpan(index.All[role].Start, index.All[role].End - index.All[role].Start);
        if (WordTable.Of(l.Document.Language).IsItalian) return title.IndexOfAny(' ', '\n') is var space and > 0 ? title[..space] : title;
        foreach (string stop in (string[])[" of ", " for ", " in ", " and ", " at "])
        {
            if (title.IndexOf(stop) is var at and > 0) title = title[..at];
        }

        return title[(title.LastIndexOf(' ') + 1)..];
    }

    /// <summary>Whether a capitalised name is part of the title: <c>president of the Republic</c>, <c>ambasciatore d'Italia</c>.</summary>
    private bool NamesItsOwn(int role)
    {
        int first = l.IndexFrom(index.All[role].Start), end = l.IndexFrom(index.All[role].End);
        for (int i = first + 1; i < end; i++)
        {
            bool complement = l.Is(i - 1, WordClass.Of) || (l.Is(i - 1, WordClass.Article) && l.Is(i - 2, WordClass.Of));
            if (complement && l[i].IsCapitalized && l.TextOf(i)[^1] is not ('\'' or '’') && !l.TextOf(i - 1).Equals("in", StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private string? FirstFitting(int start, int end, string[] kinds, bool minister)
    {
        for (int m = index.FirstFrom(start); m < index.All.Count && index.All[m].Start < end; m++)
        {
            if (Fits(index.All[m], kinds) && (!minister || IsMinistry(index.All[m]))) return index.All[m].Id;
        }

        return null;
    }

    private static bool IsMinistry(MentionAt mention) => mention.Entity!.Mentions.Any(m => m.Text.StartsWith("min", StringComparison.OrdinalIgnoreCase) || (m.Text.Length <= 6 && m.Text.StartsWith("mi", StringComparison.OrdinalIgnoreCase)));

    private static bool Fits(MentionAt mention, string[] kinds) =>
        mention.IsOrganization && (kinds.Length == 0 || mention.Entity!.Subkind is not { } subkind || kinds.Contains(subkind.Name));

    private string? Main(string[] kinds)
    {
        string? best = null;
        int most = kinds.Length == 1 ? 0 : 1;
        foreach (IGrouping<string, MentionAt> entity in index.All.Where(m => Fits(m, kinds)).GroupBy(m => m.Id))
        {
            if (entity.Count() <= most) continue;
            (best, most) = (entity.Key, entity.Count());
        }

        return best;
    }
}
