using System.Globalization;
using System.Text;
using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>Type, canonical fillers and time of an event as one text that is equal for articles in either language that state the same.</summary>
internal static class EventKey
{
    public static string Of(EventType type, Polarity polarity, IReadOnlyList<EventArgument> arguments, ArticleAnalysis analysis)
    {
        var parts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (EventArgument argument in arguments)
        {
            if (Canonical(argument.Ref, analysis) is { } filler) parts.Add($"{argument.Role}={filler}");
        }

        var key = new StringBuilder(type.Name);
        if (polarity == Polarity.Negative) key.Append("!not");
        foreach (string part in parts) key.Append('|').Append(part);
        return key.ToString();
    }

    /// <summary>The canonical name of a filler; null for job titles, which differ between languages.</summary>
    public static string? Canonical(string reference, ArticleAnalysis analysis)
    {
        foreach (Entity entity in analysis.Entities)
        {
            if (entity.Id == reference) return entity.Kb?.Value ?? "nil:" + Fold(entity.Name);
        }

        foreach (TimeExpression time in analysis.Times)
        {
            if (time.Id == reference) return time.Value;
        }

        foreach (Quantity quantity in analysis.Quantities)
        {
            if (quantity.Id == reference) return string.Create(CultureInfo.InvariantCulture, $"{quantity.Value:0.############} {quantity.Unit}");
        }

        return null;
    }

    private static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (char c in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c)) folded.Append(char.ToLowerInvariant(c));
            else if (char.IsWhiteSpace(c) || c == '-') folded.Append('-');
        }

        return folded.ToString();
    }
}
