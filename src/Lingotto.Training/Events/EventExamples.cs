using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Training;

/// <summary>The labelled examples of one article for every scorer.</summary>
internal sealed class EventExamples
{
    private readonly FeatureSink _sink = new();

    public List<LogisticExample> Triggers { get; } = [];

    /// <summary>The same candidates by the few features of the prior.</summary>
    public List<LogisticExample> Priors { get; } = [];
    public List<LogisticExample> Arguments { get; } = [];

    /// <summary>Features with the event whose modality and polarity they are to tell.</summary>
    public List<MoodExample> Moods { get; } = [];

    /// <summary>Gold triggers that no frame proposes.</summary>
    public List<AutomotiveEvent> Missed { get; } = [];

    private float Weight { get; init; } = 1;

    /// <summary>Of a practice sentence for moods the moods alone.</summary>
    public static EventExamples MoodsOf(EventArticle article, TriggerLexicon lexicon, float weight)
    {
        EventExamples examples = Of(article, lexicon, weight);
        examples.Triggers.Clear();
        examples.Priors.Clear();
        examples.Arguments.Clear();
        return examples;
    }

    /// <summary>Takes the moods away: those of practice articles are read apart, with a weight of their own.</summary>
    public EventExamples WithoutMoods()
    {
        Moods.Clear();
        return this;
    }

    /// <summary>The examples of an article, each with a weight.</summary>
    public static EventExamples Of(EventArticle article, TriggerLexicon lexicon, float weight = 1)
    {
        var examples = new EventExamples { Weight = weight };
        examples.Read(new EventScene(new EventText(article.Context, article.Input), lexicon), GoldEvent.Of(article.Gold));
        return examples;
    }

    private void Read(EventScene scene, IReadOnlyList<GoldEvent> gold)
    {
        Dictionary<int, List<GoldEvent>> positive = Align(scene, gold, out HashSet<int> ignored);
        for (int i = 0; i < scene.Candidates.Count; i++)
        {
            if (ignored.Contains(i) && !positive.ContainsKey(i)) continue;
            _sink.Clear();
            TriggerFeatures.Write(scene, i, _sink);
            Triggers.Add(new LogisticExample(_sink.Items.ToArray(), positive.ContainsKey(i), Weight));
            _sink.Clear();
            TriggerFeatures.WritePrior(scene, scene.Candidates[i], _sink);
            Priors.Add(new LogisticExample(_sink.Items.ToArray(), positive.ContainsKey(i), Weight));
        }

        List<LabelledUnit> units = Units(scene, positive);
        scene.Choose(units.Select(u => u.Unit));
        foreach (LabelledUnit unit in units) ReadUnit(scene, unit);
    }

    // Each gold event goes to the best candidate of its type on its trigger; the others on it are neither right nor wrong.
    private Dictionary<int, List<GoldEvent>> Align(EventScene scene, IReadOnlyList<GoldEvent> gold, out HashSet<int> ignored)
    {
        var positive = new Dictionary<int, List<GoldEvent>>();
        ignored = [];
        foreach (GoldEvent goldEvent in gold)
        {
            AutomotiveEvent e = goldEvent.Event;
            int best = -1, bestRank = -1;
            for (int i = 0; i < scene.Candidates.Count; i++)
            {
                TriggerCandidate c = scene.Candidates[i];
                if (scene.FrameOf(c).Type != e.Type || scene.Text.Start(c.Word) >= e.Trigger.End || scene.Text.End(c.LastWord) <= e.Trigger.Start) continue;
                ignored.Add(i);
                int rank = (c.LastWord - c.Word > 0 ? 8 : 0) + (TriggerFinder.Agrees(scene.Text, c) ? 4 : 0) + (int)c.Trigger.Strength;
                if (rank > bestRank) (best, bestRank) = (i, rank);
            }

            if (best < 0) Missed.Add(e);
            else if (positive.TryGetValue(best, out List<GoldEvent>? list)) list.Add(goldEvent);
            else positive.Add(best, [goldEvent]);
        }

        return positive;
    }

    private static List<LabelledUnit> Units(EventScene scene, Dictionary<int, List<GoldEvent>> positive)
    {
        var units = new List<LabelledUnit>();
        foreach ((int index, List<GoldEvent> events) in positive.OrderBy(p => p.Key))
        {
            TriggerCandidate candidate = scene.Candidates[index];
            (int first, int end) = scene.Text.Lines.RowsUnder(scene.Text.Lines.OfWord[candidate.Word]);
            if (end == first)
            {
                units.Add(new LabelledUnit(new EventUnit(candidate, -1), events));
                continue;
            }

            for (int row = first; row < end; row++)
            {
                if (scene.Text.Lines.Shape[row] != LineShape.Row) continue;
                (int start, int stop) = (scene.Text.Start(scene.Text.Lines.FirstWord(row)), scene.Text.End(scene.Text.Lines.EndWord(row) - 1));
                List<GoldEvent> here = events.FindAll(e => e.Arguments.Any(a => GoldEvent.IsNear(a.Spans, start, stop) || a.Spans.Any(s => s.Start >= start && s.End <= stop)));
                if (here.Count > 0) units.Add(new LabelledUnit(new EventUnit(candidate, row), here));
            }
        }

        return units;
    }

    private void ReadUnit(EventScene scene, LabelledUnit labelled)
    {
        EventUnit unit = labelled.Unit;
        Filler[] fillers = scene.Text.Fillers.Fillers;
        var candidates = new List<ArgumentCandidate>();
        ArgumentFinder.Find(scene, unit, candidates);
        EventFrame frame = scene.FrameOf(unit.Trigger);
        var times = new List<int>();
        foreach (FrameRole role in frame.Roles)
        {
            TextSpan[][] wanted = [.. labelled.Gold.SelectMany(g => g.Arguments).Where(a => a.Role == role.Name).Select(a => a.Spans)];
            HashSet<int> right = Right(fillers, candidates, wanted, unit.Word, out HashSet<int> open);
            for (int i = 0; i < candidates.Count; i++)
            {
                bool understood = candidates[i].Scope >= ArgumentScope.Before;
                if (!role.Admits(fillers[candidates[i].Filler]) || (understood && (role.Slots & Slot.Understood) == 0)) continue;
                if (right.Contains(i) && role.Name is "time" or "deadline") times.Add(candidates[i].Filler);
                if (open.Contains(i) && !right.Contains(i)) continue;
                _sink.Clear();
                ArgumentFeatures.Write(scene, unit, candidates, i, role, _sink);
                Arguments.Add(new LogisticExample(_sink.Items.ToArray(), right.Contains(i), Weight));
            }
        }

        _sink.Clear();
        MoodFeatures.Write(scene, unit, times.ToArray(), _sink);
        Moods.Add(new MoodExample(_sink.Items.ToArray(), labelled.Gold[0].Event, Weight));
    }

    // For each wanted filler the candidate nearest to the trigger is right; its other mentions are left open.
    private static HashSet<int> Right(Filler[] fillers, List<ArgumentCandidate> candidates, TextSpan[][] wanted, int word, out HashSet<int> open)
    {
        var right = new HashSet<int>();
        open = [];
        foreach (TextSpan[] spans in wanted)
        {
            int best = -1, bestDistance = int.MaxValue;
            for (int i = 0; i < candidates.Count; i++)
            {
                ref readonly Filler filler = ref fillers[candidates[i].Filler];
                if (!GoldEvent.IsNear(spans, filler.Start, filler.End)) continue;
                open.Add(i);
                int distance = Math.Abs(filler.Head - word) + (100 * (int)candidates[i].Scope);
                if (distance < bestDistance) (best, bestDistance) = (i, distance);
            }

            if (best >= 0) right.Add(best);
        }

        return right;
    }
}
