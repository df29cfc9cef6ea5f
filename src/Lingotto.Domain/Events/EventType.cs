using System.Text.Json.Serialization;

namespace Lingotto.Domain;

/// <summary>A kind of automotive event. A value type with well-known values in <see cref="EventSchema"/>.</summary>
/// <param name="Name">The name as the JSON contract writes it, such as <c>ProductionStart</c>.</param>
[JsonConverter(typeof(EventTypeConverter))]
public readonly record struct EventType(string Name)
{
    /// <summary>The name.</summary>
    public override string ToString() => Name ?? "";
}

/// <summary>A role of an event type.</summary>
/// <param name="Name">The name, such as <c>producer</c>.</param>
/// <param name="Repeats">Whether an event may have several fillers for it.</param>
public readonly record struct EventRole(string Name, bool Repeats);

/// <summary>The event types with their roles: one table of facts (DOMAIN section 4).</summary>
public static class EventSchema
{
    private const string Table = """
        Meeting participant* topic*
        Visit visitor* site* topic*
        Talks party* topic*
        Partnership party* topic*
        MergerAcquisition acquirer* target* party* result stake amount
        Investment investor* site* recipient amount topic*
        ProductionStart producer* product* site*
        ProductionHalt producer* product* site* cause
        ProductionVolume producer* product* site quantity change
        ProductionTarget producer* product* site quantity deadline
        ModelLaunch maker* product* price
        PlantOpening operator* site* product*
        PlantClosure operator* site* product*
        JobCut employer* site* headcount
        Hiring employer* site* headcount
        Strike union* employer* site*
        LabourAgreement employer* union* site* topic*
        Appointment person organization role
        Departure person organization role
        SalesResult maker* product* market* quantity change share
        FinancialResult organization metric amount* change
        PublicFunding provider* beneficiary* programme* amount
        Recall maker* product* quantity cause
        TradeMission organizer* delegate* destination* programme*
        TradeFair fair organizer* participant*
        """;

    private static readonly Dictionary<EventType, EventRole[]> Rows = Table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' '))
        .ToDictionary(
            fields => new EventType(fields[0]),
            fields => fields.Skip(1).Concat(["place*", "time*"]).Select(r => new EventRole(r.TrimEnd('*'), r.EndsWith('*'))).ToArray());

    /// <summary>The 25 types.</summary>
    public static IReadOnlyCollection<EventType> Types => Rows.Keys;

    /// <summary>The roles of a type in the order of the table, <c>place</c> and <c>time</c> last; empty for an unknown type.</summary>
    public static IReadOnlyList<EventRole> RolesOf(EventType type) => Rows.GetValueOrDefault(type) ?? [];

    /// <summary>The role of a type by its name; null where the type has none of that name.</summary>
    public static EventRole? FindRole(EventType type, string name)
    {
        foreach (EventRole role in RolesOf(type))
        {
            if (role.Name == name) return role;
        }

        return null;
    }
}
