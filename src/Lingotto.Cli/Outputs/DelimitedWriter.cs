using System.Globalization;
using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Cli.Outputs;

/// <summary>Which table CSV and TSV hold.</summary>
internal enum ExportTable
{
    Entities,
    Events,
    Values,
    Affiliations,
    Quotes,
}

/// <summary>
/// One table of all articles with a header line: CSV by RFC 4180 (fields with commas, quotes or line ends are quoted), or TSV where a tab, a line end
/// and a backslash are written <c>\t</c>, <c>\n</c>, <c>\\</c>.
/// </summary>
internal sealed class DelimitedWriter : IAnalysisWriter
{
    private readonly TextWriter _output;
    private readonly ExportTable _table;
    private readonly bool _isTsv, _leaveOpen;

    public DelimitedWriter(TextWriter output, ExportTable table, bool isTsv, bool leaveOpen)
    {
        (_output, _table, _isTsv, _leaveOpen) = (output, table, isTsv, leaveOpen);
        Row(table switch
        {
            ExportTable.Entities => ["article", "entity", "kind", "subkind", "kb", "name", "start", "end", "text", "nominal"],
            ExportTable.Events => ["article", "event", "type", "trigger", "start", "end", "modality", "polarity", "confidence", "role", "ref", "filler", "kb"],
            ExportTable.Values => ["article", "id", "sort", "start", "end", "text", "value", "unit"],
            ExportTable.Affiliations => ["article", "person", "person_kb", "role", "organization", "organization_kb"],
            _ => ["article", "speaker", "speaker_kb", "start", "end", "text"],
        });
    }

    public void Write(AnalyzedArticle article)
    {
        ArticleAnalysis a = article.Analysis;
        switch (_table)
        {
            case ExportTable.Entities: WriteEntities(a); break;
            case ExportTable.Events: WriteEvents(a); break;
            case ExportTable.Values: WriteValues(a); break;
            case ExportTable.Affiliations:
                foreach (Affiliation f in a.Affiliations) Row(a.Id, a.Label(f.Person), Kb(a, f.Person), f.Role is null ? null : a.Label(f.Role), a.Label(f.Organization), Kb(a, f.Organization));
                break;
            default:
                foreach (Quote q in a.Quotes) Row(a.Id, a.Label(q.Speaker), Kb(a, q.Speaker), Text(q.Start), Text(q.End), q.Text);
                break;
        }
    }

    public void Dispose()
    {
        _output.Flush();
        if (!_leaveOpen) _output.Dispose();
    }

    private void WriteEntities(ArticleAnalysis a)
    {
        foreach (Entity e in a.Entities)
        {
            foreach (Mention m in e.Mentions) Row(a.Id, e.Id, e.Kind.Name, e.Subkind?.Name, e.Kb?.Value, e.Name, Text(m.Start), Text(m.End), m.Text, m.Nominal ? "true" : "false");
        }
    }

    private void WriteEvents(ArticleAnalysis a)
    {
        foreach (AutomotiveEvent e in a.Events)
        {
            string?[] head = [a.Id, e.Id, e.Type.Name, e.Trigger.Text, Text(e.Trigger.Start), Text(e.Trigger.End), Lower(e.Modality), Lower(e.Polarity), e.Confidence?.ToString(CultureInfo.InvariantCulture)];
            if (e.Arguments.Count == 0) Row([.. head, null, null, null, null]);
            foreach (EventArgument g in e.Arguments) Row([.. head, g.Role, g.Ref, a.Label(g.Ref), Kb(a, g.Ref)]);
        }
    }

    private void WriteValues(ArticleAnalysis a)
    {
        foreach (TimeExpression t in a.Times) Row(a.Id, t.Id, "time", Text(t.Start), Text(t.End), t.Text, t.Value, null);
        foreach (Quantity q in a.Quantities) Row(a.Id, q.Id, "quantity", Text(q.Start), Text(q.End), q.Text, q.Value.ToString("0.############", CultureInfo.InvariantCulture), q.Unit);
    }

    private static string? Kb(ArticleAnalysis analysis, string id) => analysis.FindEntity(id)?.Kb?.Value;

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Row(params string?[] fields)
    {
        _output.Write(string.Join(_isTsv ? '\t' : ',', fields.Select(f => _isTsv ? Escape(f ?? "") : Quote(f ?? ""))));
        _output.Write(_isTsv ? "\n" : "\r\n");
    }

    private static string Quote(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 && !field.StartsWith(' ') && !field.EndsWith(' ') ? field : "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string Escape(string field) => field.AsSpan().IndexOfAny("\\\t\r\n") < 0
        ? field
        : field.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
