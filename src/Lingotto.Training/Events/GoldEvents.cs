using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Training;

/// <summary>A gold event with, for each argument, where the mentions of its filler stand.</summary>
internal sealed record GoldEvent(AutomotiveEvent Event, IReadOnlyList<(string Role, TextSpan[] Spans)> Arguments)
{
    public static IReadOnlyList<GoldEvent> Of(GoldArticle article)
    {
        var spans = new Dictionary<string, TextSpan[]>(StringComparer.Ordinal);
        ArticleAnalysis analysis = article.Analysis;
        foreach (Entity entity in analysis.Entities) spans[entity.Id] = [.. entity.Mentions.Select(m => TextSpan.FromBounds(m.Start, m.End))];
        foreach (RoleMention role in analysis.Roles) spans[role.Id] = [TextSpan.FromBounds(role.Start, role.End)];
        foreach (TimeExpression time in analysis.Times) spans[time.Id] = [TextSpan.FromBounds(time.Start, time.End)];
        foreach (Quantity quantity in analysis.Quantities) spans[quantity.Id] = [TextSpan.FromBounds(quantity.Start, quantity.End)];
        return [.. analysis.Events.Select(e => new GoldEvent(e, [.. e.Arguments.Select(a => (a.Role, spans[a.Ref]))]))];
    }

    /// <summary>Whether a filler is one of the argument's mentions: overlapping, of comparable length.</summary>
    public static bool IsNear(TextSpan[] spans, int start, int end)
    {
        foreach (TextSpan span in spans)
        {
            if (span.Start < end && start < span.End && Math.Abs(span.Length - (end - start)) <= 30) return true;
        }

        return false;
    }
}

/// <summary>A chosen unit of the engine with the gold events that it stands for; several where one trigger carries more of a type than the engine tells apart.</summary>
internal readonly record struct LabelledUnit(EventUnit Unit, IReadOnlyList<GoldEvent> Gold);
