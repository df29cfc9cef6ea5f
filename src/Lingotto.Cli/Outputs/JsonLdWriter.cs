using System.Text.Encodings.Web;
using System.Text.Json;
using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Cli.Outputs;

/// <summary>JSON-LD, one NewsArticle a line: what it mentions as schema.org types where they fit, Lingotto's own terms for the rest.</summary>
internal sealed class JsonLdWriter(Stream output, bool leaveOpen) : IAnalysisWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Write(AnalyzedArticle article)
    {
        using (var json = new Utf8JsonWriter(output, Options)) WriteArticle(json, article);
        output.Write("\n"u8);
        output.Flush();
    }

    public void Dispose()
    {
        if (!leaveOpen) output.Dispose();
    }

    private static void WriteArticle(Utf8JsonWriter json, AnalyzedArticle article)
    {
        ArticleAnalysis analysis = article.Analysis;
        json.WriteStartObject();
        json.WriteStartArray("@context");
        json.WriteStringValue("https://schema.org/");
        json.WriteStartObject();
        json.WriteString("lingotto", "urn:lingotto:");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("@type", "NewsArticle");
        if (analysis.Id is { } id) json.WriteString("identifier", id);
        json.WriteString("inLanguage", analysis.Language);
        if (article.Article.Published is { } published) json.WriteString("datePublished", published.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteStartArray("mentions");
        foreach (Entity e in analysis.Entities) WriteEntity(json, e, analysis);
        foreach (AutomotiveEvent e in analysis.Events) WriteEvent(json, e, analysis);
        json.WriteEndArray();
        json.WriteStartArray("hasPart");
        foreach (Quote q in analysis.Quotes) WriteQuote(json, q);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEntity(Utf8JsonWriter json, Entity e, ArticleAnalysis analysis)
    {
        json.WriteStartObject();
        json.WriteString("@id", Node(e.Id));
        json.WriteString("@type", Type(e));
        json.WriteString("name", e.Name);
        if (e.Kb is { } kb) json.WriteString("sameAs", "urn:lingotto:" + kb.Value);
        Affiliation[] posts = [.. analysis.Affiliations.Where(a => a.Person == e.Id)];
        if (posts.Length > 0) json.WriteStartArray("affiliation");
        foreach (Affiliation post in posts)
        {
            json.WriteStartObject();
            json.WriteString("@type", "OrganizationRole");
            if (post.Role is { } role) json.WriteString("roleName", analysis.Label(role));
            WriteReference(json, "affiliation", post.Organization);
            json.WriteEndObject();
        }

        if (posts.Length > 0) json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEvent(Utf8JsonWriter json, AutomotiveEvent e, ArticleAnalysis analysis)
    {
        json.WriteStartObject();
        json.WriteString("@id", Node(e.Id));
        json.WriteString("@type", "Event");
        json.WriteString("additionalType", "urn:lingotto:" + e.Type.Name);
        json.WriteString("name", e.Trigger.Text);
        json.WriteString("lingotto:modality", e.Modality.ToString().ToLowerInvariant());
        json.WriteString("lingotto:polarity", e.Polarity.ToString().ToLowerInvariant());
        foreach (IGrouping<string, EventArgument> role in e.Arguments.GroupBy(a => a.Role))
        {
            json.WriteStartArray("lingotto:" + role.Key);
            foreach (EventArgument a in role) WriteFiller(json, a.Ref, analysis);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteFiller(Utf8JsonWriter json, string id, ArticleAnalysis analysis)
    {
        json.WriteStartObject();
        if (analysis.Quantities.FirstOrDefault(q => q.Id == id) is { } quantity)
        {
            json.WriteString("@type", "QuantitativeValue");
            json.WriteNumber("value", quantity.Value);
            json.WriteString("unitText", quantity.Unit);
        }
        else if (analysis.FindEntity(id) is not null)
        {
            json.WriteString("@id", Node(id));
        }
        else
        {
            json.WriteString("@value", analysis.Label(id));
        }

        json.WriteEndObject();
    }

    private static void WriteQuote(Utf8JsonWriter json, Quote quote)
    {
        json.WriteStartObject();
        json.WriteString("@type", "Quotation");
        json.WriteString("text", quote.Text);
        WriteReference(json, "creator", quote.Speaker);
        json.WriteEndObject();
    }

    private static void WriteReference(Utf8JsonWriter json, string property, string id)
    {
        json.WriteStartObject(property);
        json.WriteString("@id", Node(id));
        json.WriteEndObject();
    }

    private static string Node(string id) => "_:" + id;

    private static string Type(Entity entity) => (entity.Kind.Name, entity.Subkind?.Name) switch
    {
        ("Person", _) => "Person",
        ("Organization", "Brand") => "Brand",
        ("Organization", "Government") => "GovernmentOrganization",
        ("Organization", "Union") => "WorkersUnion",
        ("Organization", "University") => "CollegeOrUniversity",
        ("Organization", "Media") => "NewsMediaOrganization",
        ("Organization", "Carmaker" or "Supplier" or "Company") => "Corporation",
        ("Organization", _) => "Organization",
        ("Place", "Country") => "Country",
        ("Place", "Region") => "State",
        ("Place", "Province") => "AdministrativeArea",
        ("Place", "Municipality") => "City",
        ("Place" or "Plant", _) => "Place",
        ("VehicleModel", _) => "Car",
        ("Fair", _) => "ExhibitionEvent",
        ("Programme", _) => "Project",
        _ => "Thing",
    };
}
