using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>What an argument may be: the kinds of entities, and job titles, times and quantities.</summary>
internal enum FillerKind : byte { Organization, Person, Place, Plant, VehicleModel, Platform, Programme, Fair, Role, Time, Quantity }

/// <summary>One mention that may fill a role.</summary>
internal readonly record struct Filler
{
    private readonly string? _sub;

    public required FillerKind Kind { get; init; }

    /// <summary>Subkind of an entity, class of a time (date, duration, vague), unit of a quantity; null where there is none.</summary>
    public required string? Sub
    {
        get => _sub;
        init
        {
            _sub = value;
            IsCurrency = value is { Length: 3 } && char.IsAsciiLetterUpper(value[0]) && char.IsAsciiLetterUpper(value[2]);
            SubSymbol = IsCurrency ? 77u : value is null ? 0 : Hash.Of(value);
        }
    }

    /// <summary>Id within the analysis of the entity, role, time or quantity.</summary>
    public required string Ref { get; init; }

    /// <summary>Number of the thing: equal for all mentions of an entity.</summary>
    public required int Thing { get; init; }

    public required int Start { get; init; }
    public required int End { get; init; }
    public required bool Nominal { get; init; }

    /// <summary>First and last word, and the word whose head lies outside.</summary>
    public required int FirstWord { get; init; }
    public required int LastWord { get; init; }
    public required int Head { get; init; }

    /// <summary>The day that a date begins with, as <c>yyyyMMdd</c> with zeros where it is open; 0 for other fillers.</summary>
    public int Day { get; init; }

    /// <summary>Whether a quantity is negative.</summary>
    public bool Falls { get; init; }

    public bool IsCurrency { get; private init; }

    public uint KindSymbol => (uint)Kind + 1;

    public uint SubSymbol { get; private init; }

    public static FillerKind? KindOf(EntityKind kind) => Enum.TryParse(kind.Name, out FillerKind known) ? known : null;
}
