namespace Lingotto.Automotive;

/// <summary>An argument that was chosen.</summary>
internal readonly record struct ChosenArgument(FrameRole Role, ArgumentCandidate Candidate, double Probability);

/// <summary>An event with its arguments before it is decided whether it is one.</summary>
internal sealed class EventProposal(EventUnit unit, List<ChosenArgument> arguments)
{
    public EventUnit Unit { get; } = unit;
    public List<ChosenArgument> Arguments { get; } = arguments;

    /// <summary>Probability that it is an event that the annotation holds, from both passes.</summary>
    public double Probability { get; set; } = unit.First;
}

/// <summary>Chooses among what the frames propose: triggers first, then the fillers of each.</summary>
internal sealed class EventChooser(EventScorer scorer)
{
    private readonly List<ArgumentCandidate> _candidates = [];

    /// <summary>
    /// All events that the frames propose and the first pass does not rule out, with their arguments and final probabilities. <see cref="EventScene.Units"/> is filled.
    /// </summary>
    /// <param name="scene">The article.</param>
    /// <param name="first">First-pass probability of every candidate; null to compute it.</param>
    public List<EventProposal> Propose(EventScene scene, double[]? first = null)
    {
        first ??= FirstPass(scene);
        var units = new List<EventUnit>();
        for (int i = 0; i < first.Length; i++)
        {
            if (first[i] >= EventThresholds.Proposal && !IsCovered(scene, first, i)) AddUnits(scene, scene.Candidates[i], first[i], units);
        }

        scene.Choose(units);

        var proposals = new List<EventProposal>(scene.Units.Count);
        foreach (EventUnit unit in scene.Units)
        {
            List<ChosenArgument> arguments = ChooseArguments(scene, unit);
            if (unit.Row < 0 || arguments.Exists(a => a.Candidate.Scope == ArgumentScope.Row)) proposals.Add(new EventProposal(unit, arguments));
        }

        for (int i = 0; i < proposals.Count; i++) proposals[i].Probability = scorer.Event(scene, proposals, i);
        return proposals;
    }

    public double[] FirstPass(EventScene scene)
    {
        var probability = new double[scene.Candidates.Count];
        for (int i = 0; i < probability.Length; i++) probability[i] = scorer.Trigger(scene, i);
        return probability;
    }

    /// <summary>
    /// Those proposals that are events: probable enough, saying something about something, and no better one on the same words, unless both are very probable.
    /// </summary>
    public List<EventProposal> Select(List<EventProposal> proposals)
    {
        var chosen = new List<EventProposal>();
        for (int i = 0; i < proposals.Count; i++)
        {
            EventProposal own = proposals[i];
            bool keep = own.Probability >= scorer.Thresholds.Trigger && (own.Arguments.Count > 0 || scorer.KeepsBare);
            for (int j = i - 1; keep && j >= 0 && proposals[j].Unit.Word > own.Unit.Word - MaximumTriggerWords; j--) keep = !Yields(own, proposals[j], later: true);
            for (int j = i + 1; keep && j < proposals.Count && proposals[j].Unit.Word <= own.Unit.Trigger.LastWord; j++) keep = !Yields(own, proposals[j], later: false);
            if (keep) chosen.Add(own);
        }

        return chosen;
    }

    private const int MaximumTriggerWords = 8;

    private bool Yields(EventProposal own, EventProposal other, bool later)
    {
        if (other.Unit.Trigger.LastWord < own.Unit.Word || other.Unit.Word > own.Unit.Trigger.LastWord || other.Unit.Row != own.Unit.Row) return false;
        bool better = other.Probability > own.Probability || (other.Probability == own.Probability && later);
        return better && (other.Unit.Trigger.Frame == own.Unit.Trigger.Frame || own.Probability < scorer.Thresholds.Twin);
    }

    // Of overlapping candidates of one type the better one stands for both.
    private static bool IsCovered(EventScene scene, double[] first, int index)
    {
        TriggerCandidate own = scene.Candidates[index];
        for (int i = index - 1; i >= 0 && scene.Candidates[i].Word > own.Word - MaximumTriggerWords; i--)
        {
            TriggerCandidate other = scene.Candidates[i];
            if (other.Frame == own.Frame && other.LastWord >= own.Word && first[i] >= first[index]) return true;
        }

        for (int i = index + 1; i < first.Length && scene.Candidates[i].Word <= own.LastWord; i++)
        {
            if (scene.Candidates[i].Frame == own.Frame && first[i] > first[index]) return true;
        }

        return false;
    }

    private static void AddUnits(EventScene scene, in TriggerCandidate candidate, double probability, List<EventUnit> units)
    {
        (int first, int end) = scene.Text.Lines.RowsUnder(scene.Text.Lines.OfWord[candidate.Word]);
        if (end == first) units.Add(new EventUnit(candidate, -1, probability));
        for (int row = first; row < end; row++)
        {
            if (scene.Text.Lines.Shape[row] == LineShape.Row) units.Add(new EventUnit(candidate, row, probability));
        }
    }

    /// <summary>The arguments of an event: for each filler its best role, for each role that does not repeat its best filler.</summary>
    public List<ChosenArgument> ChooseArguments(EventScene scene, in EventUnit unit)
    {
        ArgumentFinder.Find(scene, unit, _candidates);
        var chosen = new List<ChosenArgument>();
        Filler[] fillers = scene.Text.Fillers.Fillers;
        EventFrame frame = scene.FrameOf(unit.Trigger);
        for (int i = 0; i < _candidates.Count; i++)
        {
            ChosenArgument? best = null;
            foreach (FrameRole role in frame.Roles)
            {
                bool understood = _candidates[i].Scope >= ArgumentScope.Before;
                if (!role.Admits(fillers[_candidates[i].Filler]) || (understood && (role.Slots & Slot.Understood) == 0)) continue;
                double probability = scorer.Argument(scene, unit, _candidates, i, role);
                if (probability < (understood ? scorer.Thresholds.Understood : scorer.Thresholds.Argument)) continue;
                if (best is null || probability > best.Value.Probability) best = new ChosenArgument(role, _candidates[i], probability);
            }

            if (best is { } argument) Keep(fillers, chosen, argument);
        }

        chosen.Sort((a, b) => fillers[a.Candidate.Filler].Start.CompareTo(fillers[b.Candidate.Filler].Start));
        return chosen;
    }

    private static void Keep(Filler[] fillers, List<ChosenArgument> chosen, in ChosenArgument argument)
    {
        int thing = fillers[argument.Candidate.Filler].Thing;
        for (int i = 0; i < chosen.Count; i++)
        {
            bool sameThing = fillers[chosen[i].Candidate.Filler].Thing == thing;
            bool sameRole = ReferenceEquals(chosen[i].Role, argument.Role);
            if (!sameThing && !(sameRole && !argument.Role.Repeats)) continue;
            if (chosen[i].Probability >= argument.Probability) return;
            chosen.RemoveAt(i--);
        }

        chosen.Add(argument);
    }
}
