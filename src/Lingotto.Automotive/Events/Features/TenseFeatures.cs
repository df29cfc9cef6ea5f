namespace Lingotto.Automotive;

/// <summary>
/// Modality in few symbols that are the same in both languages: tense and mood of the verbs that carry the event with their auxiliaries, together with when
/// it is dated, who speaks and what stands in the way.
/// </summary>
internal static class TenseFeatures
{
    private const int MaximumChain = 4;

    public static void Write(EventScene scene, in EventUnit unit, ReadOnlySpan<int> times, uint type, FeatureSink sink)
    {
        EventText text = scene.Text;
        int word = unit.Word, verb = VerbOf(text, word, out uint steps), above = verb < 0 ? -1 : AboveOf(text, verb);
        uint own = Group(text, word), carrier = Group(text, verb), higher = Group(text, above), time = TimeOf(scene, unit, times);
        uint title = text.Lines.OfWord[word] == 0 ? 1u : 0, noun = text.IsVerb(word) ? 0u : Math.Min(2, steps) + 1, speaker = SpeakerOf(text, word);
        sink.Add(370, own, noun);
        sink.Add(371, carrier, noun);
        sink.Add(372, carrier, title);
        sink.Add(373, carrier, time);
        sink.Add(374, carrier, time, noun);
        sink.Add(375, carrier, higher);
        sink.Add(376, carrier, higher, time);
        sink.Add(377, title, time, noun);
        sink.Add(378, speaker, carrier);
        sink.Add(379, speaker, higher, carrier);
        sink.Add(380, type, time);
        sink.Add(381, type, carrier);
        sink.Add(382, type, carrier, time);
        sink.Add(383, text.Quoted[word] ? 1u : 0, carrier);
        WriteCues(text, word, carrier, time, sink);
        GovernorFeatures.Write(text, unit, type, time, new Carrier(verb, steps, carrier), sink);
    }

    // The cues among the dependents and above, as a set and one by one.
    private static void WriteCues(EventText text, int word, uint carrier, uint time, FeatureSink sink)
    {
        uint seen = 0;
        for (int step = 0, below = -1; step < MaximumChain && word >= 0; step++, below = word, word = text.Head(word))
        {
            if (step > 0 && text.CueClass(word) is >= 0 and int cue) seen |= 1u << cue;
            for (int child = text.FirstChild(word); child >= 0; child = text.NextChild(child))
            {
                if (child != below && text.CueClass(child) is >= 0 and int beside && (step < 2 || text.Rel[child] is Relation.Auxiliary or Relation.Adverb)) seen |= 1u << beside;
            }
        }

        sink.Add(384, seen);
        sink.Add(385, seen, carrier);
        sink.Add(386, seen, time);
        for (uint rest = seen; rest != 0; rest &= rest - 1)
        {
            uint cue = (uint)System.Numerics.BitOperations.TrailingZeroCount(rest);
            sink.Add(387, cue, carrier);
            sink.Add(388, cue, time);
        }
    }

    private static int VerbOf(EventText text, int word, out uint steps)
    {
        for (steps = 0; steps < MaximumChain && word >= 0; steps++, word = text.Head(word))
        {
            if (text.IsVerb(word) || text.Child(word, Relation.Copula) >= 0) return word;
        }

        return -1;
    }

    private static int AboveOf(EventText text, int verb) =>
        text.Rel[verb] is Relation.OpenComplement or Relation.Complement or Relation.Adverbial or Relation.Clause or Relation.Conjunct or Relation.Parataxis ? text.Head(verb) : -1;

    /// <summary>Kind of a verb and of its first auxiliary or copula.</summary>
    internal static uint Group(EventText text, int verb)
    {
        if (verb < 0) return 99;
        uint auxiliary = 0;
        for (int child = text.FirstChild(verb); child >= 0 && child < verb; child = text.NextChild(child))
        {
            if (text.Rel[child] is not (Relation.Auxiliary or Relation.PassiveAuxiliary or Relation.Copula)) continue;
            auxiliary = ((uint)(text.CueClass(child) + 1) * 16) + (uint)text.Kind(child) + 1;
            break;
        }

        return ((uint)text.Kind(verb) * 1024) + auxiliary;
    }

    /// <summary>When the event is dated: by its arguments, else by the nearest time of the sentence.</summary>
    private static uint TimeOf(EventScene scene, in EventUnit unit, ReadOnlySpan<int> times)
    {
        FillerIndex fillers = scene.Text.Fillers;
        uint relation = 0;
        foreach (int time in times)
        {
            uint here = MoodFeatures.RelationOf(fillers.Fillers[time], fillers.Published);
            if (relation == 0 || here == 3) relation = here;
        }

        if (relation != 0) return relation;
        int nearest = MoodFeatures.NearestTime(scene, unit, out int distance);
        return nearest < 0 ? 0 : 20 + MoodFeatures.RelationOf(fillers.Fillers[nearest], fillers.Published) + (distance <= 6 ? 10u : 0);
    }

    /// <summary>Who is the subject above: a union asks, a government promises, a firm plans; 0 where none is named.</summary>
    private static uint SpeakerOf(EventText text, int word)
    {
        int at = word;
        for (int step = 0; step < MaximumChain && at >= 0; step++, at = text.Head(at))
        {
            uint subject = MoodFeatures.SubjectOf(text, at);
            if (subject != 0) return subject;
        }

        return 0;
    }
}
