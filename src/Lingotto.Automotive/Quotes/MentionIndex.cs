using Lingotto.Domain;

namespace Lingotto.Automotive.Quotes;

/// <summary>A mention of a person, an organization, a place or a role, at its place in the text.</summary>
/// <param name="Start">Offset of the first code unit.</param>
/// <param name="End">Offset after the last one.</param>
/// <param name="Id">Id of the entity or role.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Entity">The entity; null for a role.</param>
/// <param name="Nominal">Whether it is a description.</param>
internal readonly record struct MentionAt(int Start, int End, string Id, EntityKind Kind, Entity? Entity, bool Nominal)
{
    public bool IsPerson => Kind == EntityKind.Person;

    public bool IsOrganization => Kind == EntityKind.Organization;

    public bool IsPlace => Kind == EntityKind.Place;

    public bool IsRole => Kind == EntityKind.Role;

    /// <summary>What stands between the mention and one after it: nothing where a description holds or overlaps the other.</summary>
    public ReadOnlySpan<char> GapTo(MentionAt next, string text) => next.Start > End ? text.AsSpan(End, next.Start - End) : default;
}

/// <summary>The mentions of persons, organizations, places and roles of an analysis, in order of the text. Immutable.</summary>
internal sealed class MentionIndex
{
    private readonly List<MentionAt> _mentions = [];

    public MentionIndex(ArticleAnalysis analysis)
    {
        foreach (Entity entity in analysis.Entities)
        {
            if (entity.Kind != EntityKind.Person && entity.Kind != EntityKind.Organization && entity.Kind != EntityKind.Place) continue;
            foreach (Mention mention in entity.Mentions) _mentions.Add(new MentionAt(mention.Start, mention.End, entity.Id, entity.Kind, entity, mention.Nominal));
        }

        foreach (RoleMention role in analysis.Roles) _mentions.Add(new MentionAt(role.Start, role.End, role.Id, EntityKind.Role, null, false));
        _mentions.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End.CompareTo(b.End));
    }

    public IReadOnlyList<MentionAt> All => _mentions;

    /// <summary>Index of the first mention that starts at or after an offset.</summary>
    public int FirstFrom(int offset)
    {
        int low = 0, high = _mentions.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_mentions[middle].Start < offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
