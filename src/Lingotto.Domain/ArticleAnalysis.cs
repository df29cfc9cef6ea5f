using System.Text.Json.Serialization;

namespace Lingotto.Domain;

/// <summary>The language of a stretch of the text.</summary>
/// <param name="Start">Offset of the first UTF-16 code unit.</param>
/// <param name="End">Offset after the last one.</param>
/// <param name="Language">ISO 639 code.</param>
public sealed record LanguageRange(int Start, int End, string Language);

/// <summary>What an article says, as typed objects. An immutable value.</summary>
[TypeFormatterSource(typeof(DomainFormatterSource))]
public sealed record ArticleAnalysis
{
    /// <summary>The name of the JSON contract.</summary>
    public const string CurrentSchema = "analysis/1";

    /// <summary>The contract that the analysis follows.</summary>
    public string Schema { get; init; } = CurrentSchema;

    /// <summary>The caller's name for the article, null where there is none.</summary>
    public string? Id { get; init; }

    /// <summary>ISO 639 code of the article's language, <c>und</c> where it could not be determined.</summary>
    public required string Language { get; init; }

    /// <summary>Probability of the language, 0 to 1.</summary>
    public double LanguageConfidence { get; init; }

    /// <summary>The analysed text; only where it was asked for, or where it is not the caller's own (HTML).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    /// <summary>The entities, in order of their first mention.</summary>
    public ValueList<Entity> Entities { get; init; } = [];

    /// <summary>The job titles, in order of the text.</summary>
    public ValueList<RoleMention> Roles { get; init; } = [];

    /// <summary>The time expressions, in order of the text.</summary>
    public ValueList<TimeExpression> Times { get; init; } = [];

    /// <summary>The quantities, in order of the text.</summary>
    public ValueList<Quantity> Quantities { get; init; } = [];

    /// <summary>Who is what where.</summary>
    public ValueList<Affiliation> Affiliations { get; init; } = [];

    /// <summary>Direct speech, in order of the text.</summary>
    public ValueList<Quote> Quotes { get; init; } = [];

    /// <summary>The events as the text mentions them, in order of their triggers.</summary>
    public ValueList<AutomotiveEvent> Events { get; init; } = [];

    /// <summary>The events with all their mentions merged.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<MergedEvent> MergedEvents { get; init; } = [];

    /// <summary>The stretches that are not part of the article: share lines, teasers, copyright lines.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<TextRange> Boilerplate { get; init; } = [];

    /// <summary>The sentences in another language than the article's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<LanguageRange> SentenceLanguages { get; init; } = [];

    /// <summary>The regions and states that the article is about, by where its places and plants lie; in order of first mention.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<EntityId> Regions { get; init; } = [];

    /// <summary>The carmakers that the article is about, by what its brands, plants and models belong to; in order of first mention.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<EntityId> Makers { get; init; } = [];

    /// <summary>Why the article could not be analysed, null where it was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    /// <summary>The entity of an id within this analysis, null where there is none.</summary>
    public Entity? FindEntity(string id) => Entities.FirstOrDefault(e => e.Id == id);
}
