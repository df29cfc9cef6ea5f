using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>Joins the short form of a company, a fair, a programme or a model to its full name in the article, once both are linked or found unknown.</summary>
internal static class ShortNames
{
    public static void Merge(List<EntityCluster> clusters)
    {
        foreach (EntityCluster shorter in clusters)
        {
            if (shorter.Forms.Count == 0 || shorter.Kind == EntityKind.Person || shorter.Kind == EntityKind.Place) continue;
            foreach (EntityCluster longer in clusters)
            {
                if (longer == shorter || longer.Forms.Count == 0 || longer.Kind != shorter.Kind || !IsShortFormOf(shorter, longer)) continue;
                longer.Absorb(shorter);
                break;
            }
        }

        clusters.RemoveAll(c => c.Forms.Count == 0);
    }

    private static bool IsShortFormOf(EntityCluster shorter, EntityCluster longer)
    {
        foreach (NameForm small in shorter.Forms)
        {
            foreach (NameForm full in longer.Forms)
            {
                bool unknown = shorter.Link is null;
                if (small.IsPrefixOf(full))
                {
                    bool generic = full.Pieces.AsSpan(small.Pieces.Length).ContainsAnyExcept(Generic(full)) is false;
                    if (generic && shorter.Kind == EntityKind.Organization) return true;
                    if (unknown && (longer.Link is null || generic)) return true;
                }
                else if (unknown && longer.Link is null && small.IsSuffixOf(full) && shorter.Kind == EntityKind.VehicleModel) return true;
            }
        }

        return false;
    }

    private static ulong[] Generic(NameForm form) => [.. form.Pieces.Where(CompanyWords.IsGeneric)];
}
