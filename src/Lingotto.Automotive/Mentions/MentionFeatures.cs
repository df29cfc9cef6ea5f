using Lingotto.Ner;

namespace Lingotto.Automotive.Mentions;

/// <summary>The features by which a unit is seen as part of a mention of one of the nine kinds.</summary>
internal static class MentionFeatures
{
    /// <summary>Number of features at the beginning of each list that name the word itself.</summary>
    public const int LexicalCount = 2;

    public static void Extract(MentionColumns columns, ReadOnlySpan<uint> cueNames, int at, FeatureBuffer list)
    {
        list.Clear();
        UnitColumns units = columns.Units;
        Words(units, columns.Case[at], at, list);
        Names(columns, at, list);
        Listed(columns, at, list);
        Cues(columns, cueNames, at, list);
        Memory(columns, at, list);
    }

    private static void Words(UnitColumns units, uint textCase, int at, FeatureBuffer list)
    {
        uint word = units.Lower[at], before = At(units, units.Lower, at - 1), after = At(units, units.Lower, at + 1);
        uint shape = FeatureHash.Mix(units.Shape[at], textCase);
        list.Add(101, word);
        list.Add(102, before, word);
        list.Add(103, before);
        list.Add(104, after);
        list.Add(105, At(units, units.Lower, at - 2), before);
        list.Add(106, after, At(units, units.Lower, at + 2));
        list.Add(107, shape, at == units.First ? 1u : 0u);
        list.Add(108, At(units, units.Shape, at - 1), shape);
        list.Add(109, shape, At(units, units.Shape, at + 1));
        list.Add(110, units.Suffix3[at], units.IsCapital[at] ? 1u : 0u);
        list.Add(111, before, shape);
        list.Add(112, shape, after);
        list.Add(113, units.Prefix3[at], units.IsCapital[at] ? 1u : 0u);
        list.Add(114, 0);
        bool glued = at > units.First && units.Start[at - 1] + units.Length[at - 1] == units.Start[at];
        bool gluedAfter = at + 1 < units.End && units.Start[at] + units.Length[at] == units.Start[at + 1];
        list.Add(115, (glued ? 1u : 0u) | (gluedAfter ? 2u : 0u), shape);
        uint cluster = (uint)units.Cluster[at] % WordLexicon.CoarseClusters;
        list.Add(116, cluster, units.IsCapital[at] ? 1u : 0u);
        list.Add(117, (uint)units.Classes[at], units.IsCapital[at] ? 1u : 0u);
    }

    /// <summary>What the name tagger says of the unit and its neighbours.</summary>
    private static void Names(MentionColumns columns, int at, FeatureBuffer list)
    {
        UnitColumns units = columns.Units;
        uint label = columns.NameLabel[at], before = Label(columns, at - 1), after = Label(columns, at + 1);
        uint textCase = columns.Case[at];
        list.Add(120, label, textCase);
        list.Add(121, before, label);
        list.Add(122, label, after);
        list.Add(123, label, units.Shape[at]);
        list.Add(124, At(units, units.Lower, at - 1), label);
        list.Add(125, label, At(units, units.Lower, at + 1));
        for (uint t = 0; t < MentionColumns.NameTypes; t++)
        {
            uint bin = columns.NameBin[(at * MentionColumns.NameTypes) + (int)t];
            list.Add(130 + t, bin, textCase);
            if (bin > 0) list.Add(135 + t, bin, Label(columns, at - 1) | (Label(columns, at + 1) << 8));
        }
    }

    /// <summary>What the knowledge base says.</summary>
    private static void Listed(MentionColumns columns, int at, FeatureBuffer list)
    {
        uint listed = columns.Listed[at], label = columns.NameLabel[at];
        UnitColumns units = columns.Units;
        uint before = at > units.First ? columns.ListedKinds[at - 1] : 1u << 12, after = at + 1 < units.End ? columns.ListedKinds[at + 1] : 1u << 12;
        list.Add(140, listed, columns.Case[at]);
        list.Add(141, columns.ListedKinds[at], columns.AnyKinds[at]);
        list.Add(142, listed, label);
        list.Add(143, before, columns.ListedKinds[at]);
        list.Add(144, columns.ListedKinds[at], after);
        if (listed == 0) return;
        list.Add(145, listed, At(units, units.Lower, at - 1));
        list.Add(146, listed, At(units, units.Lower, at + 1));
        list.Add(147, FeatureHash.Mix(columns.ListedKinds[at], label), units.Shape[at]);
        list.Add(148, columns.ListedKinds[at], columns.Cues[at]);
    }

    private static void Cues(MentionColumns columns, ReadOnlySpan<uint> names, int at, FeatureBuffer list)
    {
        UnitColumns units = columns.Units;
        uint capital = units.IsCapital[at] ? 1u : 0u, label = columns.NameLabel[at];
        for (int offset = -3; offset <= 3; offset++)
        {
            int i = at + offset;
            if (i < units.First || i >= units.End) continue;
            for (uint cues = columns.Cues[i]; cues != 0; cues &= cues - 1)
            {
                uint name = names[System.Numerics.BitOperations.TrailingZeroCount(cues)];
                list.Add((uint)(160 + offset), name, capital);
                if (offset is >= -2 and <= 1) list.Add((uint)(170 + offset), name, FeatureHash.Mix(label, columns.ListedKinds[at]));
            }
        }

        uint role = columns.RolePlace[at];
        uint roleBefore = at > units.First ? columns.RolePlace[at - 1] : 0u, roleAfter = at + 1 < units.End ? columns.RolePlace[at + 1] : 0u;
        list.Add(180, role, (roleBefore << 4) | roleAfter);
        if (role != 0) list.Add(181, role, At(units, units.Lower, at - 1));
        if (role != 0) list.Add(182, role, At(units, units.Lower, at + 1));
        if (role != 0) list.Add(183, role, Label(columns, at + 1));
        NearestCue(columns, names, at, list);
        if (capital == 0) return;
        for (uint cues = columns.SentenceCues[at]; cues != 0; cues &= cues - 1)
        {
            list.Add(185, names[System.Numerics.BitOperations.TrailingZeroCount(cues)], columns.ListedKinds[at] | (label << 16));
        }
    }

    /// <summary>The last cue before a capitalised run, and what lies between.</summary>
    private static void NearestCue(MentionColumns columns, ReadOnlySpan<uint> names, int at, FeatureBuffer list)
    {
        const int Reach = 5;
        UnitColumns units = columns.Units;
        if (!units.IsCapital[at]) return;
        int first = at, last = at;
        while (first > units.First && at - first < Reach && units.IsCapital[first - 1]) first--;
        while (last + 1 < units.End && last - at < Reach && units.IsCapital[last + 1]) last++;
        uint place = (uint)(first == last ? 0 : at == first ? 1 : at == last ? 2 : 3);
        list.Add(190, At(units, units.Lower, first - 1), At(units, units.Lower, first - 2));
        list.Add(191, At(units, units.Lower, last + 1), place);
        list.Add(192, columns.Cues[last], place);
        list.Add(193, columns.Cues[first], place);
        for (int i = first - 1; i >= Math.Max(units.First, first - Reach); i--)
        {
            for (uint cues = columns.Cues[i]; cues != 0; cues &= cues - 1)
            {
                uint name = names[System.Numerics.BitOperations.TrailingZeroCount(cues)];
                list.Add(194, name, columns.ListedKinds[at]);
                list.Add(195, name, columns.NameLabel[at]);
            }
        }
    }

    private static void Memory(MentionColumns columns, int at, FeatureBuffer list)
    {
        UnitColumns units = columns.Units;
        if (!units.IsCapital[at]) return;
        DocumentMemory.Entry entry = columns.Memory.Find(units.Lower[at]);
        list.Add(200, (uint)entry.LongKinds | ((uint)entry.Kinds << 16));
        list.Add(201, FeatureHash.Mix(entry.LongKinds, entry.Kinds), columns.NameLabel[at]);
        list.Add(207, (uint)Math.Min(2, entry.PlantCues), columns.ListedKinds[at]);
        if (entry.Count == 0) return;
        float scale = 1f / entry.Count;
        uint several = entry.Count > 1 || columns.Case[at] == 1 ? 1u : 0u;
        list.Add(202, MentionReader.Bin(entry.Person * scale), several);
        list.Add(203, MentionReader.Bin(entry.Organization * scale), several);
        list.Add(204, MentionReader.Bin(entry.Place * scale), several);
        list.Add(205, MentionReader.Bin(entry.Other * scale), several);
        list.Add(206, entry.LongNameEnds > 0 ? 1u : 0u, columns.NameLabel[at]);
    }

    private static uint Label(MentionColumns columns, int at) => at >= columns.Units.First && at < columns.Units.End ? columns.NameLabel[at] : 63u;

    private static uint At(UnitColumns units, uint[] column, int at) => at < units.First ? 7u : at < units.End ? column[at] : 8u;
}
