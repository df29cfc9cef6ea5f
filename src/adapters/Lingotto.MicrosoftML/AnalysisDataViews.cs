using System.Globalization;
using Lingotto.Domain;
using Microsoft.ML;

namespace Lingotto.MicrosoftML;

/// <summary>Analyses and documents as data views, so that ML.NET pipelines train on them. The views are lazy: they read their source once for each pass.</summary>
public static class AnalysisDataViews
{
    /// <summary>One row a document (<see cref="DocumentRow"/>).</summary>
    public static IDataView LoadDocuments(this DataOperationsCatalog data, IEnumerable<(Article Article, ArticleAnalysis Analysis)> analyses)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(analyses);
        return data.LoadFromEnumerable(analyses.Select(a => new DocumentRow
        {
            DocumentId = a.Analysis.Id ?? "",
            Language = a.Analysis.Language,
            Text = a.Article.Text,
            EventTypes = [.. a.Analysis.Events.Select(e => e.Type.Name).Distinct().Order(StringComparer.Ordinal)],
            EntityIds = [.. a.Analysis.Entities.Where(e => !e.IsNil).Select(e => e.Kb!.Value.Value).Distinct().Order(StringComparer.Ordinal)],
        }));
    }

    /// <summary>One row a syntactic word (<see cref="TokenRow"/>).</summary>
    public static IDataView LoadTokens(this DataOperationsCatalog data, IEnumerable<(string? Id, Document Document)> documents)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(documents);
        return data.LoadFromEnumerable(documents.SelectMany(d => d.Document.Sentences.SelectMany(s => s.Words.Select(w => Row(d.Id, s, w)))));
    }

    /// <summary>One row a mention (<see cref="EntityRow"/>).</summary>
    public static IDataView LoadEntities(this DataOperationsCatalog data, IEnumerable<ArticleAnalysis> analyses)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(analyses);
        return data.LoadFromEnumerable(
            from analysis in analyses
            from entity in analysis.Entities
            from mention in entity.Mentions
            select new EntityRow
            {
                DocumentId = analysis.Id ?? "", Kind = entity.Kind.Name, Subkind = entity.Subkind?.Name ?? "", Kb = entity.Kb?.Value ?? "", Name = entity.Name,
                Text = mention.Text, Start = mention.Start, End = mention.End, Nominal = mention.Nominal,
            });
    }

    /// <summary>One row an argument of an event (<see cref="EventRow"/>).</summary>
    public static IDataView LoadEvents(this DataOperationsCatalog data, IEnumerable<ArticleAnalysis> analyses)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(analyses);
        return data.LoadFromEnumerable(analyses.SelectMany(a => a.Events.SelectMany(e => Rows(a, e))));
    }

    private static TokenRow Row(string? id, Sentence sentence, Word word) => new()
    {
        DocumentId = id ?? "",
        Sentence = sentence.Index,
        Start = word.Token.Span.Start,
        End = word.Token.Span.End,
        Form = word.Form.ToString(),
        Lemma = word.Document.HasTags ? word.Lemma.ToString() : "",
        Upos = word.Document.HasTags ? word.Upos.ToName() : "_",
        Feats = word.Document.HasTags ? word.Feats ?? "" : "",
        DepRel = word.Document.HasTrees ? word.DepRel ?? "" : "",
    };

    private static IEnumerable<EventRow> Rows(ArticleAnalysis analysis, AutomotiveEvent e)
    {
        IEnumerable<EventArgument> arguments = e.Arguments.Count > 0 ? e.Arguments : [new EventArgument("", "")];
        return arguments.Select(argument => new EventRow
        {
            DocumentId = analysis.Id ?? "", EventId = e.Id, Type = e.Type.Name, Trigger = e.Trigger.Text, Role = argument.Role, Filler = Filler(analysis, argument.Ref),
            Modality = e.Modality.ToString(), Polarity = e.Polarity.ToString(), Confidence = (float)(e.Confidence ?? double.NaN),
        });
    }

    private static string Filler(ArticleAnalysis analysis, string reference)
    {
        if (analysis.FindEntity(reference) is { } entity) return entity.Kb?.Value ?? entity.Name;
        if (analysis.Times.FirstOrDefault(t => t.Id == reference) is { } time) return time.Value;
        if (analysis.Quantities.FirstOrDefault(q => q.Id == reference) is { } quantity) return string.Create(CultureInfo.InvariantCulture, $"{quantity.Value} {quantity.Unit}");
        return analysis.Roles.FirstOrDefault(r => r.Id == reference)?.Text ?? "";
    }
}
