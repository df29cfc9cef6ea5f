namespace Lingotto.Automotive;

/// <summary>An argument that was chosen.</summary>
internal readonly record struct ChosenArgument(FrameRole Role, ArgumentCandidate Candidate, double Probability);

/// <summary>Chooses among what the frames propose: triggers first, then the fillers of each.</summary>
internal sealed class EventChooser(EventScorer scorer)
{
    private readonly List<ArgumentCandidate> _candidates = [];

    /// <summary>Fills <see cref="EventScene.Units"/> with the chosen triggers, a table's once a row, and returns their probabilities.</summary>
    public List<double> ChooseTriggers(EventScene scene)
    {
        List<TriggerCandidate> candidates = scene.Candidates;
        var probability = new double[candidates.Count];
        for (int i = 0; i < candidates.Count; i++) probability[i] = scorer.Trigger(scene, i);
        return ChooseTriggers(scene, probability);
    }

    public List<double> ChooseTriggers(EventScene scene, double[] probability)
    {
        var chosen = new List<double>();
        for (int i = 0; i < probability.Length; i++)
        {
            if (!Survives(scene, probability, i)) continue;
            AddUnits(scene, scene.Candidates[i], probability[i], chosen);
        }

        return chosen;
    }

    // A candidate gives way to a better one of the same type that overlaps it, and, below the threshold for twins, to a better one of another type.
    private bool Survives(EventScene scene, double[] probability, int index)
    {
        double own = probability[index];
        if (own < scorer.Thresholds.Trigger) return false;
        TriggerCandidate candidate = scene.Candidates[index];
        for (int i = index - 1; i >= 0 && scene.Candidates[i].Word > candidate.Word - 8; i--)
        {
            if (Yields(scene.Candidates[i], probability[i], candidate, own, later: true)) return false;
        }

        for (int i = index + 1; i < scene.Candidates.Count && scene.Candidates[i].Word <= candidate.LastWord; i++)
        {
            if (Yields(scene.Candidates[i], probability[i], candidate, own, later: false)) return false;
        }

        return true;
    }

    private bool Yields(in TriggerCandidate other, double otherProbability, in TriggerCandidate candidate, double own, bool later)
    {
        if (other.LastWord < candidate.Word || other.Word > candidate.LastWord) return false;
        bool better = otherProbability > own || (otherProbability == own && later);
        return better && (other.Frame == candidate.Frame || own < scorer.Thresholds.Twin);
    }

    private static void AddUnits(EventScene scene, in TriggerCandidate candidate, double probability, List<double> chosen)
    {
        (int first, int end) = scene.Text.Lines.RowsUnder(scene.Text.Lines.OfWord[candidate.Word]);
        if (end == first)
        {
            scene.Units.Add(new EventUnit(candidate, -1));
            chosen.Add(probability);
            return;
        }

        for (int row = first; row < end; row++)
        {
            if (scene.Text.Lines.Shape[row] != LineShape.Row) continue;
            scene.Units.Add(new EventUnit(candidate, row));
            chosen.Add(probability);
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
