using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Lingotto.Domain;

/// <summary>
/// Identifier of an entity of the knowledge base: <c>prefix:slug</c>, both of lower-case ASCII letters, digits and hyphens,
/// the slug with slashes too (<c>model:alfa-romeo/giulia</c>).
/// </summary>
[JsonConverter(typeof(EntityIdConverter))]
public readonly record struct EntityId : IComparable<EntityId>
{
    private readonly string? _value;

    private EntityId(string value) => _value = value;

    /// <summary>The identifier as text; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>The part before the colon, such as <c>org</c>.</summary>
    public ReadOnlySpan<char> Prefix => Value.AsSpan(0, Math.Max(0, Value.IndexOf(':', StringComparison.Ordinal)));

    /// <summary>Reads an identifier.</summary>
    /// <exception cref="FormatException">It has another form.</exception>
    public static EntityId Parse(string value) => TryParse(value, out EntityId id)
        ? id
        : throw new FormatException($"'{value}' is no entity identifier: expected prefix:slug of lower-case ASCII letters, digits and hyphens, such as org:alfa-romeo.");

    /// <summary>Reads an identifier; false where it has another form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? value, out EntityId id)
    {
        id = default;
        if (value is null) return false;
        int colon = value.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == value.Length - 1) return false;
        if (!char.IsAsciiLetterLower(value[0]) || value[colon + 1] is '-' or '/') return false;
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            bool valid = char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-' || (i == colon) || (c == '/' && i > colon);
            if (!valid) return false;
        }

        id = new EntityId(value);
        return true;
    }

    /// <summary>Orders by the ordinal order of the text.</summary>
    public int CompareTo(EntityId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The identifier as text.</summary>
    public override string ToString() => Value;
}
