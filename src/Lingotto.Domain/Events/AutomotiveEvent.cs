using System.Text.Json.Serialization;

namespace Lingotto.Domain;

/// <summary>Whether an event happened.</summary>
[JsonConverter(typeof(ModalityConverter))]
public enum Modality
{
    /// <summary>It happened or is going on.</summary>
    Asserted,
    /// <summary>Announced, scheduled, promised.</summary>
    Planned,
    /// <summary>Hypothetical, under study, rumoured.</summary>
    Possible,
}

/// <summary>Whether the text says that the event is, or denies it.</summary>
[JsonConverter(typeof(PolarityConverter))]
public enum Polarity
{
    /// <summary>The text says so.</summary>
    Positive,
    /// <summary>The text denies it.</summary>
    Negative,
}

/// <summary>The word or words that most clearly say an event.</summary>
/// <param name="Start">Offset of the first UTF-16 code unit.</param>
/// <param name="End">Offset after the last one.</param>
/// <param name="Text">The words as printed.</param>
public sealed record Trigger(int Start, int End, string Text);

/// <summary>Who or what plays a role in an event.</summary>
/// <param name="Role">One of the roles of the event's type.</param>
/// <param name="Ref">Id of an entity, a role mention, a time or a quantity of the same analysis.</param>
public sealed record EventArgument(string Role, string Ref);

/// <summary>A stretch of the text.</summary>
/// <param name="Start">Offset of the first UTF-16 code unit.</param>
/// <param name="End">Offset after the last one.</param>
public sealed record TextRange(int Start, int End);

/// <summary>Something that happened, is planned or is possible, as one place of the text says it.</summary>
[TypeFormatterSource(typeof(DomainFormatterSource))]
public sealed record AutomotiveEvent
{
    /// <summary>Its name within the analysis, such as <c>v1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What happened.</summary>
    public required EventType Type { get; init; }

    /// <summary>The words that say it.</summary>
    public required Trigger Trigger { get; init; }

    /// <summary>Who and what, in order of role.</summary>
    public ValueList<EventArgument> Arguments { get; init; } = [];

    /// <summary>Whether it happened.</summary>
    public Modality Modality { get; init; }

    /// <summary>Whether the text says or denies it.</summary>
    public Polarity Polarity { get; init; }

    /// <summary>Probability that the event is right, 0 to 1; null where it was not computed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Confidence { get; init; }

    /// <summary>The stretches of the text that say it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<TextRange> Evidence { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Type}({string.Join(", ", Arguments.Select(a => $"{a.Role}={a.Ref}"))}) “{Trigger.Text}”{(Modality == Modality.Asserted ? "" : " " + Modality)}{(Polarity == Polarity.Negative ? " denied" : "")}";
}

/// <summary>All mentions of one event within an article, with the union of their arguments.</summary>
public sealed record MergedEvent
{
    /// <summary>Its name within the analysis, such as <c>m1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What happened.</summary>
    public required EventType Type { get; init; }

    /// <summary>The clearest trigger.</summary>
    public required Trigger Trigger { get; init; }

    /// <summary>Ids of the events that were merged, at least one.</summary>
    public required ValueList<string> Mentions { get; init; }

    /// <summary>Type, canonical fillers and time as one text that is equal for articles in either language that state the same.</summary>
    public required string Key { get; init; }

    /// <summary>The union of the arguments.</summary>
    public ValueList<EventArgument> Arguments { get; init; } = [];

    /// <summary>Whether it happened.</summary>
    public Modality Modality { get; init; }

    /// <summary>Whether the text says or denies it.</summary>
    public Polarity Polarity { get; init; }

    /// <summary>Probability that the event is right, 0 to 1; null where it was not computed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Confidence { get; init; }

    /// <summary>All stretches of the text that say it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<TextRange> Evidence { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{Key} ({Mentions.Count} mentions)";
}
