using System.Text.Json.Serialization;

namespace Lingotto.Domain;

/// <summary>What an entity is. A value type with well-known values, so that a user can add a kind of their own.</summary>
/// <param name="Name">The name as the JSON contract writes it, such as <c>Organization</c>.</param>
[JsonConverter(typeof(EntityKindConverter))]
public readonly record struct EntityKind(string Name)
{
    /// <summary>Anything that acts under a name.</summary>
    public static EntityKind Organization { get; } = new("Organization");

    /// <summary>A human being.</summary>
    public static EntityKind Person { get; } = new("Person");

    /// <summary>A place, or the people who govern it.</summary>
    public static EntityKind Place { get; } = new("Place");

    /// <summary>A factory or site of a maker.</summary>
    public static EntityKind Plant { get; } = new("Plant");

    /// <summary>A vehicle model or model family.</summary>
    public static EntityKind VehicleModel { get; } = new("VehicleModel");

    /// <summary>A vehicle architecture.</summary>
    public static EntityKind Platform { get; } = new("Platform");

    /// <summary>A plan, fund, law, project or network with a proper name.</summary>
    public static EntityKind Programme { get; } = new("Programme");

    /// <summary>A named exhibition, convention or show.</summary>
    public static EntityKind Fair { get; } = new("Fair");

    /// <summary>A job title; it is never linked.</summary>
    public static EntityKind Role { get; } = new("Role");

    /// <summary>The well-known kinds.</summary>
    public static IReadOnlyList<EntityKind> All { get; } = [Organization, Person, Place, Plant, VehicleModel, Platform, Programme, Fair, Role];

    /// <summary>The prefix of the kind's identifiers, such as <c>org</c>; the lower-cased name for a kind that a user added.</summary>
    public string IdPrefix => Name switch
    {
        "Organization" => "org",
        "VehicleModel" => "model",
        _ => (Name ?? "").ToLowerInvariant(),
    };

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? "";
}

/// <summary>A finer kind within a kind.</summary>
/// <param name="Name">The name as the JSON contract writes it, such as <c>Carmaker</c>.</param>
[JsonConverter(typeof(EntitySubkindConverter))]
public readonly record struct EntitySubkind(string Name)
{
    /// <summary>Makes cars under one or more brands.</summary>
    public static EntitySubkind Carmaker { get; } = new("Carmaker");

    /// <summary>A brand of a carmaker.</summary>
    public static EntitySubkind Brand { get; } = new("Brand");

    /// <summary>Supplies carmakers.</summary>
    public static EntitySubkind Supplier { get; } = new("Supplier");

    /// <summary>A public authority.</summary>
    public static EntitySubkind Government { get; } = new("Government");

    /// <summary>An association of firms or people.</summary>
    public static EntitySubkind Association { get; } = new("Association");

    /// <summary>A trade union.</summary>
    public static EntitySubkind Union { get; } = new("Union");

    /// <summary>A university or school.</summary>
    public static EntitySubkind University { get; } = new("University");

    /// <summary>A newspaper, agency or broadcaster.</summary>
    public static EntitySubkind Media { get; } = new("Media");

    /// <summary>Another company.</summary>
    public static EntitySubkind Company { get; } = new("Company");

    /// <summary>None of the others, of an organization or of a place.</summary>
    public static EntitySubkind Other { get; } = new("Other");

    /// <summary>A sovereign state.</summary>
    public static EntitySubkind Country { get; } = new("Country");

    /// <summary>A region or state of a country.</summary>
    public static EntitySubkind Region { get; } = new("Region");

    /// <summary>A province or county.</summary>
    public static EntitySubkind Province { get; } = new("Province");

    /// <summary>A town or city.</summary>
    public static EntitySubkind Municipality { get; } = new("Municipality");

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? "";
}
