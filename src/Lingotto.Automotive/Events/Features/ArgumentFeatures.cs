namespace Lingotto.Automotive;

/// <summary>What speaks for a filler in a role of an event.</summary>
internal static class ArgumentFeatures
{
    private const int MaximumUnitDistance = 120;

    public static void Write(EventScene scene, in EventUnit unit, List<ArgumentCandidate> candidates, int index, FrameRole role, FeatureSink sink)
    {
        ArgumentCandidate candidate = candidates[index];
        EventText text = scene.Text;
        ref readonly Filler filler = ref text.Fillers.Fillers[candidate.Filler];
        uint type = scene.FrameOf(unit.Trigger).Symbol, name = role.Symbol, both = Hash.Mix(type, name), scope = (uint)candidate.Scope;
        uint kind = filler.KindSymbol, sub = filler.SubSymbol;
        sink.Add(201, name, scope);
        sink.Add(202, both, scope);
        sink.Add(203, both, kind, sub);
        sink.Add(204, name, kind, sub);
        sink.Add(205, name, filler.Nominal ? 1u : 0, scope);
        sink.Add(206, both, kind, scope);
        if (candidate.Scope == ArgumentScope.Sentence) WriteSentence(scene, unit, candidates, candidate, role, both, sink);
        else if (candidate.Scope is ArgumentScope.Row or ArgumentScope.Caption) WriteTable(candidate, both, name, kind, sub, sink);
        else WriteUnderstood(scene, unit, candidates, candidate, role, both, sink);
    }

    private static void WriteSentence(EventScene scene, in EventUnit unit, List<ArgumentCandidate> candidates, in ArgumentCandidate candidate, FrameRole role, uint both, FeatureSink sink)
    {
        EventText text = scene.Text;
        ref readonly Filler filler = ref text.Fillers.Fillers[candidate.Filler];
        SlotPath path = candidate.Path;
        uint name = role.Symbol, slot = (uint)path.Slot, kind = filler.KindSymbol, triggerClass = ClassOf(text, unit.Word), lemma = EventScene.LemmaOf(unit.Trigger);
        uint licensed = path.Slot == Slot.Near ? 0u : role.Licenses(path.Slot, path.Preposition) ? path.Steps == 0 ? 3u : 2u : 1u;
        sink.Add(210, name, slot, path.Preposition);
        sink.Add(211, both, slot, path.Preposition);
        sink.Add(212, name, licensed);
        sink.Add(213, both, licensed);
        sink.Add(214, licensed, (uint)Math.Min(3, path.Depth), (uint)Math.Min(3, path.Steps));
        sink.Add(215, slot, kind, triggerClass);
        sink.Add(216, name, slot, path.Preposition, triggerClass);
        sink.Add(217, (uint)path.Via, slot, name);
        sink.Add(218, name, (uint)Math.Min(4, path.Steps), slot);
        sink.Add(219, lemma, name, slot, path.Preposition);
        sink.Add(220, lemma, name, kind);
        sink.Add(221, name, path.Conjunct ? 1u : 0, licensed);
        if (path.Edges != 0) sink.Add(222, name, path.Edges);
        if (path.Edges != 0) sink.Add(223, both, path.Edges, triggerClass);
        uint concept = unit.Trigger.Trigger.Concept, preposition = text.PrepositionConcept(filler.Head);
        sink.Add(224, concept, name, slot, preposition);
        sink.Add(225, name, slot, preposition);
        sink.Add(226, both, slot, preposition);
        sink.Add(227, concept, name, kind);
        int within = text.Rel[filler.Head] is Relation.Compound or Relation.Adjective && text.Head(filler.Head) is >= 0 and int over ? text.Fillers.OfWord[over] : -1;
        sink.Add(228, name, within < 0 ? 0u : text.Fillers.Fillers[within].KindSymbol);
        sink.Add(229, name, licensed, (uint)Math.Min(3, scene.FrequencyOf(filler.Thing) / 2));
        WriteOwner(scene, unit, filler, name, both, sink);
        WriteDistance(scene, unit, candidate, role, both, licensed, sink);
        WriteRivals(scene, unit, candidates, candidate, role, licensed, sink);
        WriteWords(text, unit, filler, name, both, sink);
    }

    // The first event that is met on the way from the filler to the root.
    private static void WriteOwner(EventScene scene, in EventUnit unit, in Filler filler, uint name, uint both, FeatureSink sink)
    {
        uint owner = 0, steps = 0;
        for (int word = filler.Head; word >= 0 && steps < 12; word = scene.Text.Head(word), steps++)
        {
            if (word == unit.Word) owner = 1;
            else if ((scene.UnitsAt[word] & (1UL << unit.Trigger.Frame)) != 0) owner = 2;
            else if (scene.UnitsAt[word] != 0) owner = 3;
            if (owner != 0) break;
        }

        sink.Add(243, name, owner, Math.Min(3, steps));
        sink.Add(244, both, owner);
    }

    private static void WriteDistance(EventScene scene, in EventUnit unit, in ArgumentCandidate candidate, FrameRole role, uint both, uint licensed, FeatureSink sink)
    {
        EventText text = scene.Text;
        ref readonly Filler filler = ref text.Fillers.Fillers[candidate.Filler];
        bool left = filler.Head < unit.Word;
        int from = left ? filler.LastWord + 1 : unit.Trigger.LastWord + 1, to = left ? unit.Word : filler.FirstWord;
        uint side = left ? 1u : 2u, bucket = Bucket(to - from);
        sink.Add(230, role.Symbol, side, bucket);
        sink.Add(231, both, side, bucket);
        sink.Add(232, licensed, bucket);
        int verbs = 0, commas = 0, stops = 0, same = 0, other = 0, last = -1;
        for (int word = Math.Max(0, from); word < to; word++)
        {
            switch (text.Pause[word])
            {
                case Pause.Verb: verbs++; break;
                case Pause.Comma: commas++; break;
                case Pause.Stop: stops++; break;
            }

            int between = text.Fillers.OfWord[word];
            if (between < 0 || between == last || between == candidate.Filler) continue;
            last = between;
            if (text.Fillers.Fillers[between].Kind == filler.Kind) same++;
            else other++;
        }

        uint name = role.Symbol;
        sink.Add(233, name, side, (uint)Math.Min(2, verbs));
        sink.Add(234, name, side, (uint)Math.Min(2, same));
        sink.Add(235, name, (uint)Math.Min(2, commas), (uint)Math.Min(2, stops));
        sink.Add(236, both, (uint)Math.Min(2, same), (uint)Math.Min(2, verbs));
        sink.Add(237, licensed, (uint)Math.Min(2, verbs), (uint)Math.Min(2, same));
        sink.Add(238, (uint)Math.Min(3, other), side);
        WriteTriggersBetween(scene, unit, filler, role, sink);
    }

    // Another event may lie between, or be nearer to the filler.
    private static void WriteTriggersBetween(EventScene scene, in EventUnit unit, in Filler filler, FrameRole role, FeatureSink sink)
    {
        EventText text = scene.Text;
        int between = 0, sameType = 0, nearer = 0, distance = Math.Abs(filler.Head - unit.Word), sentence = text.SentenceOf[unit.Word];
        for (int i = scene.FirstUnitOf(sentence); i < scene.Units.Count && scene.Units[i].Word <= unit.Word + MaximumUnitDistance; i++)
        {
            EventUnit other = scene.Units[i];
            if (other.Word < unit.Word - MaximumUnitDistance || other.Word == unit.Word || other.First < EventUnit.Competes || text.SentenceOf[other.Word] != sentence) continue;
            if ((other.Word > unit.Word) == (filler.Head > unit.Word) && Math.Abs(other.Word - unit.Word) < distance) between++;
            if (other.Trigger.Frame == unit.Trigger.Frame) sameType++;
            if (Math.Abs(other.Word - filler.Head) < distance) nearer++;
        }

        sink.Add(240, role.Symbol, (uint)Math.Min(2, between), (uint)Math.Min(1, nearer));
        sink.Add(241, (uint)Math.Min(1, sameType), (uint)Math.Min(1, between), (uint)Math.Min(1, nearer));
        sink.Add(242, role.Symbol, (uint)Math.Min(1, sameType), (uint)Math.Min(1, nearer));
    }

    private static void WriteRivals(EventScene scene, in EventUnit unit, List<ArgumentCandidate> candidates, in ArgumentCandidate candidate, FrameRole role, uint licensed, FeatureSink sink)
    {
        Filler[] fillers = scene.Text.Fillers.Fillers;
        int rivals = 0, closer = 0, better = 0, distance = Math.Abs(fillers[candidate.Filler].Head - unit.Word);
        foreach (ArgumentCandidate other in candidates)
        {
            if (other.Filler == candidate.Filler || other.Scope != ArgumentScope.Sentence || !role.Admits(fillers[other.Filler])) continue;
            rivals++;
            if (Math.Abs(fillers[other.Filler].Head - unit.Word) < distance) closer++;
            if (other.Path.Slot != Slot.Near && role.Licenses(other.Path.Slot, other.Path.Preposition) && other.Path.Steps <= candidate.Path.Steps) better++;
        }

        sink.Add(245, role.Symbol, (uint)Math.Min(3, rivals));
        sink.Add(246, role.Symbol, (uint)Math.Min(3, closer), licensed);
        sink.Add(247, role.Symbol, (uint)Math.Min(2, better), licensed);
        sink.Add(248, fillers[candidate.Filler].KindSymbol, (uint)Math.Min(3, closer), (uint)Math.Min(2, better));
    }

    private static void WriteWords(EventText text, in EventUnit unit, in Filler filler, uint name, uint both, FeatureSink sink)
    {
        int before = filler.FirstWord - 1, sentence = text.SentenceOf[unit.Word];
        while (before >= text.FirstWord(sentence) && text.Upos(before) == Upos.Det) before--;
        uint previous = before >= text.FirstWord(sentence) ? text.Lemma[before] : 1, second = before > text.FirstWord(sentence) ? text.Lemma[before - 1] : 1;
        uint next = filler.LastWord + 1 < text.EndWord(sentence) ? text.Lemma[filler.LastWord + 1] : 2;
        sink.Add(250, name, previous);
        sink.Add(251, both, previous);
        sink.Add(252, name, next);
        sink.Add(253, name, previous, second);
        sink.Add(254, both, next);
        if (filler.Kind == FillerKind.Time) sink.Add(255, both, filler.SubSymbol, previous);
        int gap = filler.FirstWord - unit.Trigger.LastWord - 1;
        if (gap is >= 0 and <= 3) sink.Add(256, name, Sequence(text, unit.Trigger.LastWord + 1, filler.FirstWord));
        gap = unit.Word - filler.LastWord - 1;
        if (gap is >= 0 and <= 3) sink.Add(257, name, Sequence(text, filler.LastWord + 1, unit.Word));
    }

    private static void WriteTable(in ArgumentCandidate candidate, uint both, uint name, uint kind, uint sub, FeatureSink sink)
    {
        uint rank = (uint)Math.Min(2, candidate.Rank), scope = (uint)candidate.Scope;
        sink.Add(260, both, scope, rank);
        sink.Add(261, name, scope, rank, kind);
        sink.Add(262, both, scope, kind, sub);
    }

    private static void WriteUnderstood(EventScene scene, in EventUnit unit, List<ArgumentCandidate> candidates, in ArgumentCandidate candidate, FrameRole role, uint both, FeatureSink sink)
    {
        EventText text = scene.Text;
        Filler[] fillers = text.Fillers.Fillers;
        ref readonly Filler filler = ref fillers[candidate.Filler];
        uint name = role.Symbol, rank = (uint)Math.Min(2, candidate.Rank), scope = (uint)candidate.Scope;
        int here = text.SentenceOf[unit.Word], away = here - text.SentenceOf[filler.Head], line = text.Lines.OfWord[unit.Word];
        bool inSentence = false, licensed = false;
        foreach (ArgumentCandidate other in candidates)
        {
            if (other.Scope is not (ArgumentScope.Sentence or ArgumentScope.Row or ArgumentScope.Caption) || !role.Admits(fillers[other.Filler])) continue;
            inSentence = true;
            licensed |= other.Path.Slot != Slot.Near && role.Licenses(other.Path.Slot, other.Path.Preposition);
        }

        uint rivals = licensed ? 2u : inSentence ? 1u : 0, sameLine = line == text.Lines.OfWord[filler.FirstWord] ? 1u : 0;
        uint subject = text.Rel[filler.Head] is Relation.Subject or Relation.PassiveSubject ? 1u : 0;
        uint frequency = (uint)Math.Min(3, scene.FrequencyOf(filler.Thing) / 2), finite = text.IsVerb(unit.Word) ? text.Child(unit.Word, Relation.Subject) >= 0 || text.Child(unit.Word, Relation.PassiveSubject) >= 0 ? 1u : 2u : 0;
        sink.Add(270, name, rivals, finite);
        sink.Add(271, both, rivals, scope);
        sink.Add(272, name, rank, (uint)Math.Min(3, away), sameLine);
        sink.Add(273, scope, subject, rivals);
        sink.Add(274, frequency, name);
        sink.Add(275, rivals, rank, sameLine, (uint)Math.Min(2, away));
        sink.Add(276, name, (uint)text.Lines.Shape[line], scope);
        sink.Add(277, name, subject, rivals);
        sink.Add(278, frequency, rivals, scope);
        sink.Add(279, name, unit.Row >= 0 ? 1u : 0);
        if (text.Feats(unit.Word).Contains("Person=1", StringComparison.Ordinal)) sink.Add(280, name, frequency);
    }

    private static uint Sequence(EventText text, int from, int to)
    {
        uint hash = 3;
        for (int word = from; word < to; word++)
        {
            if (text.Upos(word) != Upos.Det) hash = Hash.Mix(hash, text.Lemma[word]);
        }

        return hash;
    }

    private static uint ClassOf(EventText text, int word) => text.IsVerb(word) ? text.IsPassive(word) ? 2u : 1u : text.Upos(word) is Upos.Noun or Upos.Propn ? 3u : 4u;

    private static uint Bucket(int distance) => distance switch { < 0 => 0, 0 => 1, 1 => 2, 2 => 3, <= 4 => 4, <= 7 => 5, <= 12 => 6, <= 20 => 7, _ => 8 };
}
