namespace Lingotto.Domain;

/// <summary>A stretch of the text that is marked when an analysis is shown.</summary>
/// <param name="Start">Offset of the first UTF-16 code unit.</param>
/// <param name="End">Offset after the last one.</param>
/// <param name="Class">The kind, <c>Time</c>, <c>Quantity</c> or <c>trigger</c>.</param>
/// <param name="Title">What a person sees who points at it.</param>
internal readonly record struct Highlight(int Start, int End, string Class, string Title)
{
    /// <summary>Everything that an analysis marks, in order of the text, the longer first where two begin together.</summary>
    public static IReadOnlyList<Highlight> Of(ArticleAnalysis analysis)
    {
        IEnumerable<Highlight> mentions =
            from entity in analysis.Entities
            from mention in entity.Mentions
            select new Highlight(mention.Start, mention.End, entity.Kind.Name, $"{entity.Name} ({entity.Kb?.Value ?? "NIL"})");
        return
        [
            .. mentions
                .Concat(analysis.Roles.Select(r => new Highlight(r.Start, r.End, "Role", "role")))
                .Concat(analysis.Times.Select(t => new Highlight(t.Start, t.End, "Time", t.Value)))
                .Concat(analysis.Quantities.Select(q => new Highlight(q.Start, q.End, "Quantity", FormattableString.Invariant($"{q.Value} {q.Unit}"))))
                .Concat(analysis.Events.Select(e => new Highlight(e.Trigger.Start, e.Trigger.End, "trigger", e.Type.Name)))
                .OrderBy(h => h.Start).ThenByDescending(h => h.End),
        ];
    }
}
