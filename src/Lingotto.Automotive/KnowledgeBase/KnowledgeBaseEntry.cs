using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>What the knowledge base knows of one entity. An immutable value.</summary>
public sealed record KnowledgeBaseEntry
{
    /// <summary>The identifier.</summary>
    public required EntityId Id { get; init; }

    /// <summary>What it is.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>The finer kind, null where there is none.</summary>
    public EntitySubkind? Subkind { get; init; }

    /// <summary>The name that Italian texts use.</summary>
    public required string NameIt { get; init; }

    /// <summary>The name that English texts use.</summary>
    public required string NameEn { get; init; }

    /// <summary>Other names, acronyms and former names in either language.</summary>
    public ValueList<string> Aliases { get; init; } = [];

    /// <summary>What it belongs to: a brand's group, a plant's operator, a region's country; null where there is nothing.</summary>
    public EntityId? Parent { get; init; }

    /// <summary>Further facts, by key, in the order of the table.</summary>
    public ValueList<KeyValuePair<string, string>> Attributes { get; init; } = [];

    /// <summary>The names that mean something else as easily, so that no link is made on them alone.</summary>
    public ValueList<string> AmbiguousNames { get; init; } = [];

    /// <summary>Whether the facts were checked; what was not is never shown as a fact.</summary>
    public bool IsVerified { get; init; } = true;

    /// <summary>The number of inhabitants of a place; 0 where it is not known.</summary>
    internal double Population { get; init; }

    /// <summary>The surname of a person, null where there is none.</summary>
    public string? Surname => Attribute("surname");

    /// <summary>The name in a language: the Italian one in Italian, else the English one.</summary>
    public string NameIn(Language language) => language == Language.Italian ? NameIt : NameEn;

    /// <summary>The value of an attribute, null where the entry has none of that key.</summary>
    public string? Attribute(string key)
    {
        foreach (KeyValuePair<string, string> attribute in Attributes)
        {
            if (attribute.Key == key) return attribute.Value;
        }

        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {NameEn}";
}
