using System.Text.Json.Serialization;

namespace Lingotto.Domain;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters =
    [
        typeof(PlainDecimalConverter),
        typeof(ValueListConverter<Entity>), typeof(ValueListConverter<Mention>), typeof(ValueListConverter<RoleMention>),
        typeof(ValueListConverter<TimeExpression>), typeof(ValueListConverter<Quantity>), typeof(ValueListConverter<Affiliation>),
        typeof(ValueListConverter<Quote>), typeof(ValueListConverter<AutomotiveEvent>), typeof(ValueListConverter<MergedEvent>),
        typeof(ValueListConverter<EventArgument>), typeof(ValueListConverter<TextRange>), typeof(ValueListConverter<LanguageRange>),
        typeof(ValueListConverter<string>), typeof(ValueListConverter<EntityId>),
    ])]
[JsonSerializable(typeof(ArticleAnalysis))]
[JsonSerializable(typeof(Entity))]
[JsonSerializable(typeof(Mention))]
[JsonSerializable(typeof(RoleMention))]
[JsonSerializable(typeof(TimeExpression))]
[JsonSerializable(typeof(Quantity))]
[JsonSerializable(typeof(Affiliation))]
[JsonSerializable(typeof(Quote))]
[JsonSerializable(typeof(AutomotiveEvent))]
[JsonSerializable(typeof(MergedEvent))]
[JsonSerializable(typeof(EventArgument))]
[JsonSerializable(typeof(TextRange))]
[JsonSerializable(typeof(LanguageRange))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(EntityId))]
internal sealed partial class AnalysisJsonContext : JsonSerializerContext;
