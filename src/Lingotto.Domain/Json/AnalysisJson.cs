using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Lingotto.Domain;

/// <summary>Writes and reads analyses as JSON (DOMAIN section 6, <c>analysis/1</c>). What is written reads back equal.</summary>
public static class AnalysisJson
{
    private static readonly Lazy<AnalysisJsonContext> Contract = new(() => new(new JsonSerializerOptions(AnalysisJsonContext.Default.Options) { Encoder = PlainEncoder.Instance, NewLine = "\n" }));

    /// <summary>The contract, for use with <see cref="JsonSerializer"/> or a web framework.</summary>
    public static JsonTypeInfo<ArticleAnalysis> TypeInfo => Contract.Value.ArticleAnalysis;

    /// <summary>An analysis as JSON text, on one line unless <paramref name="indented"/>.</summary>
    public static string Serialize(ArticleAnalysis analysis, bool indented = false)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        Write(buffer, analysis, indented);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes an analysis as UTF-8 without byte order mark and without a line end.</summary>
    public static void Write(IBufferWriter<byte> output, ArticleAnalysis analysis, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(analysis);
        var options = new JsonWriterOptions { Encoder = PlainEncoder.Instance, Indented = indented, NewLine = "\n", SkipValidation = true };
        using var writer = new Utf8JsonWriter(output, options);
        AnalysisWriter.Write(writer, analysis);
    }

    /// <summary>Reads an analysis; fields that are not known are left out.</summary>
    /// <exception cref="AnalysisFormatException">The text is not JSON, lacks a field, or follows another schema.</exception>
    public static ArticleAnalysis Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Parse(Encoding.UTF8.GetBytes(json));
    }

    /// <summary>Reads an analysis from UTF-8; fields that are not known are left out.</summary>
    /// <exception cref="AnalysisFormatException">The text is not JSON, lacks a field, or follows another schema.</exception>
    public static ArticleAnalysis Parse(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            CheckSchema(utf8Json);
            return JsonSerializer.Deserialize(utf8Json, Contract.Value.ArticleAnalysis) ?? throw new AnalysisFormatException("Expected an analysis object, found null.");
        }
        catch (JsonException e)
        {
            throw new AnalysisFormatException($"The text is no analysis of schema '{ArticleAnalysis.CurrentSchema}': {e.Message}", e);
        }
        catch (InvalidOperationException e)
        {
            throw new AnalysisFormatException($"The text is no analysis of schema '{ArticleAnalysis.CurrentSchema}': {e.Message}", e);
        }
    }

    private static void CheckSchema(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new AnalysisFormatException($"Expected an analysis object, found {reader.TokenType}.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isSchema = reader.ValueTextEquals("schema"u8);
            reader.Read();
            if (isSchema)
            {
                string? schema = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                if (schema == ArticleAnalysis.CurrentSchema) return;
                throw new AnalysisFormatException($"Expected schema '{ArticleAnalysis.CurrentSchema}', found '{schema}': read it with the library version that wrote it.");
            }

            reader.Skip();
        }

        throw new AnalysisFormatException($"Expected a field \"schema\" with '{ArticleAnalysis.CurrentSchema}', found none.");
    }
}
