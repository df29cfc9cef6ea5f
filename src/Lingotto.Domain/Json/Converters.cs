using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Lingotto.Domain;

internal sealed class EntityIdConverter : JsonConverter<EntityId>
{
    public override EntityId Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        string? value = reader.GetString();
        return EntityId.TryParse(value, out EntityId id) ? id : throw new JsonException($"'{value}' is no entity identifier of the form prefix:slug.");
    }

    public override void Write(Utf8JsonWriter writer, EntityId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

internal sealed class EntityKindConverter : JsonConverter<EntityKind>
{
    public override EntityKind Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(Name.Read(ref reader));

    public override void Write(Utf8JsonWriter writer, EntityKind value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}

internal sealed class EntitySubkindConverter : JsonConverter<EntitySubkind>
{
    public override EntitySubkind Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(Name.Read(ref reader));

    public override void Write(Utf8JsonWriter writer, EntitySubkind value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}

internal sealed class EventTypeConverter : JsonConverter<EventType>
{
    public override EventType Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(Name.Read(ref reader));

    public override void Write(Utf8JsonWriter writer, EventType value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}

internal sealed class ModalityConverter() : JsonStringEnumConverter<Modality>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

internal sealed class PolarityConverter() : JsonStringEnumConverter<Polarity>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

/// <summary>Writes a decimal without the zeros that only say how it was computed: 1300000, not 1300000.0.</summary>
internal sealed class PlainDecimalConverter : JsonConverter<decimal>
{
    private const decimal Normalizer = 1.0000000000000000000000000000m;

    public override decimal Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.GetDecimal();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(Plain(value));

    public static decimal Plain(decimal value) => value / Normalizer;
}

internal sealed class ValueListConverter<T> : JsonConverter<ValueList<T>>
{
    public override ValueList<T> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("Expected a list.");
        var item = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(JsonSerializer.Deserialize(ref reader, item) ?? throw new JsonException("Expected no null in a list."));
        }

        return items.Count == 0 ? default : new ValueList<T>([.. items]);
    }

    public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        if (value.Count > 0)
        {
            var item = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
            foreach (T t in value.AsSpan()) JsonSerializer.Serialize(writer, t, item);
        }

        writer.WriteEndArray();
    }
}

file static class Name
{
    public static string Read(ref Utf8JsonReader reader) => reader.GetString() is { Length: > 0 } name ? name : throw new JsonException("Expected a name, found an empty one.");
}
