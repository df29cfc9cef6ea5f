using System.Globalization;
using Lingotto.Domain;

namespace Lingotto.Training;

internal sealed record ScoredMention(CodePoints.Range Span, EntityKind Kind, EntitySubkind? Subkind, EntityId? Kb, bool Nominal, string Canonical);

internal sealed record ScoredEvent(string Type, CodePoints.Range Trigger, Modality Modality, Polarity Polarity, IReadOnlyList<(string Role, string Ref)> Arguments);

/// <summary>What the measures compare: the mentions, values and events of one analysis, gold or predicted, with the canonical name of every id.</summary>
internal sealed class ScoredSide
{
    private readonly Dictionary<string, List<CodePoints.Range>> _spans = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _canonical = new(StringComparer.Ordinal);

    public required string? Language { get; init; }
    public List<ScoredMention> Mentions { get; } = [];
    public List<(CodePoints.Range Span, string Value)> Times { get; } = [];
    public List<(CodePoints.Range Span, double Value, string Unit)> Quantities { get; } = [];
    public List<(string Person, string Organization, string? Role)> Affiliations { get; } = [];
    public List<(string Speaker, CodePoints.Range Span)> Quotes { get; } = [];
    public List<ScoredEvent> Events { get; } = [];

    public IEnumerable<ScoredMention> Names => Mentions.Where(m => !m.Nominal);

    /// <summary>The identifier, <c>nil:</c> and the longest name, or the value behind an id; null where the id is unknown.</summary>
    public string? Canonical(string? id) => id is not null && _canonical.TryGetValue(id, out string? name) ? name : null;

    public IReadOnlyList<CodePoints.Range> Spans(string id) => _spans.TryGetValue(id, out List<CodePoints.Range>? spans) ? spans : [];

    /// <summary>The (type, role, canonical filler) triples of the events.</summary>
    public HashSet<(string Type, string Role, string? Filler)> Facts() =>
        [.. Events.SelectMany(e => e.Arguments.Select(a => (e.Type, a.Role, Canonical(a.Ref))))];

    public static ScoredSide Predicted(ArticleAnalysis analysis, string text)
    {
        var points = new CodePoints(text);
        var side = new ScoredSide { Language = analysis.Language };
        foreach (Entity entity in analysis.Entities)
        {
            IEnumerable<string> names = entity.Mentions.Where(m => !m.Nominal).Select(m => Slice(text, m.Start, m.End));
            string canonical = entity.Kb?.Value ?? "nil:" + Longest(names.DefaultIfEmpty(entity.Name));
            side._canonical[entity.Id] = canonical;
            foreach (Mention m in entity.Mentions) side.Add(entity.Id, new ScoredMention(points.Of(m.Start, m.End), entity.Kind, entity.Subkind, entity.Kb, m.Nominal, canonical));
        }

        foreach (RoleMention r in analysis.Roles)
        {
            side._canonical[r.Id] = "nil:" + r.Text.ToLowerInvariant();
            side.Add(r.Id, new ScoredMention(points.Of(r.Start, r.End), EntityKind.Role, null, null, false, side._canonical[r.Id]));
        }

        side.AddValues(analysis, points);
        return side;
    }

    public static ScoredSide Of(GoldArticle gold)
    {
        var points = new CodePoints(gold.Text);
        var side = new ScoredSide { Language = gold.Analysis.Language };
        foreach (GoldMention m in gold.Mentions)
        {
            string canonical = m.Kb?.Value ?? "nil:" + Longest(SameUnknown(gold, m).Select(x => x.Span.Of(gold.Text).ToString()));
            side._canonical[m.Tag] = canonical;
            side.Add(m.Tag, new ScoredMention(points.Of(m.Span.Start, m.Span.End), m.Kind, m.Subkind, m.Kb, m.Nominal, canonical));
        }

        side.AddValues(gold.Marked, points);
        return side;
    }

    private static IEnumerable<GoldMention> SameUnknown(GoldArticle gold, GoldMention mention)
    {
        List<GoldMention> same = mention.NilSlug is null ? [] : [.. gold.Mentions.Where(x => x.NilSlug == mention.NilSlug && !x.Nominal)];
        return same.Count > 0 ? same : [mention];
    }

    private void Add(string id, ScoredMention mention)
    {
        Mentions.Add(mention);
        Place(id, mention.Span);
    }

    private void Place(string id, CodePoints.Range span)
    {
        if (!_spans.TryGetValue(id, out List<CodePoints.Range>? spans)) _spans[id] = spans = [];
        spans.Add(span);
    }

    private void AddValues(ArticleAnalysis analysis, CodePoints points)
    {
        foreach (TimeExpression t in analysis.Times)
        {
            Times.Add((points.Of(t.Start, t.End), t.Value));
            _canonical[t.Id] = "time:" + t.Value;
            Place(t.Id, points.Of(t.Start, t.End));
        }

        foreach (Quantity q in analysis.Quantities)
        {
            Quantities.Add((points.Of(q.Start, q.End), (double)q.Value, q.Unit));
            _canonical[q.Id] = string.Create(CultureInfo.InvariantCulture, $"q:{(double)q.Value:E11} {q.Unit}");
            Place(q.Id, points.Of(q.Start, q.End));
        }

        foreach (Affiliation a in analysis.Affiliations) Affiliations.Add((a.Person, a.Organization, a.Role));
        foreach (Quote q in analysis.Quotes) Quotes.Add((q.Speaker, points.Of(q.Start, q.End)));
        foreach (AutomotiveEvent e in analysis.Events)
        {
            Events.Add(new ScoredEvent(e.Type.Name, points.Of(e.Trigger.Start, e.Trigger.End), e.Modality, e.Polarity, [.. e.Arguments.Select(a => (a.Role, a.Ref))]));
        }
    }

    private static string Slice(string text, int start, int end) => start >= 0 && end <= text.Length && start <= end ? text[start..end] : "";

    private static string Longest(IEnumerable<string> names) => names.Select(n => n.ToLowerInvariant()).MaxBy(n => new CodePoints(n).Of(0, n.Length).End) ?? "";
}
