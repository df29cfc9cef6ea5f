using System.Runtime.InteropServices;

namespace Lingotto.Automotive;

/// <summary>What speaks for a trigger candidate: its frame and lemma, what fills its slots, its place in the tree, and the words around.</summary>
internal static class TriggerFeatures
{
    private const int Window = 8;
    private const int MaximumDistance = 40;
    private const int MaximumLookBack = 512;

    public static void Write(EventScene scene, int candidateIndex, FeatureSink sink)
    {
        TriggerCandidate candidate = scene.Candidates[candidateIndex];
        EventText text = scene.Text;
        EventFrame frame = scene.FrameOf(candidate);
        uint type = frame.Symbol, lemma = EventScene.LemmaOf(candidate, text), strength = (uint)candidate.Trigger.Strength, kind = (uint)candidate.Trigger.Class;
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
        WritePlace(scene, candidate, type, strength, sink);
        WriteRoles(scene, candidate, frame, strength, sink);
        WriteTree(text, word, type, lemma, sink);
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
    }

    // For each role the best that there is for it: in a slot of the frame, nearby, or nothing.
    private static void WriteRoles(EventScene scene, in TriggerCandidate candidate, EventFrame frame, uint strength, FeatureSink sink)
    {
        EventText text = scene.Text;
        (int first, int end) = scene.FillersNear(candidate.Word, MaximumDistance);
        Span<byte> level = stackalloc byte[frame.Roles.Length];
        int nearestLeft = -1, nearestRight = -1;
        for (int i = first; i < end; i++)
        {
            ref readonly Filler filler = ref text.Fillers.Fillers[i];
            int distance = Math.Abs(filler.Head - candidate.Word);
            if (distance > MaximumDistance) continue;
            if (filler.Head < candidate.Word) nearestLeft = i;
            else if (nearestRight < 0) nearestRight = i;
            SlotPath path = SlotFinder.Find(text, candidate.Word, filler.Head);
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
        }

        for (int child = text.FirstChild(word); child >= 0; child = text.NextChild(child))
        {
            if (text.Rel[child] == Relation.Punctuation) continue;
            int filler = text.Fillers.OfWord[child];
            uint what = filler >= 0 ? Hash.Mix(text.Fillers.Fillers[filler].KindSymbol, text.Fillers.Fillers[filler].Kind == FillerKind.Quantity ? text.Fillers.Fillers[filler].SubSymbol : 0) : text.Lemma[child];
            sink.Add(135, type, (uint)text.Rel[child], what);
            sink.Add(136, type, what);
        }
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

            if (near && text.Upos(word) is Upos.Noun or Upos.Verb or Upos.Adj or Upos.Propn or Upos.None && text.Fillers.OfWord[word] < 0) sink.Add(144, type, text.Lemma[word]);
        }

        sink.Add(145, (uint)Math.Min(3, topic), (uint)candidate.Trigger.Strength);
        sink.Add(146, (uint)Math.Min(2, close), (uint)candidate.Trigger.Strength);
        sink.Add(147, type, (uint)Math.Min(3, topic));
        sink.Add(148, type, (uint)Math.Min(2, close));
    }

    // Other candidates: other types at the same word, and the same type before, in the sentence and in the article.
    private static void WriteRivals(EventScene scene, int index, uint type, uint strength, FeatureSink sink)
    {
        TriggerCandidate candidate = scene.Candidates[index];
        EventText text = scene.Text;
        int sentence = text.SentenceOf[candidate.Word], earlier = 0, beforeHere = 0, afterHere = 0;
        bool sameLemma = false;
        ReadOnlySpan<TriggerCandidate> candidates = CollectionsMarshal.AsSpan(scene.Candidates);
        for (int i = Math.Max(0, index - MaximumLookBack); i < candidates.Length; i++)
        {
            ref readonly TriggerCandidate other = ref candidates[i];
            if (i == index || (other.Frame != candidate.Frame && other.Word < candidate.Word)) continue;
            if (other.Word == candidate.Word)
            {
                sink.Add(150, type, scene.FrameOf(other).Symbol, (uint)other.Trigger.Strength);
                sink.Add(151, strength, (uint)other.Trigger.Strength);
                continue;
            }

            if (text.SentenceOf[other.Word] > sentence) break;
            if (other.Frame != candidate.Frame) continue;
            int there = text.SentenceOf[other.Word];
            if (there < sentence && other.Trigger.Strength == TriggerStrength.Strong)
            {
                earlier++;
                sameLemma |= ReferenceEquals(other.Trigger, candidate.Trigger);
            }
            else if (there == sentence && other.Trigger.Strength >= candidate.Trigger.Strength)
            {
                if (other.Word < candidate.Word) beforeHere++;
                else afterHere++;
            }
        }

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
