using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>Merges the mentions of one event within an article: same type and polarity, one filler of a naming role in common, nothing that contradicts.</summary>
internal static class EventMerger
{
    private static readonly HashSet<string> Shared = new(StringComparer.Ordinal) { "place", "time", "topic" };

    private const int MaximumOpenGroups = 256;
    private const int MaximumMentions = 64;

    public static ValueList<MergedEvent> Merge(IReadOnlyList<AutomotiveEvent> events, ArticleAnalysis analysis)
    {
        var groups = new List<List<AutomotiveEvent>>();
        foreach (AutomotiveEvent mention in events)
        {
            List<AutomotiveEvent>? group = Find(groups, g => g.TrueForAll(other => AreCompatible(other, mention)) && g.Exists(other => ShareFiller(other, mention)));
            if (group is null) groups.Add([mention]);
            else group.Add(mention);
        }

        Dictionary<string, string> names = EventKey.Names(analysis);
        return groups.Select((g, i) => ToEvent(g, $"m{i + 1}", names)).ToValueList();
    }

    // Mentions of one event are not far apart: a group that many others follow is closed, so that merging stays linear.
    private static List<AutomotiveEvent>? Find(List<List<AutomotiveEvent>> groups, Predicate<List<AutomotiveEvent>> fits)
    {
        for (int i = Math.Max(0, groups.Count - MaximumOpenGroups); i < groups.Count; i++)
        {
            if (groups[i].Count <= MaximumMentions && fits(groups[i])) return groups[i];
        }

        return null;
    }

    private static bool ShareFiller(AutomotiveEvent a, AutomotiveEvent b)
    {
        foreach (EventArgument argument in a.Arguments)
        {
            if (Shared.Contains(argument.Role)) continue;
            foreach (EventArgument other in b.Arguments)
            {
                if (argument == other) return true;
            }
        }

        return false;
    }

    // Different fillers of a role that does not repeat, or different quantities, products, sites or dates, are different events.
    private static bool AreCompatible(AutomotiveEvent a, AutomotiveEvent b)
    {
        if (a.Type != b.Type || a.Polarity != b.Polarity) return false;
        foreach (EventRole role in EventSchema.RolesOf(a.Type))
        {
            bool tells = !role.Repeats || role.Name is "product" or "site" or "time" or "amount" or "target" or "market";
            if (tells && Has(a, role.Name) && Has(b, role.Name) && !HaveCommon(a, b, role.Name)) return false;
        }

        return true;
    }

    private static bool Has(AutomotiveEvent e, string role)
    {
        foreach (EventArgument argument in e.Arguments)
        {
            if (argument.Role == role) return true;
        }

        return false;
    }

    private static bool HaveCommon(AutomotiveEvent a, AutomotiveEvent b, string role)
    {
        foreach (EventArgument argument in a.Arguments)
        {
            if (argument.Role != role) continue;
            foreach (EventArgument other in b.Arguments)
            {
                if (other == argument) return true;
            }
        }

        return false;
    }

    private static MergedEvent ToEvent(List<AutomotiveEvent> group, string id, Dictionary<string, string> names)
    {
        AutomotiveEvent best = group[0];
        foreach (AutomotiveEvent mention in group)
        {
            if (mention.Arguments.Count > best.Arguments.Count || (mention.Arguments.Count == best.Arguments.Count && mention.Confidence > best.Confidence)) best = mention;
        }

        var arguments = new List<EventArgument>();
        foreach (EventRole role in EventSchema.RolesOf(best.Type))
        {
            foreach (EventArgument argument in group.SelectMany(g => g.Arguments).Where(a => a.Role == role.Name).Distinct())
            {
                if (role.Repeats || !arguments.Exists(a => a.Role == role.Name)) arguments.Add(argument);
            }
        }

        return new MergedEvent
        {
            Id = id, Type = best.Type, Trigger = best.Trigger, Mentions = group.Select(g => g.Id).ToValueList(), Key = EventKey.Of(best.Type, best.Polarity, arguments, names),
            Arguments = arguments.ToValueList(), Modality = best.Modality, Polarity = best.Polarity, Confidence = group.Max(g => g.Confidence),
            Evidence = group.SelectMany(g => g.Evidence).Distinct().ToValueList(),
        };
    }
}
