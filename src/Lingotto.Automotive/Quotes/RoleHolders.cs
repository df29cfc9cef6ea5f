using Lingotto.Domain;

namespace Lingotto.Automotive.Quotes;

/// <summary>Who holds the titles of an article: the person beside the title, else the one known to have it in the same organization.</summary>
internal sealed class RoleHolders(Document document, MentionIndex mentions, ArticleAnalysis analysis, KnownTitles titles)
{
    private const int KnownReach = 16;

    private readonly string _text = document.Text;

    /// <summary>Id of the person that the role mention of an index stands for; null where that is not known.</summary>
    public string? Of(int mention)
    {
        MentionAt role = mentions.All[mention];
        foreach (Affiliation affiliation in analysis.Affiliations)
        {
            if (affiliation.Role == role.Id) return affiliation.Person;
        }

        ReadOnlySpan<char> title = _text.AsSpan(role.Start, role.End - role.Start);
        string? organization = mention + 1 < mentions.All.Count && mentions.All[mention + 1] is { IsOrganization: true } next && next.Start - role.End < 12 ? next.Id
            : mention > 0 && mentions.All[mention - 1] is { IsOrganization: true } previous && role.Start - previous.End < 6 ? previous.Id : null;
        string? best = null;
        foreach (Affiliation affiliation in analysis.Affiliations)
        {
            if (organization is not null && affiliation.Organization != organization) continue;
            bool sameTitle = affiliation.Role is { } id && FindRole(id) is { } other && _text.AsSpan(other.Start, other.End - other.Start).Equals(title, StringComparison.OrdinalIgnoreCase);
            if (sameTitle) return affiliation.Person;
            if (organization is not null) best ??= affiliation.Person;
        }

        return best ?? KnownHolder(mention, title) ?? LastPersonBefore(mention);
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

    private RoleMention? FindRole(string id) => analysis.Roles.FirstOrDefault(r => r.Id == id);

    private string? LastPersonBefore(int mention)
    {
        for (int m = mention - 1; m >= 0 && m > mention - 8; m--)
        {
            if (mentions.All[m].IsPerson) return mentions.All[m].Id;
        }

        return null;
    }
}
