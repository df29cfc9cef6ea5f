namespace Lingotto.Automotive;

/// <summary>Runs the engine once more and keeps what it usually throws away.</summary>
internal sealed class EventExplainer(EventScene scene, EventScorer scorer)
{
    private readonly Dictionary<EventUnit, int> _numbers = [];
    private readonly Dictionary<EventUnit, EventProposal> _proposals = [];

    public EventExplanation Explain()
    {
        EventText text = scene.Text;
        var chooser = new EventChooser(scorer);
        List<EventProposal> proposals = chooser.Propose(scene);
        foreach (EventProposal proposal in proposals) _proposals[proposal.Unit] = proposal;
        foreach (EventProposal proposal in chooser.Select(proposals)) _numbers[proposal.Unit] = _numbers.Count + 1;
        var sentences = new List<SentenceExplanation>();
        for (int sentence = 0; sentence < text.Document.Sentences.Count; sentence++) sentences.Add(Explain(sentence));
        return new EventExplanation(sentences);
    }

    private SentenceExplanation Explain(int sentence)
    {
        EventText text = scene.Text;
        var triggers = new List<TriggerExplanation>();
        for (int i = 0; i < scene.Candidates.Count; i++)
        {
            if (text.SentenceOf[scene.Candidates[i].Word] == sentence) AddCandidate(i, triggers);
        }

        foreach ((int frame, int first, int last) in scene.Blocked)
        {
            if (text.SentenceOf[first] != sentence) continue;
            triggers.Add(new TriggerExplanation(scene.Lexicon.Frames[frame].Type.Name, Words(first, last), "block", 0, $"blocked: “{Words(first, last)}” is no {scene.Lexicon.Frames[frame].Type}", []));
        }

        int start = text.Start(text.FirstWord(sentence)), end = text.End(text.EndWord(sentence) - 1);
        return new SentenceExplanation(sentence, text.Document.Text[start..end], triggers, triggers.Count > 0 ? [] : NearestTriggers.Of(scene, sentence));
    }

    private void AddCandidate(int index, List<TriggerExplanation> triggers)
    {
        TriggerCandidate candidate = scene.Candidates[index];
        double probability = Math.Round(scorer.Trigger(scene, index), 3);
        string source = $"{candidate.Trigger.File}:{candidate.Trigger.Line}", type = scene.FrameOf(candidate).Type.Name, words = Words(candidate.Word, candidate.LastWord);
        bool found = false;
        foreach (EventUnit unit in scene.Units)
        {
            if (unit.Trigger != candidate || !_proposals.TryGetValue(unit, out EventProposal? proposal)) continue;
            probability = Math.Round(proposal.Probability, 3);
            if (!_numbers.TryGetValue(unit, out int number)) continue;
            found = true;
            triggers.Add(new TriggerExplanation(type, words, source, Math.Round(_proposals[unit].Probability, 3), $"event v{number}", [.. _proposals[unit].Arguments.Select(a => Explain(a))]));
        }

        if (!found) triggers.Add(new TriggerExplanation(type, words, source, probability, Failure(candidate, probability), []));
    }

    private string Failure(in TriggerCandidate candidate, double probability)
    {
        if (probability >= scorer.Thresholds.Trigger) return "a better candidate holds the same words";
        EventText text = scene.Text;
        (int first, int end) = scene.FillersOf(text.SentenceOf[candidate.Word]);
        var open = new List<string>();
        foreach (FrameRole role in scene.FrameOf(candidate).Roles)
        {
            if (role.Name is "place" or "time") continue;
            bool admitted = false, licensed = false;
            for (int i = first; i < end; i++)
            {
                if (!role.Admits(text.Fillers.Fillers[i])) continue;
                admitted = true;
                SlotPath path = SlotFinder.Find(text, candidate.Word, text.Fillers.Fillers[i].Head);
                licensed |= path.Slot != Slot.Near && role.Licenses(path.Slot, path.Preposition);
            }

            if (!licensed) open.Add(admitted ? $"{role.Name} (not in its slots)" : $"{role.Name} (no mention of its kinds)");
        }

        string strength = candidate.Trigger.Strength.ToString().ToLowerInvariant();
        return $"below the threshold of {scorer.Thresholds.Trigger:0.00}; a {strength} trigger; slots that failed: {(open.Count == 0 ? "none" : string.Join(", ", open))}";
    }

    private ArgumentExplanation Explain(in ChosenArgument argument)
    {
        ref readonly Filler filler = ref scene.Text.Fillers.Fillers[argument.Candidate.Filler];
        SlotPath path = argument.Candidate.Path;
        string slot = argument.Candidate.Scope switch
        {
            ArgumentScope.Row => "row",
            ArgumentScope.Caption => "caption",
            ArgumentScope.Sentence when path.Slot == Slot.Preposition => PrepositionOf(filler),
            ArgumentScope.Sentence => SlotNames.Name(path.Slot),
            _ => "understood",
        };
        bool licensed = argument.Candidate.Scope != ArgumentScope.Sentence || argument.Role.Licenses(path.Slot, path.Preposition);
        return new ArgumentExplanation(argument.Role.Name, scene.Text.Document.Text[filler.Start..filler.End], slot, licensed, Math.Round(argument.Probability, 3));
    }

    private string PrepositionOf(in Filler filler)
    {
        int child = scene.Text.Child(filler.Head, Relation.Case);
        return child >= 0 ? scene.Text.Document.LemmaSpan(child).ToString() : "preposition";
    }

    private string Words(int first, int last) => scene.Text.Document.Text[scene.Text.Start(first)..scene.Text.End(last)];
}
