using Lingotto.Ner;

namespace Lingotto.Automotive.Mentions;

/// <summary>
/// Tells the units that no mention can reach: small letters or punctuation with nothing beside them that could begin or end one. They need not be scored.
/// </summary>
internal static class PlainUnits
{
    /// <summary>The score of every label but outside at such a unit.</summary>
    public const float NameScore = -50;

    private const int RoleReach = 10;

    public static bool Contains(MentionColumns columns, int at)
    {
        UnitColumns units = columns.Units;
        for (int i = Math.Max(units.First, at - 1); i <= Math.Min(units.End - 1, at + 1); i++)
        {
            if (units.IsCapital[i] || columns.NameLabel[i] != BilouScheme.Outside || columns.AnyKinds[i] != 0) return false;
        }

        for (int t = 0; t < MentionColumns.NameTypes; t++)
        {
            if (columns.NameBin[(at * MentionColumns.NameTypes) + t] > 1) return false;
        }

        for (int i = Math.Max(units.First, at - RoleReach); i <= Math.Min(units.End - 1, at + 1); i++)
        {
            if (columns.RolePlace[i] != 0) return false;
        }

        return true;
    }
}
