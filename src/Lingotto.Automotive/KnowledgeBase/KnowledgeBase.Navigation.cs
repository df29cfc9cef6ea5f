using Lingotto.Domain;

namespace Lingotto.Automotive;

public sealed partial class KnowledgeBase
{
    private const int MaximumDepth = 12;

    /// <summary>What an entity belongs to (a brand's group, a plant's operator, a region's country), null where there is nothing.</summary>
    public KnowledgeBaseEntry? Parent(EntityId id) => Find(id)?.Parent is { } parent ? Find(parent) : null;

    /// <summary>What an entity belongs to, and what that belongs to, nearest first.</summary>
    public IReadOnlyList<KnowledgeBaseEntry> Ancestors(EntityId id)
    {
        var ancestors = new List<KnowledgeBaseEntry>();
        for (KnowledgeBaseEntry? parent = Parent(id); parent is not null && ancestors.Count < MaximumDepth; parent = Parent(parent.Id)) ancestors.Add(parent);
        return ancestors;
    }

    /// <summary>The entries that belong directly to an entity, in order of the tables.</summary>
    public IReadOnlyList<KnowledgeBaseEntry> Children(EntityId id) => _children.Value.TryGetValue(id, out List<KnowledgeBaseEntry>? children) ? children : [];

    /// <summary>Whether an entity is another one, belongs to it, or lies in it: by parents, a plant's operator and town, a town's country.</summary>
    public bool IsPartOf(EntityId id, EntityId ancestor) => IsPartOf(id, ancestor, MaximumDepth);

    /// <summary>The place where an entity is: itself for a place, the town of a plant, an association or a fair; null where it is not known.</summary>
    public KnowledgeBaseEntry? PlaceOf(EntityId id)
    {
        if (Find(id) is not { } entry) return null;
        if (entry.Kind == EntityKind.Place) return entry;
        if (entry.Attribute("place") is { } place) return Find(place);
        return entry.Attribute("country") is { } country ? Find("place:" + country) : null;
    }

    /// <summary>The town where an entity is, null where it is not known or the entity is larger than a town.</summary>
    public KnowledgeBaseEntry? TownOf(EntityId id) => PlaceOf(id, EntitySubkind.Municipality);

    /// <summary>The province or county where an entity is, null where it is not known.</summary>
    public KnowledgeBaseEntry? ProvinceOf(EntityId id) => PlaceOf(id, EntitySubkind.Province);

    /// <summary>The region or state where an entity is, null where it is not known.</summary>
    public KnowledgeBaseEntry? RegionOf(EntityId id) => PlaceOf(id, EntitySubkind.Region);

    /// <summary>The country where an entity is, null where it is not known.</summary>
    public KnowledgeBaseEntry? CountryOf(EntityId id) => PlaceOf(id, EntitySubkind.Country);

    /// <summary>The plants in a place, in order of the tables.</summary>
    internal IReadOnlyList<KnowledgeBaseEntry> PlantsIn(EntityId place) => _plants.Value.TryGetValue(place, out List<KnowledgeBaseEntry>? plants) ? plants : [];

    private Dictionary<EntityId, List<KnowledgeBaseEntry>> GroupPlants()
    {
        var plants = new Dictionary<EntityId, List<KnowledgeBaseEntry>>();
        foreach (KnowledgeBaseEntry plant in Index.WithIdPrefix("plant:"))
        {
            if (!EntityId.TryParse(plant.Attribute("place"), out EntityId place)) continue;
            if (!plants.TryGetValue(place, out List<KnowledgeBaseEntry>? list)) plants[place] = list = [];
            list.Add(plant);
        }

        return plants;
    }

    private KnowledgeBaseEntry? PlaceOf(EntityId id, EntitySubkind subkind)
    {
        KnowledgeBaseEntry? place = PlaceOf(id);
        for (int depth = 0; place is not null && depth < MaximumDepth; depth++)
        {
            if (place.Subkind == subkind) return place;
            place = place.Parent is { } parent ? Find(parent) : place.Attribute("country") is { } country ? Find("place:" + country) : null;
        }

        return null;
    }

    private bool IsPartOf(EntityId id, EntityId ancestor, int depth)
    {
        if (id == ancestor) return true;
        if (depth == 0 || Find(id) is not { } entry) return false;
        if (entry.Parent is { } parent && IsPartOf(parent, ancestor, depth - 1)) return true;
        return Leads(entry.Attribute("place"), ancestor, depth) || Leads(entry.Attribute("operator"), ancestor, depth)
            || (entry.Attribute("country") is { } country && Leads("place:" + country, ancestor, depth));
    }

    private bool Leads(string? id, EntityId ancestor, int depth) => EntityId.TryParse(id, out EntityId next) && IsPartOf(next, ancestor, depth - 1);

    private Dictionary<EntityId, List<KnowledgeBaseEntry>> GroupByParent()
    {
        var children = new Dictionary<EntityId, List<KnowledgeBaseEntry>>();
        foreach (KnowledgeBaseEntry entry in Entries)
        {
            if (entry.Parent is not { } parent) continue;
            if (!children.TryGetValue(parent, out List<KnowledgeBaseEntry>? list)) children[parent] = list = [];
            list.Add(entry);
        }

        return children;
    }
}
