using System.Runtime.InteropServices;

namespace Lingotto.Automotive;

/// <summary>What speaks for a trigger candidate: its frame and lemma, what fills its slots, its place in the tree, and the words around.</summary>
internal static class TriggerFeatures
{
    private const int Window = 8;
    private const int MaximumDistance = 40;
    private const int MaximumRivals = 128;

    /// <summary>The few features by which most candidates are put aside before the others are looked at.</summary>
    public static void WritePrior(EventScene scene, in TriggerCandidate candidate, FeatureSink sink)
    {
        EventText text = scene.Text;
        FrameTrigger trigger = candidate.Trigger;
        uint type = scene.FrameOf(candidate).Symbol, strength = (uint)trigger.Strength, kind = (uint)trigger.Class, agrees = TriggerFinder.Agrees(text, candidate) ? 1u : 0;
        uint topic = (uint)scene.TopicsBeside(candidate), line = text.Lines.OfWord[candidate.Word] == 0 ? 1u : 0;
        sink.Add(181, type);
        sink.Add(182, type, strength, agrees);
        sink.Add(183, type, trigger.Symbol);
        sink.Add(184, type, trigger.Concept);
        sink.Add(185, trigger.Symbol, agrees);
        sink.Add(186, strength, kind, topic);
        sink.Add(187, type, topic);
        sink.Add(188, strength, line, topic);
        sink.Add(189, (uint)System.Numerics.BitOperations.PopCount(scene.FramesAt[candidate.Word]), strength);
        sink.Add(190, type, (uint)Math.Min(2, scene.StrongOf[candidate.Frame]), strength);
    }

    public static void Write(EventScene scene, int candidateIndex, FeatureSink sink)
    {
        TriggerCandidate candidate = scene.Candidates[candidateIndex];
        EventText text = scene.Text;
        EventFrame frame = scene.FrameOf(candidate);
        uint type = frame.Symbol, lemma = EventScene.LemmaOf(candidate), strength = (uint)candidate.Trigger.Strength, kind = (uint)candidate.Trigger.Class;
        int word = candidate.Word;
        uint agrees = TriggerFinder.Agrees(text, candidate) ? 1u : 0;
        sink.Add(101, type);
        sink.Add(102, type, kind);
        sink.Add(103, type, strength);
        sink.Add(104, strength, kind, agrees);
        sink.Add(105, type, lemma);
        sink.Add(106, lemma, (uint)text.Upos(word));
        sink.Add(107, type, strength, agrees);
        if (candidate.ByForm) sink.Add(108, strength);
        sink.Add(109, type, candidate.Trigger.Concept);
        WritePlace(scene, candidate, type, strength, sink);
        WriteRoles(scene, candidate, frame, strength, sink);
        WriteTree(text, word, type, lemma, sink);
        WriteRelated(scene, candidate, type, strength, sink);
        WriteNeighbours(scene, candidate, type, lemma, sink);
        WriteRivals(scene, candidateIndex, type, strength, sink);
    }

    private static void WritePlace(EventScene scene, in TriggerCandidate candidate, uint type, uint strength, FeatureSink sink)
    {
        EventText text = scene.Text;
        int line = text.Lines.OfWord[candidate.Word];
        uint shape = (uint)text.Lines.Shape[line];
        (int first, int end) = text.Lines.RowsUnder(line);
        sink.Add(110, shape, strength);
        sink.Add(111, type, shape);
        if (end > first) sink.Add(112, type, strength);
        if (end > first) sink.Add(113, (uint)candidate.Trigger.Class, strength);
        sink.Add(114, (uint)Math.Min(3, candidate.LastWord - candidate.Word));
        uint sentence = (uint)text.SentenceOf[candidate.Word], position = line == 0 ? 0u : sentence <= 2 ? 1u : sentence <= 5 ? 2u : sentence <= 10 ? 3u : 4u;
        uint inTitle = line == 0 ? 2u : (scene.InTitle >> candidate.Frame & 1) != 0 ? 1u : 0, strong = (uint)Math.Min(4, scene.StrongOf[candidate.Frame]);
        sink.Add(115, position, strength);
        sink.Add(116, type, position);
        sink.Add(117, type, inTitle);
        sink.Add(118, strength, inTitle, position);
        sink.Add(119, strong, strength, inTitle);
        uint quoted = text.Quoted[candidate.Word] ? 1u : 0;
        sink.Add(160, quoted, strength);
        sink.Add(161, type, quoted);
    }

    // For each role the best that there is for it: in a slot of the frame, nearby, or nothing.
    private static void WriteRoles(EventScene scene, in TriggerCandidate candidate, EventFrame frame, uint strength, FeatureSink sink)
    {
        EventText text = scene.Text;
        ReadOnlySpan<SlotPath> paths = scene.PathsNear(candidate.Word, out int first);
        Span<byte> level = stackalloc byte[frame.Roles.Length];
        int nearestLeft = -1, nearestRight = -1;
        for (int i = first; i < first + paths.Length; i++)
        {
            ref readonly Filler filler = ref text.Fillers.Fillers[i];
            int distance = Math.Abs(filler.Head - candidate.Word);
            if (distance > MaximumDistance) continue;
            if (filler.Head < candidate.Word) nearestLeft = i;
            else if (nearestRight < 0) nearestRight = i;
            SlotPath path = paths[i - first];
            for (int r = 0; r < frame.Roles.Length; r++)
            {
                if (!frame.Roles[r].Admits(filler)) continue;
                bool licensed = path.Slot != Slot.Near && frame.Roles[r].Licenses(path.Slot, path.Preposition);
                byte here = licensed ? path.Steps == 0 ? (byte)4 : (byte)3 : distance <= Window ? (byte)2 : (byte)1;
                level[r] = Math.Max(level[r], here);
            }
        }

        uint filled = 0, near = 0;
        for (int r = 0; r < level.Length; r++)
        {
            uint symbol = frame.Roles[r].Symbol;
            sink.Add(120, frame.Symbol, symbol, level[r]);
            sink.Add(121, symbol, level[r]);
            bool general = r >= level.Length - 2;
            if (level[r] >= 3 && !general) filled++;
            if (level[r] >= 2 && !general) near++;
        }

        sink.Add(122, Math.Min(3, filled), strength);
        sink.Add(123, Math.Min(3, near), strength);
        sink.Add(124, frame.Symbol, Math.Min(3, filled));
        sink.Add(125, frame.Symbol, Math.Min(3, near));
        WriteNearest(text, frame.Symbol, nearestLeft, 126, sink);
        WriteNearest(text, frame.Symbol, nearestRight, 127, sink);
    }

    private static void WriteNearest(EventText text, uint type, int filler, uint template, FeatureSink sink)
    {
        if (filler < 0) sink.Add(template, type, 99);
        else sink.Add(template, type, text.Fillers.Fillers[filler].KindSymbol, text.Fillers.Fillers[filler].Kind == FillerKind.Quantity ? text.Fillers.Fillers[filler].SubSymbol : 0);
    }

    private static void WriteTree(EventText text, int word, uint type, uint lemma, FeatureSink sink)
    {
        if (!text.Document.HasTags) return;
        sink.Add(130, type, (uint)text.Upos(word), text.VerbForm(word));
        if (!text.Document.HasTrees) return;
        int head = text.Head(word);
        uint relation = (uint)text.Rel[word];
        sink.Add(131, type, relation);
        if (head >= 0)
        {
            sink.Add(132, type, relation, text.Lemma[head]);
            sink.Add(133, type, text.Lemma[head]);
            sink.Add(134, lemma, relation);
            sink.Add(137, type, relation, text.Concept[head]);
            sink.Add(138, type, text.Concept[head]);
        }

        for (int child = text.FirstChild(word); child >= 0; child = text.NextChild(child))
        {
            if (text.Rel[child] == Relation.Punctuation) continue;
            int filler = text.Fillers.OfWord[child];
            uint what = filler >= 0 ? Hash.Mix(text.Fillers.Fillers[filler].KindSymbol, text.Fillers.Fillers[filler].Kind == FillerKind.Quantity ? text.Fillers.Fillers[filler].SubSymbol : 0) : text.Lemma[child];
            sink.Add(135, type, (uint)text.Rel[child], what);
            sink.Add(136, type, what);
            if (filler < 0) sink.Add(139, type, (uint)text.Rel[child], text.Concept[child]);
        }
    }

    // What the word hangs on and what hangs on it may be candidates too: of the same type (signed an agreement) or of another.
    private static void WriteRelated(EventScene scene, in TriggerCandidate candidate, uint type, uint strength, FeatureSink sink)
    {
        EventText text = scene.Text;
        if (!text.Document.HasTrees) return;
        int word = candidate.Word, head = text.Head(word);
        ulong bit = 1UL << candidate.Frame;
        uint above = head >= 0 && (scene.FramesAt[head] & bit) != 0 ? (uint)text.Rel[word] + 1 : 0, below = 0, subject = 0, complement = 0;
        for (int child = text.FirstChild(word); child >= 0; child = text.NextChild(child))
        {
            Relation relation = text.Rel[child];
            if ((scene.FramesAt[child] & bit) != 0) below = (uint)relation + 1;
            if (relation is Relation.Subject or Relation.PassiveSubject) subject = KindAt(text, child);
            else if (relation is Relation.Object or Relation.Nominal or Relation.Oblique && (complement == 0 || relation == Relation.Object)) complement = KindAt(text, child);
        }

        uint kind = (uint)candidate.Trigger.Class, determiner = candidate.Trigger.Class == TriggerClass.Noun ? text.Determiner(word) : 5;
        sink.Add(165, kind, strength, above, below);
        sink.Add(166, type, above, below);
        sink.Add(167, type, subject, complement);
        sink.Add(168, type, kind, subject);
        sink.Add(169, type, kind, complement);
        sink.Add(170, strength, determiner, Math.Min(1, complement));
        sink.Add(171, type, determiner);
        if (head < 0) return;
        for (ulong others = scene.FramesAt[head] & ~bit; others != 0; others &= others - 1)
            sink.Add(172, type, (uint)System.Numerics.BitOperations.TrailingZeroCount(others), (uint)text.Rel[word]);
    }

    private static uint KindAt(EventText text, int word)
    {
        int filler = text.Fillers.OfWord[word];
        return filler < 0 ? 40 + (uint)text.Upos(word) : text.Fillers.Fillers[filler].Kind == FillerKind.Quantity ? text.Fillers.Fillers[filler].SubSymbol : text.Fillers.Fillers[filler].KindSymbol;
    }

    private static void WriteNeighbours(EventScene scene, in TriggerCandidate candidate, uint type, uint lemma, FeatureSink sink)
    {
        EventText text = scene.Text;
        int sentence = text.SentenceOf[candidate.Word], first = text.FirstWord(sentence), end = text.EndWord(sentence);
        uint previous = candidate.Word > first ? text.Lemma[candidate.Word - 1] : 1, next = candidate.LastWord + 1 < end ? text.Lemma[candidate.LastWord + 1] : 2;
        sink.Add(140, type, previous);
        sink.Add(141, type, next);
        sink.Add(142, lemma, previous);
        sink.Add(143, lemma, next);
        sink.Add(173, type, candidate.Word > first ? text.Concept[candidate.Word - 1] : 1);
        sink.Add(174, type, candidate.LastWord + 1 < end ? text.Concept[candidate.LastWord + 1] : 2);
        int topic = 0, close = 0;
        ulong bit = 1UL << candidate.Frame;
        for (int word = Math.Max(first, candidate.Word - MaximumDistance); word < Math.Min(end, candidate.LastWord + MaximumDistance); word++)
        {
            if (word >= candidate.Word && word <= candidate.LastWord) continue;
            bool near = Math.Abs(word - candidate.Word) <= Window;
            if ((scene.Context[word] & bit) != 0)
            {
                topic++;
                if (near) close++;
            }

            if (near && text.Upos(word) is Upos.Noun or Upos.Verb or Upos.Adj or Upos.Propn or Upos.None && text.Fillers.OfWord[word] < 0)
            {
                sink.Add(144, type, text.Lemma[word]);
                if (text.Concept[word] != text.Key[word]) sink.Add(149, type, text.Concept[word]);
            }
        }

        sink.Add(145, (uint)Math.Min(3, topic), (uint)candidate.Trigger.Strength);
        sink.Add(146, (uint)Math.Min(2, close), (uint)candidate.Trigger.Strength);
        sink.Add(147, type, (uint)Math.Min(3, topic));
        sink.Add(148, type, (uint)Math.Min(2, close));
    }

    // Other candidates: other types at the same word, and the same type before, in the sentence and in the article.
    private static void WriteRivals(EventScene scene, int index, uint type, uint strength, FeatureSink sink)
    {
        ReadOnlySpan<TriggerCandidate> candidates = CollectionsMarshal.AsSpan(scene.Candidates);
        ref readonly TriggerCandidate candidate = ref candidates[index];
        EventText text = scene.Text;
        int sentence = text.SentenceOf[candidate.Word], first = text.FirstWord(sentence), end = text.EndWord(sentence), beforeHere = 0, afterHere = 0;
        for (int i = Math.Max(0, index - MaximumRivals); i < Math.Min(candidates.Length, index + MaximumRivals); i++)
        {
            ref readonly TriggerCandidate other = ref candidates[i];
            if (i == index || other.Word < first) continue;
            if (other.Word >= end) break;
            if (other.Word == candidate.Word)
            {
                sink.Add(150, type, scene.FrameOf(other).Symbol, (uint)other.Trigger.Strength);
                sink.Add(151, strength, (uint)other.Trigger.Strength);
            }
            else if (other.Frame == candidate.Frame && other.Trigger.Strength >= candidate.Trigger.Strength)
            {
                if (other.Word < candidate.Word) beforeHere++;
                else afterHere++;
            }
        }

        (int earlier, bool sameLemma) = scene.EarlierOf(index);
        sink.Add(152, (uint)Math.Min(3, earlier), strength);
        sink.Add(153, type, (uint)Math.Min(2, earlier));
        sink.Add(154, (uint)Math.Min(2, beforeHere), strength);
        sink.Add(155, (uint)Math.Min(2, afterHere), strength);
        if (sameLemma) sink.Add(156, strength);
    }

    /// <summary>Mood, tense and form of the verb as one symbol.</summary>
    public static uint FormOf(string feats)
    {
        uint symbol = 7;
        foreach (Range range in feats.AsSpan().Split('|'))
        {
            ReadOnlySpan<char> feat = feats.AsSpan()[range];
            if (feat.StartsWith("Mood=", StringComparison.Ordinal) || feat.StartsWith("Tense=", StringComparison.Ordinal) || feat.StartsWith("VerbForm=", StringComparison.Ordinal)) symbol = Hash.Mix(symbol, Hash.Of(feat));
        }

        return symbol;
    }
}
