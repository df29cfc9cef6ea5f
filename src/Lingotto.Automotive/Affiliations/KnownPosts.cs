using Lingotto.Domain;

namespace Lingotto.Automotive.Affiliations;

/// <summary>The organizations that the knowledge base gives to persons: attribute <c>roles</c>, written <c>title@org@years|…</c>, and the parent. Immutable.</summary>
internal sealed class KnownPosts(KnowledgeBase? knowledge)
{
    /// <summary>The organizations of a person; null where the person is not known, or nothing is known of posts.</summary>
    public IReadOnlyList<string>? Of(Entity person)
    {
        if (knowledge is null || person.Kb is not { } id || knowledge.Find(id) is not { } entry) return null;
        var organizations = new List<string>();
        if (entry.Parent is { } parent) organizations.Add(parent.Value);
        foreach (string post in (entry.Attribute("roles") ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = post.Split('@');
            if (parts.Length > 1 && parts[1].Length > 0) organizations.Add(parts[1]);
        }

        return organizations.Count > 0 ? organizations : null;
    }
}
