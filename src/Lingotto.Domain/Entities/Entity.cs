using System.Text.Json.Serialization;

namespace Lingotto.Domain;

/// <summary>A place in the text where an entity is named or referred to.</summary>
/// <param name="Start">Offset of the first UTF-16 code unit.</param>
/// <param name="End">Offset after the last one.</param>
/// <param name="Text">The text as printed: <c>text[Start..End]</c>.</param>
/// <param name="Nominal">Whether it is a description (<c>the company</c>) and not a name.</param>
public sealed record Mention(int Start, int End, string Text, bool Nominal = false)
{
    /// <summary>Probability that the mention is right, 0 to 1; null where it was not computed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Confidence { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Text} [{Start}..{End})";
}

/// <summary>Something that an article speaks of, with all its mentions: linked to the knowledge base, or NIL.</summary>
[TypeFormatterSource(typeof(DomainFormatterSource))]
public sealed record Entity
{
    /// <summary>Its name within the analysis, such as <c>e1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>The finer kind, null where there is none.</summary>
    public EntitySubkind? Subkind { get; init; }

    /// <summary>Its identifier in the knowledge base, null where it is NIL.</summary>
    public EntityId? Kb { get; init; }

    /// <summary>Its name: that of the knowledge base in the article's language, or the longest as printed.</summary>
    public required string Name { get; init; }

    /// <summary>Its mentions in order of the text, at least one.</summary>
    public required ValueList<Mention> Mentions { get; init; }

    /// <summary>Probability that the link is right, 0 to 1; null where it was not computed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Confidence { get; init; }

    /// <summary>Whether the knowledge base does not know it.</summary>
    [JsonIgnore]
    public bool IsNil => Kb is null;

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Kind}{(Subkind is { } subkind ? "/" + subkind : "")} {Name} ({Kb?.Value ?? "NIL"})";
}

/// <summary>A job title in the text.</summary>
/// <param name="Id">Its name within the analysis, such as <c>r1</c>.</param>
/// <param name="Start">Offset of the first UTF-16 code unit.</param>
/// <param name="End">Offset after the last one.</param>
/// <param name="Text">The title as printed.</param>
public sealed record RoleMention(string Id, int Start, int End, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Text} [{Start}..{End})";
}
