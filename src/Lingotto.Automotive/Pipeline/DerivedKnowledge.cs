using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>What follows from an article's entities by what the knowledge base says of them.</summary>
public static class DerivedKnowledge
{
    /// <summary>The regions and states that entities lie in: an article on a plant is about the plant's region. In order of first mention.</summary>
    public static ValueList<EntityId> RegionsOf(this KnowledgeBase knowledgeBase, ValueList<Entity> entities)
    {
        ArgumentNullException.ThrowIfNull(knowledgeBase);
        var regions = new List<EntityId>();
        foreach (Entity entity in entities)
        {
            bool isSomewhere = entity.Kind == EntityKind.Place || entity.Kind == EntityKind.Plant;
            if (isSomewhere && entity.Kb is { } id && knowledgeBase.RegionOf(id) is { } region && !regions.Contains(region.Id)) regions.Add(region.Id);
        }

        return regions.ToValueList();
    }

    /// <summary>The carmakers that entities are or belong to: an article on a plant, a brand or a model is about its maker. In order of first mention.</summary>
    public static ValueList<EntityId> MakersOf(this KnowledgeBase knowledgeBase, ValueList<Entity> entities)
    {
        ArgumentNullException.ThrowIfNull(knowledgeBase);
        var makers = new List<EntityId>();
        foreach (Entity entity in entities)
        {
            if (entity.Kb is { } id && MakerOf(knowledgeBase, id) is { } maker && !makers.Contains(maker)) makers.Add(maker);
        }

        return makers.ToValueList();
    }

    private static EntityId? MakerOf(KnowledgeBase knowledgeBase, EntityId id)
    {
        const int MaximumDepth = 8;
        KnowledgeBaseEntry? entry = knowledgeBase.Find(id);
        if (entry is null || entry.Kind == EntityKind.Place || entry.Kind == EntityKind.Person) return null;
        EntityId? maker = null;
        for (int depth = 0; entry is not null && depth < MaximumDepth; depth++)
        {
            if (entry.Subkind == EntitySubkind.Carmaker) maker = entry.Id;
            else if (entry.Subkind == EntitySubkind.Brand) maker ??= entry.Id;
            entry = entry.Parent is { } parent ? knowledgeBase.Find(parent) : entry.Attribute("operator") is { } owner ? knowledgeBase.Find(owner) : null;
        }

        return maker;
    }
}
