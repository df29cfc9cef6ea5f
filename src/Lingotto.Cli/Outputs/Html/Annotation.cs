using Lingotto.Domain;

namespace Lingotto.Cli.Outputs.Html;

/// <summary>A stretch of the text that the report marks.</summary>
/// <param name="Start">Offset of the first UTF-16 code unit.</param>
/// <param name="End">Offset after the last one.</param>
/// <param name="Style">Its style, such as <c>organization</c> or <c>trigger</c>.</param>
/// <param name="Target">Id of the card that it leads to, null where there is none.</param>
/// <param name="Title">What a reader who points at it, or listens to it, is told.</param>
internal sealed record Annotation(int Start, int End, string Style, string? Target, string Title)
{
    /// <summary>Everything worth marking, in order of the text, not overlapping: where two overlap, the name goes before the trigger, the longer before the shorter.</summary>
    public static IReadOnlyList<Annotation> Of(ArticleAnalysis analysis, int textLength)
    {
        var all = new List<(int Rank, Annotation Annotation)>();
        foreach (Entity e in analysis.Entities)
        {
            string title = $"{e.Kind}: {e.Name}" + (e.Kb is { } id ? $" ({id})" : "");
            foreach (Mention m in e.Mentions) all.Add((0, new Annotation(m.Start, m.End, StyleOf(e.Kind) + (m.Nominal ? " nominal" : ""), e.Id, title)));
        }

        foreach (RoleMention r in analysis.Roles) all.Add((1, new Annotation(r.Start, r.End, "role", null, "Role")));
        foreach (TimeExpression t in analysis.Times) all.Add((2, new Annotation(t.Start, t.End, "time", null, $"Time: {t.Value}")));
        foreach (Quantity q in analysis.Quantities) all.Add((2, new Annotation(q.Start, q.End, "quantity", null, $"Quantity: {analysis.Label(q.Id)}")));
        foreach (AutomotiveEvent e in analysis.Events) all.Add((3, new Annotation(e.Trigger.Start, e.Trigger.End, "trigger", e.Id, $"Event: {e.Type}")));

        var chosen = new List<Annotation>();
        foreach ((_, Annotation a) in all.OrderBy(a => a.Rank).ThenByDescending(a => a.Annotation.End - a.Annotation.Start))
        {
            bool fits = a.Start >= 0 && a.End <= textLength && a.Start < a.End;
            if (fits && !chosen.Exists(c => c.Start < a.End && a.Start < c.End)) chosen.Add(a);
        }

        return [.. chosen.OrderBy(a => a.Start)];
    }

    public static string StyleOf(EntityKind kind) => EntityKind.All.Contains(kind) ? kind.Name.ToLowerInvariant() : "other";
}
