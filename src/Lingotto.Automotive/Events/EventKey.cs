using System.Globalization;
using System.Text;
using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>Type, canonical fillers and time of an event as one text that is equal for articles in either language that state the same.</summary>
internal static class EventKey
{
    public static string Of(EventType type, Polarity polarity, IReadOnlyList<EventArgument> arguments, IReadOnlyDictionary<string, string> names)
    {
        var parts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (EventArgument argument in arguments)
        {
            if (names.TryGetValue(argument.Ref, out string? filler)) parts.Add($"{argument.Role}={filler}");
        }

        var key = new StringBuilder(type.Name);
        if (polarity == Polarity.Negative) key.Append("!not");
        foreach (string part in parts) key.Append('|').Append(part);
        return key.ToString();
    }

    /// <summary>The canonical names of everything that may fill a role, by id.</summary>
    public static Dictionary<string, string> Names(ArticleAnalysis analysis)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Entity entity in analysis.Entities) names[entity.Id] = entity.Kb?.Value ?? "nil:" + Fold(entity.Name);
        foreach (TimeExpression time in analysis.Times) names[time.Id] = time.Value;
        foreach (Quantity quantity in analysis.Quantities) names[quantity.Id] = NameOf(quantity);
        return names;
    }

    private static string NameOf(Quantity quantity) => string.Create(CultureInfo.InvariantCulture, $"{quantity.Value:0.############} {quantity.Unit}");

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
            if (quantity.Id == reference) return NameOf(quantity);
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
