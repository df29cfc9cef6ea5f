using Lingotto.Domain;

namespace Lingotto.Automotive.Quotes;

/// <summary>Who holds the titles of an article: the person beside the title, else the one known to have it in the same organization.</summary>
internal sealed class RoleHolders(Document document, MentionIndex mentions, ArticleAnalysis analysis, KnownTitles titles, QuoteLayout layout)
{
    private const int KnownReach = 16;
    private const int AppositionReach = 40;
    private static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create(".;:!?«»“”\"\n");

    private readonly string _text = document.Text;
    private readonly Dictionary<string, RoleMention> _roles = analysis.Roles.ToDictionary(r => r.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, Entity> _entities = analysis.Entities.ToDictionary(e => e.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _holders = FirstHolders(analysis);

    /// <summary>Id of the person that the role mention of an index stands for; null where that is not known.</summary>
    public string? Of(int mention) => Known(mention) ?? LastPersonBefore(mention);

    /// <summary>As <see cref="Of"/>, where something tells it; null where the last person before is all that there is.</summary>
    public string? Known(int mention)
    {
        MentionAt role = mentions.All[mention];
        if (_holders.TryGetValue(role.Id, out string? holder)) return holder;
        if (Apposed(mention) is { } apposed) return apposed;
        ReadOnlySpan<char> title = _text.AsSpan(role.Start, role.End - role.Start);
        string? organization = mention + 1 < mentions.All.Count && mentions.All[mention + 1] is { IsOrganization: true } next && next.Start - role.End < 12 ? next.Id
            : mention > 0 && mentions.All[mention - 1] is { IsOrganization: true } previous && role.Start - previous.End < 6 ? previous.Id : null;
        string? best = null, titled = null, fitting = null;
        foreach (Affiliation affiliation in analysis.Affiliations)
        {
            if (organization is not null && affiliation.Organization != organization) continue;
            bool sameTitle = affiliation.Role is { } id && _roles.TryGetValue(id, out RoleMention? other) && _text.AsSpan(other.Start, other.End - other.Start).Equals(title, StringComparison.OrdinalIgnoreCase);
            if (sameTitle) return affiliation.Person;
            if (organization is null) continue;
            best ??= affiliation.Person;
            if (affiliation.Role is not null) titled ??= affiliation.Person;
            if (_entities.TryGetValue(affiliation.Person, out Entity? person) && titles.Fits(person, title, document.Language)) fitting ??= affiliation.Person;
        }

        return fitting ?? titled ?? best ?? KnownHolder(mention, title);
    }

    /// <summary>The person whose name follows a title and its complement past a comma: <c>il presidente della rassegna, X</c>.</summary>
    private string? Apposed(int mention)
    {
        int next = mention + 1;
        if (next >= mentions.All.Count || !mentions.All[next].IsPerson || mentions.All[next].Start - mentions.All[mention].End > AppositionReach) return null;
        ReadOnlySpan<char> between = mentions.All[mention].GapTo(mentions.All[next], _text);
        return between.Length > 2 && between.TrimEnd()[^1] == ',' && between.IndexOf(',') == between.LastIndexOf(',') && !between.ContainsAny(Breaks) ? mentions.All[next].Id : null;
    }

    /// <summary>The last person before who is known to have a title of the sort.</summary>
    private string? KnownHolder(int mention, ReadOnlySpan<char> title)
    {
        for (int m = mention - 1; m >= 0 && m > mention - KnownReach; m--)
        {
            if (mentions.All[m] is { IsPerson: true, Entity: { } person } && titles.Fits(person, title, document.Language)) return person.Id;
        }

        return null;
    }

    private static Dictionary<string, string> FirstHolders(ArticleAnalysis analysis)
    {
        var holders = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Affiliation affiliation in analysis.Affiliations)
        {
            if (affiliation.Role is { } role) holders.TryAdd(role, affiliation.Person);
        }

        return holders;
    }

    private string? LastPersonBefore(int mention)
    {
        for (int m = mention - 1; m >= 0 && m > mention - 8; m--)
        {
            if (mentions.All[m].IsPerson && !layout.IsHeaderLine(mentions.All[m].Start)) return mentions.All[m].Id;
        }

        return null;
    }
}
