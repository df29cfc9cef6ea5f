namespace Lingotto.Automotive;

/// <summary>What bears on modality and polarity: tense and mood, auxiliaries, the verbs above, negation, cue words around, and when the event is dated.</summary>
internal static class MoodFeatures
{
    private const int Window = 8;
    private const int MaximumTimeDistance = 100;

    /// <summary>Number of values of <see cref="RelationOf"/>.</summary>
    public const int TimeRelations = 9;

    public static void Write(EventScene scene, in EventUnit unit, ReadOnlySpan<int> times, FeatureSink sink)
    {
        EventText text = scene.Text;
        uint type = scene.FrameOf(unit.Trigger).Symbol, lemma = EventScene.LemmaOf(unit.Trigger);
        int word = unit.Word;
        uint form = text.VerbForm(word), upos = (uint)text.Upos(word);
        sink.Add(301, type);
        sink.Add(302, lemma);
        sink.Add(303, upos, form);
        sink.Add(304, type, form);
        sink.Add(305, type, upos, unit.Row >= 0 ? 1u : 0);
        sink.Add(306, type, (uint)text.Lines.Shape[text.Lines.OfWord[word]]);
        sink.Add(307, unit.Trigger.Trigger.Concept);
        sink.Add(308, text.Quoted[word] ? 1u : 0, upos);
        for (int own = word; own <= unit.Trigger.LastWord; own++)
        {
            if (text.Cue[own] != 0) sink.Add(309, text.Cue[own]);
        }

        WriteVerb(text, unit, type, sink);
        WriteChain(text, word, sink);
        WriteAround(text, unit, type, sink);
        WriteTimes(text, type, upos, form, times, sink);
        WriteNearestTime(scene, unit, upos, sink);
        TenseFeatures.Write(scene, unit, times, type, sink);
    }

    // The nearest time of the sentence counts too, taken for an argument or not.
    private static void WriteNearestTime(EventScene scene, in EventUnit unit, uint upos, FeatureSink sink)
    {
        EventText text = scene.Text;
        int best = NearestTime(scene, unit, out int distance);
        if (best < 0) return;
        uint relation = RelationOf(text.Fillers.Fillers[best], text.Fillers.Published), near = distance <= 5 ? 1u : distance <= 12 ? 2u : 3u;
        sink.Add(346, relation, near);
        sink.Add(347, relation, near, upos);
    }

    /// <summary>The time of the sentence that is nearest to the trigger, -1 where there is none.</summary>
    public static int NearestTime(EventScene scene, in EventUnit unit, out int distance)
    {
        EventText text = scene.Text;
        (int first, int end) = scene.FillersNear(unit.Word, MaximumTimeDistance);
        int best = -1;
        distance = int.MaxValue;
        for (int i = first; i < end; i++)
        {
            int here = Math.Abs(text.Fillers.Fillers[i].Head - unit.Word);
            if (text.Fillers.Fillers[i].Kind == FillerKind.Time && here < distance) (best, distance) = (i, here);
        }

        return best;
    }

    // The verb above a noun.
    private static void WriteVerb(EventText text, in EventUnit unit, uint type, FeatureSink sink)
    {
        int verb = unit.Word;
        uint relation = 0;
        for (int step = 0; step < 4 && verb >= 0 && !text.IsVerb(verb); step++)
        {
            relation = (uint)text.Rel[verb] + 1;
            verb = text.Head(verb);
        }

        if (verb < 0 || !text.IsVerb(verb))
        {
            sink.Add(350, type);
            return;
        }

        if (verb != unit.Word) sink.Add(357, text.Lemma[verb], relation);
        if (verb != unit.Word) sink.Add(362, text.Concept[verb], relation);
        if (verb != unit.Word) sink.Add(358, text.Cue[verb], relation);
    }

    /// <summary>Kind and subkind of the entity that is the subject of a verb, 0 where there is none: unions ask, firms plan.</summary>
    internal static uint SubjectOf(EventText text, int verb)
    {
        int subject = text.Child(verb, Relation.Subject);
        int filler = subject < 0 ? -1 : text.Fillers.OfWord[subject];
        return filler < 0 ? 0 : Hash.Mix(text.Fillers.Fillers[filler].KindSymbol, text.Fillers.Fillers[filler].SubSymbol);
    }

    // The trigger's own dependents, then those of up to three words above it.
    private static void WriteChain(EventText text, int word, FeatureSink sink)
    {
        if (!text.Document.HasTrees) return;
        uint negations = 0;
        for (uint step = 0; word >= 0 && step < 4; step++, word = text.Head(word))
        {
            uint cue = text.Cue[word], form = text.VerbForm(word);
            if (step > 0)
            {
                sink.Add(310, step == 1 ? 1u : 2u, cue);
                sink.Add(311, text.Lemma[word]);
                uint subject = SubjectOf(text, word);
                if (subject != 0) sink.Add(366, subject, cue == 0 ? text.Concept[word] : cue);
                if (subject != 0) sink.Add(367, subject, cue, form);
                sink.Add(363, text.Concept[word]);
                sink.Add(364, Math.Min(2, step), text.Concept[word], form);
                sink.Add(312, step, form);
                sink.Add(313, cue, form);
            }

            for (int child = text.FirstChild(word); child >= 0; child = text.NextChild(child))
            {
                Relation relation = text.Rel[child];
                uint childCue = text.Cue[child];
                if (relation is Relation.Auxiliary or Relation.PassiveAuxiliary or Relation.Copula)
                {
                    sink.Add(314, step, text.Lemma[child], text.VerbForm(child));
                    sink.Add(315, Math.Min(1, step), text.VerbForm(child));
                    sink.Add(316, Math.Min(1, step), text.Form[child]);
                }
                else if (childCue != 0)
                {
                    sink.Add(317, step, childCue);
                    if (step == 0) sink.Add(318, text.Lemma[child]);
                    if (childCue == CueLexicon.Negation) negations++;
                }
                else if (relation == Relation.Mark) sink.Add(319, Math.Min(1, step), text.Lemma[child]);
            }
        }

        sink.Add(320, Math.Min(2, negations));
    }

    private static void WriteAround(EventText text, in EventUnit unit, uint type, FeatureSink sink)
    {
        int sentence = text.SentenceOf[unit.Word], first = text.FirstWord(sentence), end = text.EndWord(sentence);
        for (int word = Math.Max(first, unit.Word - (3 * Window)); word < Math.Min(end, unit.Trigger.LastWord + (3 * Window)); word++)
        {
            if (word >= unit.Word && word <= unit.Trigger.LastWord) continue;
            uint cue = text.Cue[word];
            int distance = Math.Abs(word - unit.Word);
            uint side = word < unit.Word ? 1u : 2u, near = distance <= 3 ? 1u : distance <= Window ? 2u : 3u;
            if (cue != 0)
            {
                sink.Add(330, cue, side, near);
                sink.Add(331, cue, near);
                sink.Add(332, type, cue);
            }

            if (distance <= Window) sink.Add(333, side, text.Lemma[word]);
            if (distance <= Window && text.Concept[word] != text.Key[word]) sink.Add(365, side, text.Concept[word]);
            if (distance <= 3 && text.Upos(word) == Upos.Aux) sink.Add(334, side, text.VerbForm(word));
        }

        uint previous = unit.Word > first ? text.Form[unit.Word - 1] : 1, second = unit.Word > first + 1 ? text.Form[unit.Word - 2] : 1;
        sink.Add(335, previous);
        sink.Add(336, previous, second);
        if (end > first && text.Document.FormSpan(end - 1) is "?") sink.Add(337);
        sink.Add(338, (uint)text.Upos(unit.Word), previous);
    }

    private static void WriteTimes(EventText text, uint type, uint upos, uint form, ReadOnlySpan<int> times, FeatureSink sink)
    {
        uint relation = 0;
        foreach (int time in times)
        {
            uint here = RelationOf(text.Fillers.Fillers[time], text.Fillers.Published);
            sink.Add(340, here);
            sink.Add(341, here, type);
            sink.Add(342, here, upos, form);
            relation |= 1u << (int)here;
        }

        sink.Add(343, relation);
        sink.Add(344, relation, upos);
    }

    /// <summary>Whether a time lies before, at or after the day of publication: 1, 2, 3; others by class.</summary>
    internal static uint RelationOf(in Filler time, int published)
    {
        if (time.Sub == "present") return 4;
        if (time.Sub == "future") return 3;
        if (time.Sub == "duration") return 5;
        if (time.Day == 0 || published == 0) return 6;
        if (time.Day % 10000 == 0) return time.Day / 10000 < published / 10000 ? 1u : time.Day / 10000 > published / 10000 ? 3u : 7u;
        if (time.Day % 100 == 0) return time.Day / 100 < published / 100 ? 1u : time.Day / 100 > published / 100 ? 3u : 8u;
        return time.Day < published ? 1u : time.Day > published ? 3u : 2u;
    }
}
