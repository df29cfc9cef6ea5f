using System.Text.Json;

namespace Lingotto.Domain;

/// <summary>
/// Writes an analysis field by field. It gives the very bytes of the source-generated contract (a test compares them) without the contract's start-up cost,
/// which a command that analyses one article would feel.
/// </summary>
internal static class AnalysisWriter
{
    private delegate void Item<T>(Utf8JsonWriter json, T item);

    public static void Write(Utf8JsonWriter json, ArticleAnalysis a)
    {
        json.WriteStartObject();
        json.WriteString("schema", a.Schema);
        json.WriteString("id", a.Id);
        json.WriteString("language", a.Language);
        json.WriteNumber("languageConfidence", a.LanguageConfidence);
        if (a.Text is not null) json.WriteString("text", a.Text);
        List(json, "entities", a.Entities, WriteEntity);
        List(json, "roles", a.Roles, WriteRole);
        List(json, "times", a.Times, WriteTime);
        List(json, "quantities", a.Quantities, WriteQuantity);
        List(json, "affiliations", a.Affiliations, WriteAffiliation);
        List(json, "quotes", a.Quotes, WriteQuote);
        List(json, "events", a.Events, WriteEvent);
        if (a.MergedEvents.Count > 0) List(json, "mergedEvents", a.MergedEvents, WriteMergedEvent);
        if (a.Boilerplate.Count > 0) List(json, "boilerplate", a.Boilerplate, WriteRange);
        if (a.SentenceLanguages.Count > 0) List(json, "sentenceLanguages", a.SentenceLanguages, WriteLanguageRange);
        if (a.Regions.Count > 0) List(json, "regions", a.Regions, WriteId);
        if (a.Makers.Count > 0) List(json, "makers", a.Makers, WriteId);
        if (a.Error is not null) json.WriteString("error", a.Error);
        json.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter json, string name, ValueList<T> items, Item<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items.AsSpan()) write(json, item);
        json.WriteEndArray();
    }

    private static void WriteEntity(Utf8JsonWriter json, Entity e)
    {
        json.WriteStartObject();
        json.WriteString("id", e.Id);
        json.WriteString("kind", e.Kind.Name);
        json.WriteString("subkind", e.Subkind?.Name);
        json.WriteString("kb", e.Kb?.Value);
        json.WriteString("name", e.Name);
        List(json, "mentions", e.Mentions, WriteMention);
        WriteConfidence(json, e.Confidence);
        json.WriteEndObject();
    }

    private static void WriteMention(Utf8JsonWriter json, Mention m)
    {
        json.WriteStartObject();
        WriteSpan(json, m.Start, m.End, m.Text);
        json.WriteBoolean("nominal", m.Nominal);
        WriteConfidence(json, m.Confidence);
        json.WriteEndObject();
    }

    private static void WriteRole(Utf8JsonWriter json, RoleMention r)
    {
        json.WriteStartObject();
        json.WriteString("id", r.Id);
        WriteSpan(json, r.Start, r.End, r.Text);
        json.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter json, TimeExpression t)
    {
        json.WriteStartObject();
        json.WriteString("id", t.Id);
        WriteSpan(json, t.Start, t.End, t.Text);
        json.WriteString("value", t.Value);
        json.WriteEndObject();
    }

    private static void WriteQuantity(Utf8JsonWriter json, Quantity q)
    {
        json.WriteStartObject();
        json.WriteString("id", q.Id);
        WriteSpan(json, q.Start, q.End, q.Text);
        json.WriteNumber("value", PlainDecimalConverter.Plain(q.Value));
        json.WriteString("unit", q.Unit);
        json.WriteEndObject();
    }

    private static void WriteAffiliation(Utf8JsonWriter json, Affiliation a)
    {
        json.WriteStartObject();
        json.WriteString("person", a.Person);
        json.WriteString("organization", a.Organization);
        json.WriteString("role", a.Role);
        json.WriteEndObject();
    }

    private static void WriteQuote(Utf8JsonWriter json, Quote q)
    {
        json.WriteStartObject();
        json.WriteString("speaker", q.Speaker);
        WriteSpan(json, q.Start, q.End, q.Text);
        json.WriteEndObject();
    }

    private static void WriteEvent(Utf8JsonWriter json, AutomotiveEvent e)
    {
        json.WriteStartObject();
        json.WriteString("id", e.Id);
        json.WriteString("type", e.Type.Name);
        WriteTrigger(json, e.Trigger);
        List(json, "arguments", e.Arguments, WriteArgument);
        WriteMood(json, e.Modality, e.Polarity, e.Confidence, e.Evidence);
        json.WriteEndObject();
    }

    private static void WriteMergedEvent(Utf8JsonWriter json, MergedEvent e)
    {
        json.WriteStartObject();
        json.WriteString("id", e.Id);
        json.WriteString("type", e.Type.Name);
        WriteTrigger(json, e.Trigger);
        List(json, "mentions", e.Mentions, static (json, id) => json.WriteStringValue(id));
        json.WriteString("key", e.Key);
        List(json, "arguments", e.Arguments, WriteArgument);
        WriteMood(json, e.Modality, e.Polarity, e.Confidence, e.Evidence);
        json.WriteEndObject();
    }

    private static void WriteTrigger(Utf8JsonWriter json, Trigger trigger)
    {
        json.WriteStartObject("trigger");
        WriteSpan(json, trigger.Start, trigger.End, trigger.Text);
        json.WriteEndObject();
    }

    private static void WriteArgument(Utf8JsonWriter json, EventArgument a)
    {
        json.WriteStartObject();
        json.WriteString("role", a.Role);
        json.WriteString("ref", a.Ref);
        json.WriteEndObject();
    }

    private static void WriteMood(Utf8JsonWriter json, Modality modality, Polarity polarity, double? confidence, ValueList<TextRange> evidence)
    {
        json.WriteString("modality", modality switch { Modality.Asserted => "asserted", Modality.Planned => "planned", _ => "possible" });
        json.WriteString("polarity", polarity == Polarity.Positive ? "positive" : "negative");
        WriteConfidence(json, confidence);
        if (evidence.Count > 0) List(json, "evidence", evidence, WriteRange);
    }

    private static void WriteRange(Utf8JsonWriter json, TextRange range)
    {
        json.WriteStartObject();
        json.WriteNumber("start", range.Start);
        json.WriteNumber("end", range.End);
        json.WriteEndObject();
    }

    private static void WriteLanguageRange(Utf8JsonWriter json, LanguageRange range)
    {
        json.WriteStartObject();
        json.WriteNumber("start", range.Start);
        json.WriteNumber("end", range.End);
        json.WriteString("language", range.Language);
        json.WriteEndObject();
    }

    private static void WriteId(Utf8JsonWriter json, EntityId id) => json.WriteStringValue(id.Value);

    private static void WriteSpan(Utf8JsonWriter json, int start, int end, string text)
    {
        json.WriteNumber("start", start);
        json.WriteNumber("end", end);
        json.WriteString("text", text);
    }

    private static void WriteConfidence(Utf8JsonWriter json, double? confidence)
    {
        if (confidence is { } value) json.WriteNumber("confidence", value);
    }
}
