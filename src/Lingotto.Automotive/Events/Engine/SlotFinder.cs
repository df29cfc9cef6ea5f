namespace Lingotto.Automotive;

/// <summary>How a filler hangs on a trigger in the tree.</summary>
/// <param name="Slot">The slot, <see cref="Slot.Near"/> where the tree shows none.</param>
/// <param name="Preposition">Hash of the preposition's lemma, 0 where there is none.</param>
/// <param name="Depth">Number of edges within the filler's own phrase that are not coordination, names or apposition.</param>
/// <param name="Via">The relation by which the trigger hangs on the word that the two share; <see cref="Relation.Other"/> where the filler is under the trigger itself.</param>
/// <param name="Steps">How far above the trigger the shared word is.</param>
/// <param name="Conjunct">Whether the filler is a further member of a coordination.</param>
/// <param name="Edges">The relations from the trigger up and from there down to the filler as one symbol, 0 for a path that is too long.</param>
internal readonly record struct SlotPath(Slot Slot, uint Preposition, int Depth, Relation Via, int Steps, bool Conjunct, uint Edges = 0);

/// <summary>
/// Finds the slot of a filler in the tree: through passives, relative clauses, participles, control and raising, light verbs, coordination and apposition.
/// </summary>
internal static class SlotFinder
{
    private const int MaximumSteps = 10;
    private const int MaximumEdges = 5;

    public static SlotPath Find(EventText text, int trigger, int filler)
    {
        if (!text.Document.HasTrees || text.SentenceOf[trigger] != text.SentenceOf[filler]) return new SlotPath(Slot.Near, 0, 9, Relation.Other, 9, false);
        Span<int> up = stackalloc int[MaximumSteps];
        int height = 0;
        for (int word = trigger; word >= 0 && height < MaximumSteps; word = text.Head(word)) up[height++] = word;
        int depth = 0, top = -1;
        bool conjunct = false;
        uint preposition = 0, edges = 17;
        for ((int word, int step) = (filler, 0); word >= 0 && step < MaximumSteps; word = text.Head(word), step++)
        {
            int at = up[..height].IndexOf(word);
            if (at >= 0) return Relate(text, trigger, up, at, top, depth, conjunct, preposition) with { Edges = step + at > MaximumEdges ? 0 : Up(text, up[..at], edges) };
            if (top >= 0 && !Relations.IsTransparent(text.Rel[top])) depth++;
            conjunct |= text.Rel[word] == Relation.Conjunct;
            edges = Hash.Mix(edges, (uint)text.Rel[word]);
            uint own = text.Preposition(word);
            if (own != 0) preposition = own;
            top = word;
        }

        return new SlotPath(Slot.Near, 0, depth, Relation.Other, MaximumSteps, conjunct);
    }

    private static uint Up(EventText text, ReadOnlySpan<int> words, uint edges)
    {
        foreach (int word in words) edges = Hash.Mix(edges, 64 + (uint)text.Rel[word]);
        return edges;
    }

    private static SlotPath Relate(EventText text, int trigger, ReadOnlySpan<int> up, int at, int top, int depth, bool conjunct, uint preposition)
    {
        Relation via = at > 0 ? text.Rel[up[at - 1]] : Relation.Other;
        if (top < 0) return new SlotPath(at == 0 ? Slot.Near : Governed(text, trigger, via), 0, 0, via, at, conjunct);
        Slot slot = SlotOf(text, up[at], top, preposition);
        return new SlotPath(slot, preposition, depth, via, at, conjunct);
    }

    private static Slot SlotOf(EventText text, int governor, int top, uint preposition) => text.Rel[top] switch
    {
        Relation.Subject => text.IsPassive(governor) || IsBareParticiple(text, governor) ? Slot.Passive : Slot.Subject,
        Relation.PassiveSubject => Slot.Passive,
        Relation.Object => Slot.Object,
        Relation.Indirect => Slot.Indirect,
        Relation.Agent => Slot.Agent,
        Relation.Possessive or Relation.Compound or Relation.Adjective or Relation.Flat => Slot.Possessive,
        Relation.Apposition => Slot.Apposition,
        Relation.OpenComplement or Relation.Complement => Slot.Predicate,
        Relation.Oblique or Relation.Nominal when preposition != 0 => Slot.Preposition,
        Relation.Oblique or Relation.Nominal => Slot.Object,
        _ => preposition != 0 ? Slot.Preposition : Slot.Near,
    };

    // The trigger hangs on the filler: a participle or relative clause about it, or a noun beside it.
    private static Slot Governed(EventText text, int trigger, Relation via)
    {
        if (via == Relation.Clause) return IsBareParticiple(text, trigger) ? Slot.Passive : Slot.Subject;
        if (via == Relation.RelativeClause)
        {
            for (int child = text.FirstChild(trigger); child >= 0; child = text.NextChild(child))
            {
                if (text.Upos(child) != Upos.Pron) continue;
                Relation relation = text.Rel[child];
                if (relation == Relation.Subject) return text.IsPassive(trigger) ? Slot.Passive : Slot.Subject;
                if (relation == Relation.PassiveSubject) return Slot.Passive;
                if (relation is Relation.Object or Relation.Oblique) return Slot.Object;
            }

            return Slot.Object;
        }

        return via is Relation.Apposition or Relation.Nominal or Relation.Compound ? Slot.Apposition : Slot.Near;
    }

    private static bool IsBareParticiple(EventText text, int word) =>
        text.IsParticiple(word) && text.Child(word, Relation.Auxiliary) < 0 && text.Rel[word] is Relation.Clause or Relation.Root or Relation.Conjunct or Relation.Parataxis or Relation.Adverbial
        && !text.Document.FormSpan(word).EndsWith("ing", StringComparison.Ordinal);
}
