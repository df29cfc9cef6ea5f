namespace Lingotto.Automotive;

/// <summary>
/// What an event stands under: the words above the trigger with their class in <c>modality.governors</c>, their tense and how the event hangs on them, and
/// the same of the trigger's own dependents. All symbols are the same in both languages.
/// </summary>
internal static class GovernorFeatures
{
    private const int MaximumSteps = 6;

    private static readonly uint Say = Hash.Of("open/say");

    public static void Write(EventText text, in EventUnit unit, uint type, uint time, Carrier carrier, FeatureSink sink)
    {
        int word = unit.Word;
        uint noun = text.IsVerb(word) ? 0u : 1u, own = WriteOwn(text, unit, type, carrier.Group, sink), mark = MarkOf(text, word);
        sink.Add(603, mark, noun);
        sink.Add(604, mark, carrier.Group);
        sink.Add(605, mark, time, noun);
        (uint above, uint denied, uint said) = WriteAbove(text, word, noun, carrier.Group, time, sink);
        VerdictFeatures.Write(text, unit, carrier, new Verdict(above, own, denied, said, time), sink);
        WriteBelow(text, word, carrier.Group, sink);
    }

    // The classes of the trigger's own words: it may itself say that something was scrapped or is feared. Returns the first group that decides.
    private static uint WriteOwn(EventText text, in EventUnit unit, uint type, uint carrier, FeatureSink sink)
    {
        uint own = ClassOf(text, unit.Word), group = VerdictFeatures.Decisive(own);
        if (own != 0) sink.Add(600, own, carrier);
        if (own != 0) sink.Add(601, own, type);
        for (int word = unit.Word + 1; word <= unit.Trigger.LastWord; word++)
        {
            uint here = ClassOf(text, word);
            if (here != 0) sink.Add(602, here);
            if (group == 0) group = VerdictFeatures.Decisive(here);
        }

        return group;
    }

    private static (uint Verdict, uint Denied, uint Said) WriteAbove(EventText text, int word, uint noun, uint carrier, uint time, FeatureSink sink)
    {
        uint chain = noun, first = 0, verdict = 0, said = 0, denied = Negated(text, word) ? 1u : 0;
        for (int step = 0, below = word; step < MaximumSteps; step++)
        {
            int at = text.Head(below);
            if (at < 0) break;
            Relation relation = text.Rel[below];
            if (relation is Relation.Conjunct or Relation.Parataxis && first != 0) break;
            uint here = ClassOf(text, at);
            uint group = VerdictFeatures.Decisive(here);
            if (here == Say) said = (uint)text.Kind(below) + 1;
            if (here != 0)
            {
                uint kind = TenseFeatures.Group(text, at), negated = Negated(text, at) ? 1u : 0, near = step == 0 ? 1u : step == 1 ? 2u : 3u;
                sink.Add(610, here, near);
                sink.Add(611, here, negated, noun);
                sink.Add(612, here, (uint)relation, noun);
                sink.Add(613, here, kind);
                sink.Add(614, here, carrier);
                if (group != 0 && first == 0)
                {
                    first = Hash.Mix(here, negated);
                    verdict = Hash.Mix(group, negated);
                    sink.Add(615, here, negated, kind);
                    sink.Add(616, first, carrier, noun);
                    sink.Add(617, first, time);
                    sink.Add(618, first, MarkOf(text, below), (uint)relation);
                }
            }

            if (step < 3) chain = Hash.Mix(chain, here != 0 ? here : text.IsVerb(at) ? (uint)text.Kind(at) + 1 : 50u);
            below = at;
        }

        sink.Add(620, chain);
        sink.Add(621, chain, carrier);
        sink.Add(622, first, said, carrier);
        sink.Add(623, first, denied, carrier);
        sink.Add(624, said, carrier, noun);
        return (verdict, denied, said);
    }

    private static void WriteBelow(EventText text, int word, uint carrier, FeatureSink sink)
    {
        for (int child = text.FirstChild(word); child >= 0; child = text.NextChild(child))
        {
            uint here = ClassOf(text, child);
            if (here == 0) continue;
            Relation relation = text.Rel[child];
            sink.Add(630, here);
            sink.Add(631, here, (uint)relation);
            sink.Add(632, here, (uint)text.Kind(child), (uint)relation);
            sink.Add(633, here, carrier);
        }
    }

    /// <summary>Class of a word, or of a verb with its particle.</summary>
    internal static uint ClassOf(EventText text, int word)
    {
        if (text.IsVerb(word))
        {
            int particle = text.Child(word, Relation.Compound);
            if (particle > word && particle <= word + 4)
            {
                uint joined = CueLexicon.Governors.ClassOf(TriggerLexicon.Key(text.Language(word), Joined(text, word, particle)));
                if (joined != 0) return joined;
            }
        }

        return CueLexicon.Governors.ClassOf(text.Key[word]);
    }

    private static uint Joined(EventText text, int verb, int particle)
    {
        ReadOnlySpan<char> first = text.Document.LemmaSpan(verb), second = text.Document.FormSpan(particle);
        if (first.Length + second.Length > 40) return 0;
        Span<char> joined = stackalloc char[first.Length + second.Length + 1];
        first.CopyTo(joined);
        joined[first.Length] = '-';
        second.CopyTo(joined[(first.Length + 1)..]);
        return Hash.OfLower(joined);
    }

    private static bool Negated(EventText text, int word)
    {
        for (int child = text.FirstChild(word); child >= 0; child = text.NextChild(child))
        {
            if (text.Cue[child] == CueLexicon.Negation) return true;
        }

        return false;
    }

    /// <summary>Preposition or conjunction over a word, by what it means.</summary>
    private static uint MarkOf(EventText text, int word)
    {
        for (int child = text.FirstChild(word); child >= 0; child = text.NextChild(child))
        {
            if (text.Rel[child] is Relation.Mark or Relation.Case) return text.Concept[child];
        }

        return 0;
    }
}
