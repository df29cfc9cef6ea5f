namespace Lingotto.Automotive;

/// <summary>What speaks for a proposed event once its arguments are known: the first pass, what is filled, and whether other events say the same.</summary>
internal static class ProposalFeatures
{
    private const int MaximumLookBack = 256;
    private const int MaximumNeighbours = 64;

    public static void Write(EventScene scene, List<EventProposal> proposals, int index, FeatureSink sink)
    {
        EventProposal own = proposals[index];
        EventText text = scene.Text;
        EventFrame frame = scene.FrameOf(own.Unit.Trigger);
        uint type = frame.Symbol, bucket = Bucket(own.Unit.First), count = (uint)Math.Min(4, own.Arguments.Count), strength = (uint)own.Unit.Trigger.Trigger.Strength;
        uint row = own.Unit.Row >= 0 ? 1u : 0, shape = (uint)text.Lines.Shape[text.Lines.OfWord[own.Unit.Word]];
        for (uint b = 1; b <= bucket; b++) sink.Add(401, b);
        sink.Add(402, type, bucket / 3);
        sink.Add(403, strength, bucket / 2);
        sink.Add(404, count, row);
        sink.Add(405, type, count);
        sink.Add(406, bucket / 3, count);
        sink.Add(407, shape, count);
        sink.Add(408, type, shape);
        WriteArguments(frame, own, bucket, sink);
        WriteSentence(scene, proposals, index, type, bucket, sink);
        WriteEarlier(scene, proposals, index, type, bucket, sink);
    }

    private static void WriteArguments(EventFrame frame, EventProposal own, uint bucket, FeatureSink sink)
    {
        double sum = 0;
        uint naming = 0, understood = 0;
        foreach (FrameRole role in frame.Roles)
        {
            bool filled = false;
            foreach (ChosenArgument argument in own.Arguments) filled |= ReferenceEquals(argument.Role, role);
            sink.Add(410, frame.Symbol, role.Symbol, filled ? 1u : 0);
            sink.Add(411, role.Symbol, filled ? 1u : 0);
            if (filled && role.Name is not ("time" or "place")) naming++;
        }

        foreach (ChosenArgument argument in own.Arguments)
        {
            sum += argument.Probability;
            if (argument.Candidate.Scope >= ArgumentScope.Before) understood++;
        }

        sink.Add(412, Math.Min(3, naming), bucket / 3);
        sink.Add(413, frame.Symbol, Math.Min(3, naming));
        sink.Add(414, (uint)Math.Min(6, sum * 2));
        sink.Add(415, understood > 0 ? 1u : 0, Math.Min(2, naming));
    }

    // Other proposals of the sentence: of the same type with shared fillers, or on the same words.
    private static void WriteSentence(EventScene scene, List<EventProposal> proposals, int index, uint type, uint bucket, FeatureSink sink)
    {
        EventProposal own = proposals[index];
        int sentence = scene.Text.SentenceOf[own.Unit.Word], better = 0, worse = 0, strongest = -1;
        for (int direction = -1; direction <= 1; direction += 2)
        {
            for (int i = index + direction; i >= 0 && i < proposals.Count && Math.Abs(i - index) <= MaximumNeighbours; i += direction)
            {
                EventProposal other = proposals[i];
                if (scene.Text.SentenceOf[other.Unit.Word] != sentence) break;
                if (other.Unit.Row != own.Unit.Row) continue;
                bool higher = other.Unit.First > own.Unit.First;
                if (other.Unit.Word == own.Unit.Word && other.Unit.Trigger.Frame != own.Unit.Trigger.Frame)
                {
                    sink.Add(420, type, scene.FrameOf(other.Unit.Trigger).Symbol, higher ? 1u : 0);
                    if (higher) strongest = Math.Max(strongest, (int)Bucket(other.Unit.First));
                }

                if (other.Unit.Trigger.Frame != own.Unit.Trigger.Frame) continue;
                uint overlap = Overlap(scene, own, other), near = Math.Abs(other.Unit.Word - own.Unit.Word) <= 5 ? 1u : 0;
                sink.Add(421, higher ? 1u : 0, overlap, near);
                sink.Add(422, higher ? 1u : 0, overlap, Bucket(other.Unit.First) / 3, bucket / 3);
                if (higher) better++;
                else worse++;
            }
        }

        sink.Add(423, (uint)Math.Min(2, better), (uint)Math.Min(2, worse));
        sink.Add(424, type, (uint)Math.Min(2, better));
        sink.Add(425, (uint)(strongest + 1), bucket / 2);
    }

    // An event that earlier sentences told already, with nothing new, is a repetition.
    private static void WriteEarlier(EventScene scene, List<EventProposal> proposals, int index, uint type, uint bucket, FeatureSink sink)
    {
        EventProposal own = proposals[index];
        int sentence = scene.Text.SentenceOf[own.Unit.Word], earlier = 0, fresh = 0;
        bool sameLemma = false;
        for (int i = index - 1; i >= Math.Max(0, index - MaximumLookBack); i--)
        {
            EventProposal other = proposals[i];
            if (other.Unit.Trigger.Frame != own.Unit.Trigger.Frame || other.Unit.First < EventUnit.Competes || scene.Text.SentenceOf[other.Unit.Word] == sentence) continue;
            earlier++;
            sameLemma |= ReferenceEquals(other.Unit.Trigger.Trigger, own.Unit.Trigger.Trigger);
        }

        foreach (ChosenArgument argument in own.Arguments)
        {
            if (earlier > 0 && !IsTold(scene, proposals, index, argument)) fresh++;
        }

        sink.Add(430, (uint)Math.Min(3, earlier), (uint)Math.Min(2, fresh));
        sink.Add(431, earlier > 0 ? 1u : 0, (uint)Math.Min(2, fresh), (uint)Math.Min(3, own.Arguments.Count));
        sink.Add(432, type, (uint)Math.Min(2, earlier), (uint)Math.Min(2, fresh));
        sink.Add(433, earlier > 0 ? 1u : 0, (uint)Math.Min(2, fresh), bucket / 3);
        if (sameLemma) sink.Add(434, (uint)Math.Min(2, fresh));
    }

    private static bool IsTold(EventScene scene, List<EventProposal> proposals, int index, in ChosenArgument argument)
    {
        Filler[] fillers = scene.Text.Fillers.Fillers;
        int thing = fillers[argument.Candidate.Filler].Thing;
        for (int i = index - 1; i >= Math.Max(0, index - MaximumLookBack); i--)
        {
            if (proposals[i].Unit.Trigger.Frame != proposals[index].Unit.Trigger.Frame || proposals[i].Unit.First < EventUnit.Competes) continue;
            foreach (ChosenArgument other in proposals[i].Arguments)
            {
                if (fillers[other.Candidate.Filler].Thing == thing && ReferenceEquals(other.Role, argument.Role)) return true;
            }
        }

        return false;
    }

    /// <summary>How many of the event's fillers the other one has too: 0 none, 1 some, 2 all, 3 where it has none itself.</summary>
    private static uint Overlap(EventScene scene, EventProposal own, EventProposal other)
    {
        if (own.Arguments.Count == 0) return 3;
        Filler[] fillers = scene.Text.Fillers.Fillers;
        int shared = 0;
        foreach (ChosenArgument argument in own.Arguments)
        {
            foreach (ChosenArgument theirs in other.Arguments)
            {
                if (fillers[argument.Candidate.Filler].Thing != fillers[theirs.Candidate.Filler].Thing) continue;
                shared++;
                break;
            }
        }

        return shared == 0 ? 0u : shared < own.Arguments.Count ? 1u : 2u;
    }

    private static uint Bucket(double probability) => (uint)Math.Clamp((Math.Log(probability / (1 - probability + 1e-9)) + 3) * 1.5, 0, 11);
}
