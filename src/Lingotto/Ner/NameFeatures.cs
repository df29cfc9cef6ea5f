namespace Lingotto.Ner;

/// <summary>The features by which a unit is seen as part of the name of a person, organization or place.</summary>
internal static class NameFeatures
{
    private const uint Edge = 7;
    private const NameClasses PlaceClasses = NameClasses.City | NameClasses.Country | NameClasses.Region;

    /// <summary>Number of features at the beginning of each list that name the word itself; a trainer may hide them to learn from the others.</summary>
    public const int LexicalCount = 2;

    public static void Extract(UnitColumns units, int at, FeatureBuffer list)
    {
        list.Clear();
        Words(units, at, list);
        Forms(units, at, list);
        Lists(units, at, list);
        Run(units, at, list);
    }

    private static void Words(UnitColumns units, int at, FeatureBuffer list)
    {
        uint word = units.Lower[at], before = At(units, units.Lower, at - 1), after = At(units, units.Lower, at + 1);
        uint before2 = At(units, units.Lower, at - 2), after2 = At(units, units.Lower, at + 2);
        list.Add(1, word);
        list.Add(2, units.Word[at]);
        list.Add(3, before);
        list.Add(4, after);
        list.Add(5, before2);
        list.Add(6, after2);
        list.Add(7, before, word);
        list.Add(8, word, after);
        list.Add(9, before2, before);
        list.Add(10, after, after2);
        list.Add(11, before, after);
        list.Add(12, 0);
    }

    private static void Forms(UnitColumns units, int at, FeatureBuffer list)
    {
        uint shape = units.Shape[at], before = At(units, units.Shape, at - 1), after = At(units, units.Shape, at + 1);
        if (units.IsUpperCase[at]) (shape, before, after) = (~shape, ~before, ~after);
        uint initial = at == units.First ? 1u : 0u;
        list.Add(20, units.Prefix3[at]);
        list.Add(21, units.Suffix2[at]);
        list.Add(22, units.Suffix3[at]);
        list.Add(23, units.Suffix4[at]);
        list.Add(24, shape, initial);
        list.Add(25, before, shape);
        list.Add(26, shape, after);
        list.Add(27, FeatureHash.Mix(before, shape), after);
        list.Add(28, units.Suffix3[at], shape);
        list.Add(29, At(units, units.Suffix3, at - 1), shape);
        list.Add(30, shape, At(units, units.Suffix3, at + 1));
        list.Add(31, At(units, units.Lower, at - 1), shape);
        list.Add(32, shape, At(units, units.Lower, at + 1));
    }

    private static void Lists(UnitColumns units, int at, FeatureBuffer list)
    {
        const int ClassCount = 17;
        uint shape = units.IsCapital[at] ? units.IsUpperCase[at] ? 2u : 1u : units.IsLowerCase[at] ? 3u : 0u;
        uint classes = (uint)units.Classes[at], before = ClassesAt(units, at - 1), after = ClassesAt(units, at + 1);
        for (int bit = 0; bit < ClassCount; bit++)
        {
            if ((classes >> bit & 1) != 0) list.Add(40 + (uint)bit, shape);
        }

        list.Add(60, classes, shape);
        list.Add(61, before, classes);
        list.Add(62, classes, after);
        list.Add(63, before, shape);
        list.Add(64, after, shape);
        if (units.Phrase[at] != 0) list.Add(65, units.Phrase[at], shape);
        if (units.Phrase[at] != 0) list.Add(66, units.Phrase[at] >> UnitColumns.PhrasePlace, classes);
        Clusters(units, at, shape, list);
        if (units.IsCapital[at] && (units.Classes[at] & PlaceClasses) != 0) Topic(units, at, list);
    }

    /// <summary>What the words around speak of, for places: one in sports is a team, one in politics a government.</summary>
    private static void Topic(UnitColumns units, int at, FeatureBuffer list)
    {
        const int Reach = 15;
        uint place = (uint)(units.Classes[at] & PlaceClasses);
        for (int i = Math.Max(units.First, at - Reach); i < Math.Min(units.End, at + Reach); i++)
        {
            if (units.IsCapital[i] || units.Cluster[i] == 0) continue;
            list.Add(76, (uint)units.Cluster[i], 0);
            list.Add(77, (uint)units.Cluster[i], place);
        }
    }

    private static void Clusters(UnitColumns units, int at, uint shape, FeatureBuffer list)
    {
        uint cluster = (uint)units.Cluster[at], before = ClusterAt(units, at - 1), after = ClusterAt(units, at + 1);
        uint coarse = cluster % WordLexicon.CoarseClusters, coarseBefore = before % WordLexicon.CoarseClusters, coarseAfter = after % WordLexicon.CoarseClusters;
        list.Add(67, cluster, shape);
        list.Add(68, before, shape);
        list.Add(69, after, shape);
        list.Add(70, coarse, shape);
        list.Add(71, FeatureHash.Mix(coarseBefore, coarse), shape);
        list.Add(72, FeatureHash.Mix(coarse, coarseAfter), shape);
        list.Add(73, FeatureHash.Mix(coarseBefore, coarseAfter), shape);
        list.Add(74, ClusterAt(units, at - 2) % WordLexicon.CoarseClusters, FeatureHash.Mix(coarseBefore, shape));
        list.Add(75, ClusterAt(units, at + 2) % WordLexicon.CoarseClusters, FeatureHash.Mix(coarseAfter, shape));
    }

    /// <summary>Where the unit stands in a run of capitalised units, and what lies before, after, at the beginning and at the end of the run.</summary>
    private static void Run(UnitColumns units, int at, FeatureBuffer list)
    {
        const int LongestRun = 8;
        if (!units.IsCapital[at] || units.IsUpperCase[at]) return;
        int first = at, last = at;
        while (first > units.First && at - first < LongestRun && units.IsCapital[first - 1]) first--;
        while (last + 1 < units.End && last - at < LongestRun && units.IsCapital[last + 1]) last++;
        uint place = (uint)(first == last ? 0 : at == first ? 1 : at == last ? 2 : 3);
        list.Add(80, At(units, units.Lower, first - 1), place);
        list.Add(81, At(units, units.Lower, last + 1), place);
        list.Add(82, (uint)Math.Min(5, last - first), (place << 1) | (first == units.First ? 1u : 0u));
        list.Add(83, ClassesAt(units, last), ClassesAt(units, first));
        list.Add(84, At(units, units.Lower, first - 1), At(units, units.Lower, first - 2));
        if (first == last) return;
        list.Add(85, units.Lower[last], place);
        list.Add(86, units.Lower[first], place);
    }

    private static uint At(UnitColumns units, uint[] column, int at) =>
        at < units.First ? Edge : at < units.End ? column[at] : Edge + 1;

    private static uint ClassesAt(UnitColumns units, int at) => at >= units.First && at < units.End ? (uint)units.Classes[at] : 1u << 20;

    private static uint ClusterAt(UnitColumns units, int at) => at >= units.First && at < units.End ? (uint)units.Cluster[at] : 1u << 16;
}
