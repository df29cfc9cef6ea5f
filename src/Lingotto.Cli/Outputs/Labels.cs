using System.Globalization;
using Lingotto.Domain;

namespace Lingotto.Cli.Outputs;

/// <summary>What a person reads where an analysis has an id.</summary>
internal static class Labels
{
    public static string Label(this ArticleAnalysis analysis, string id)
    {
        foreach (Entity entity in analysis.Entities)
        {
            if (entity.Id == id) return entity.Name;
        }

        foreach (TimeExpression time in analysis.Times)
        {
            if (time.Id == id) return time.Value;
        }

        foreach (Quantity quantity in analysis.Quantities)
        {
            if (quantity.Id == id) return string.Create(CultureInfo.InvariantCulture, $"{quantity.Value:#,0.####} {quantity.Unit}");
        }

        foreach (RoleMention role in analysis.Roles)
        {
            if (role.Id == id) return role.Text;
        }

        return id;
    }
}
