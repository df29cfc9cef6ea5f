namespace Lingotto.Automotive;

/// <summary>The second look at a proposed event, as numbers: the first pass, its arguments, its place, and how it stands among the others.</summary>
internal static class ProposalVector
{
    private const int MaximumOthers = 64;
    private const int LargestStep = 12;

    public static void Write(EventScene scene, List<EventProposal> proposals, int index, VectorSink sink)
    {
        EventProposal own = proposals[index];
        EventText text = scene.Text;
        EventFrame frame = scene.FrameOf(own.Unit.Trigger);
        FrameTrigger trigger = own.Unit.Trigger.Trigger;
        int word = own.Unit.Word, line = text.Lines.OfWord[word], sentence = text.SentenceOf[word];
        sink.Add(LogOdds(own.Unit.First));
        sink.Add((int)trigger.Strength);
        sink.AddChoice((int)trigger.Class, 4);
        sink.Add(TriggerFinder.Agrees(text, own.Unit.Trigger));
        sink.Add(own.Unit.Trigger.ByForm);
        sink.Add(own.Unit.Trigger.LastWord - word);
        sink.Add(own.Unit.Row >= 0);
        sink.Add((int)text.Lines.Shape[line]);
        sink.Add(line == 0);
        sink.Add(Math.Min(20, sentence));
        sink.Add((double)word / text.OwnCount);
        sink.Add(text.Quoted[word]);
        sink.Add(text.Determiner(word));
        sink.Add((int)text.Kind(word));
        sink.Add((int)text.Rel[word]);
        sink.Add(scene.StrongOf[own.Unit.Trigger.Frame]);
        sink.Add((scene.InTitle >> own.Unit.Trigger.Frame & 1) != 0);
        WriteArguments(scene, frame, own, sink);
        WriteTopic(scene, own.Unit, sink);
        WriteOthers(scene, proposals, index, sink);
        sink.AddChoice(own.Unit.Trigger.Frame, scene.Lexicon.Frames.Length);
    }

    private static void WriteArguments(EventScene scene, EventFrame frame, EventProposal own, VectorSink sink)
    {
        double sum = 0, best = 0, naming = 0, bestNaming = 0;
        int understood = 0, roles = 0, quantities = 0, times = 0;
        for (int i = 0; i < own.Arguments.Count; i++)
        {
            ChosenArgument argument = own.Arguments[i];
            bool general = argument.Role.Name is "time" or "place";
            (sum, best) = (sum + argument.Probability, Math.Max(best, argument.Probability));
            if (!general) (naming, bestNaming) = (naming + argument.Probability, Math.Max(bestNaming, argument.Probability));
            if (argument.Candidate.Scope >= ArgumentScope.Before) understood++;
            FillerKind kind = scene.Text.Fillers.Fillers[argument.Candidate.Filler].Kind;
            if (kind == FillerKind.Quantity) quantities++;
            if (kind == FillerKind.Time) times++;
        }

        foreach (FrameRole role in frame.Roles)
        {
            if (own.Arguments.Exists(a => ReferenceEquals(a.Role, role))) roles++;
        }

        foreach (double value in (ReadOnlySpan<double>)[own.Arguments.Count, sum, best, naming, bestNaming, understood, roles, (double)roles / frame.Roles.Length, quantities, times]) sink.Add(value);
    }

    private static void WriteTopic(EventScene scene, in EventUnit unit, VectorSink sink)
    {
        EventText text = scene.Text;
        int sentence = text.SentenceOf[unit.Word], first = Math.Max(text.FirstWord(sentence), unit.Word - 30), end = Math.Min(text.EndWord(sentence), unit.Word + 30), topic = 0;
        ulong bit = 1UL << unit.Trigger.Frame;
        for (int word = first; word < end; word++)
        {
            if ((scene.Context[word] & bit) != 0) topic++;
        }

        sink.Add(topic);
        int head = text.Head(unit.Word);
        sink.Add(head >= 0 && (scene.FramesAt[head] & bit) != 0);
        sink.Add(head >= 0 && (scene.UnitsAt[head] & bit) != 0);
        sink.Add(head >= 0 && (scene.UnitsAt[head] & ~bit) != 0);
        sink.Add(scene.FramesAt[unit.Word] == bit);
    }

    // The best of the same type in the sentence and before it, the best of another type on the same word, and what of its fillers is new.
    private static void WriteOthers(EventScene scene, List<EventProposal> proposals, int index, VectorSink sink)
    {
        EventProposal own = proposals[index];
        EventText text = scene.Text;
        int sentence = text.SentenceOf[own.Unit.Word], here = 0, earlier = 0, distance = 99, behind = 99;
        double bestHere = -LargestStep, bestEarlier = -LargestStep, bestLater = -LargestStep, bestTwin = -LargestStep, shared = 0, told = 0;
        ulong toldThings = 0;
        for (int i = Math.Max(0, index - MaximumOthers); i < Math.Min(proposals.Count, index + MaximumOthers); i++)
        {
            EventProposal other = proposals[i];
            if (i == index) continue;
            double odds = LogOdds(other.Unit.First);
            int there = text.SentenceOf[other.Unit.Word];
            if (other.Unit.Word == own.Unit.Word && other.Unit.Trigger.Frame != own.Unit.Trigger.Frame) bestTwin = Math.Max(bestTwin, odds);
            if (other.Unit.Trigger.Frame != own.Unit.Trigger.Frame || (own.Unit.Row >= 0 && other.Unit.Word == own.Unit.Word)) continue;
            if (there == sentence)
            {
                here++;
                if (odds > bestHere) (bestHere, distance, shared) = (odds, own.Unit.Word - other.Unit.Word, Shared(text.Fillers.Fillers, own, other, ref toldThings));
            }
            else if (there < sentence && other.Unit.First >= EventUnit.Competes)
            {
                (earlier, bestEarlier, behind) = (earlier + 1, Math.Max(bestEarlier, odds), sentence - there);
                Shared(text.Fillers.Fillers, own, other, ref toldThings);
            }
            else if (there > sentence) bestLater = Math.Max(bestLater, odds);
        }

        told = System.Numerics.BitOperations.PopCount(toldThings);
        foreach (double value in (ReadOnlySpan<double>)[here, bestHere, bestHere - LogOdds(own.Unit.First), distance, shared, earlier, bestEarlier, behind, told, own.Arguments.Count - told, bestLater, bestTwin, bestTwin - LogOdds(own.Unit.First)]) sink.Add(value);
    }

    /// <summary>How many of the event's fillers another one has too; they are marked.</summary>
    private static int Shared(Filler[] fillers, EventProposal own, EventProposal other, ref ulong marks)
    {
        int shared = 0;
        for (int i = 0; i < own.Arguments.Count; i++)
        {
            int thing = fillers[own.Arguments[i].Candidate.Filler].Thing;
            foreach (ChosenArgument theirs in other.Arguments)
            {
                if (fillers[theirs.Candidate.Filler].Thing != thing) continue;
                shared++;
                marks |= 1UL << Math.Min(63, i);
                break;
            }
        }

        return shared;
    }

    private static double LogOdds(double probability) => Math.Clamp(Math.Log((probability + 1e-6) / (1 - probability + 1e-6)), -LargestStep, LargestStep);
}
