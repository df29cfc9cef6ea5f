using Lingotto.Ner;

namespace Lingotto.Automotive.Mentions;

/// <summary>
/// Finds the units that no mention can reach: small letters or punctuation with nothing beside them that could begin or end one. They need not be scored.
/// </summary>
internal static class PlainUnits
{
    private const int RoleReach = 10;

    /// <summary>Marks the plain units of the selected sentence.</summary>
    public static void Find(MentionColumns columns)
    {
        int first = columns.Units.First, end = columns.Units.End, sinceRole = RoleReach + 1;
        bool before = false, here = first < end && MayBeName(columns, first);
        for (int i = first; i < end; i++)
        {
            bool after = i + 1 < end && MayBeName(columns, i + 1);
            sinceRole = columns.RolePlace[i] != 0 ? 0 : sinceRole + 1;
            bool isRole = sinceRole <= RoleReach || (i + 1 < end && columns.RolePlace[i + 1] != 0);
            columns.IsPlain[i] = !(before || here || after || isRole || HasNameProbability(columns, i));
            (before, here) = (here, after);
        }
    }

    private static bool MayBeName(MentionColumns columns, int at) =>
        columns.Units.IsCapital[at] || columns.NameLabel[at] != BilouScheme.Outside || columns.AnyKinds[at] != 0;

    private static bool HasNameProbability(MentionColumns columns, int at)
    {
        foreach (byte bin in columns.NameBin.AsSpan(at * MentionColumns.NameTypes, MentionColumns.NameTypes))
        {
            if (bin > 1) return true;
        }

        return false;
    }
}
