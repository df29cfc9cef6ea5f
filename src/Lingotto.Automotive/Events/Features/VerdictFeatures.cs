namespace Lingotto.Automotive;

/// <summary>
/// All that decides on modality in few symbols: the group of what the event stands under, of the trigger's own word and of what hangs on it, the tense and
/// when the event is dated. Few enough to be learned well from few events.
/// </summary>
internal static class VerdictFeatures
{
    private const uint OfNoun = 100, Modal = 20;

    private static readonly uint Open = Hash.Of("open"), Past = Hash.Of("past");

    public static void Write(EventText text, in EventUnit unit, Carrier carrier, Verdict verdict, FeatureSink sink)
    {
        (uint above, uint own, uint denied, uint said, uint time) = verdict;
        uint below = GroupBelow(text, unit.Word), kind = KindOf(text, carrier), weak = (uint)unit.Trigger.Trigger.Strength;
        sink.Add(650, above, denied);
        sink.Add(651, above, kind);
        sink.Add(652, above, kind, denied);
        sink.Add(653, above, time);
        sink.Add(654, own, weak);
        sink.Add(655, own, weak, kind);
        sink.Add(656, own, kind, denied);
        sink.Add(657, below, denied);
        sink.Add(658, below, kind);
        sink.Add(659, above, own, below);
        sink.Add(660, kind, time);
        sink.Add(661, kind, time, denied);
        sink.Add(662, kind, said);
        sink.Add(663, kind, denied);
        sink.Add(672, time, above, kind);
        WriteType(text, unit, above, own, kind, time, sink);
    }

    // Types have their customs: a purchase in the present is agreed, a sale has happened.
    private static void WriteType(EventText text, in EventUnit unit, uint above, uint own, uint kind, uint time, FeatureSink sink)
    {
        uint type = (uint)unit.Trigger.Frame, line = (uint)text.Lines.Shape[text.Lines.OfWord[unit.Word]], concept = text.Concept[unit.Word];
        sink.Add(664, type, kind);
        sink.Add(665, type, kind, time);
        sink.Add(666, type, above, own);
        sink.Add(667, line, kind);
        sink.Add(668, line, kind, time);
        sink.Add(669, concept, kind);
        sink.Add(670, concept, type);
        sink.Add(671, type, line, kind);
    }

    /// <summary>The group of a class of governors; 0 for those that leave modality open.</summary>
    public static uint Decisive(uint governor)
    {
        uint group = CueLexicon.Governors.GroupOf(governor);
        return group == Open || group == Past ? 0 : group;
    }

    private static uint GroupBelow(EventText text, int word)
    {
        uint below = 0;
        for (int child = text.FirstChild(word); child >= 0 && below == 0; child = text.NextChild(child))
        {
            if (text.Rel[child] is not (Relation.Subject or Relation.Object or Relation.Oblique)) below = Decisive(GovernorFeatures.ClassOf(text, child));
        }

        return below;
    }

    /// <summary>Tense of the verb that carries the event, or its modal, in one symbol, with whether the event is a noun under it.</summary>
    private static uint KindOf(EventText text, Carrier carrier)
    {
        int verb = carrier.Verb;
        if (verb < 0) return 0;
        VerbKind kind = text.Kind(verb);
        uint noun = carrier.Steps > 0 ? OfNoun : 0;
        for (int child = text.FirstChild(verb); child >= 0; child = text.NextChild(child))
        {
            if (child > verb || text.Rel[child] is not (Relation.Auxiliary or Relation.PassiveAuxiliary or Relation.Copula)) continue;
            VerbKind here = text.Kind(child);
            if (here is VerbKind.Future or VerbKind.Conditional or VerbKind.Subjunctive or VerbKind.Past || kind is VerbKind.None) kind = here;
            if (text.CueClass(child) is >= 1 and <= 4 and int modal) return Modal + (uint)modal + noun;
        }

        return (uint)kind + 1 + noun;
    }
}

/// <summary>The verb that carries an event: its word or -1, how many words above the trigger it stands, and its tense with that of its first auxiliary.</summary>
internal readonly record struct Carrier(int Verb, uint Steps, uint Group);

/// <summary>What decides on modality beside the tense: the groups above and of the trigger itself, whether it is negated, how it hangs on a word of saying, and when it is dated.</summary>
internal readonly record struct Verdict(uint Above, uint Own, uint Denied, uint Said, uint Time);
