using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>Scores triggers, arguments and moods: by the learned model, or, without one, by what the frames say. Not safe for concurrent use: it holds buffers.</summary>
internal sealed class EventScorer(EventModel? model, double[]? proposed = null)
{
    private readonly FeatureSink _sink = new();
    private readonly VectorSink _vector = new();

    public EventThresholds Thresholds { get; } = model?.Thresholds ?? new EventThresholds();

    /// <summary>Whether an event without arguments counts: where others propose triggers, theirs is the word; what the model finds must say something about something.</summary>
    public bool KeepsBare => model is null || proposed is not null;

    public double Trigger(EventScene scene, int candidate)
    {
        if (proposed is not null) return proposed[candidate];
        if (model is null) return PlainTrigger(scene, scene.Candidates[candidate]);
        if (model.Prior is not null && Prior(scene, candidate) < Thresholds.Prior) return 0;
        _sink.Clear();
        TriggerFeatures.Write(scene, candidate, _sink);
        return LinearScorer.Probability(model.Trigger.Score(_sink.Items));
    }

    /// <summary>Log-odds of a trigger by a few features alone.</summary>
    public double Prior(EventScene scene, int candidate)
    {
        _sink.Clear();
        TriggerFeatures.WritePrior(scene, scene.Candidates[candidate], _sink);
        return model!.Prior!.Score(_sink.Items);
    }

    public double Argument(EventScene scene, in EventUnit unit, List<ArgumentCandidate> candidates, int index, FrameRole role)
    {
        if (model is null) return PlainArgument(scene, unit, candidates[index], role);
        _sink.Clear();
        ArgumentFeatures.Write(scene, unit, candidates, index, role, _sink);
        return LinearScorer.Probability(model.Argument.Score(_sink.Items));
    }

    public double Event(EventScene scene, List<EventProposal> proposals, int index)
    {
        if (model?.Second is not { } second || proposed is not null) return proposals[index].Unit.First;
        _sink.Clear();
        ProposalFeatures.Write(scene, proposals, index, _sink);
        _vector.Clear();
        ProposalVector.Write(scene, proposals, index, _vector);
        return LinearScorer.Probability((second.Event.Score(_sink.Items) + second.EventTrees.Score(_vector.Items)) / 2);
    }

    public (Modality Modality, Polarity Polarity) Mood(EventScene scene, in EventUnit unit, ReadOnlySpan<int> times)
    {
        if (model is null) return PlainMood(scene.Text, unit.Word);
        _sink.Clear();
        MoodFeatures.Write(scene, unit, times, _sink);
        int best = 0;
        float bestScore = float.MinValue;
        for (int i = 0; i < model.Modality.Length; i++)
        {
            float score = model.Modality[i].Score(_sink.Items);
            if (score > bestScore) (best, bestScore) = (i, score);
        }

        bool negative = LinearScorer.Probability(model.Polarity.Score(_sink.Items)) >= Thresholds.Negative;
        return ((Modality)best, negative ? Polarity.Negative : Polarity.Positive);
    }

    private static double PlainTrigger(EventScene scene, in TriggerCandidate candidate)
    {
        double score = candidate.Trigger.Strength switch { TriggerStrength.Strong => 0.6, TriggerStrength.Plain => 0.35, _ => 0.1 };
        ulong bit = 1UL << candidate.Frame;
        int sentence = scene.Text.SentenceOf[candidate.Word];
        for (int word = scene.Text.FirstWord(sentence); word < scene.Text.EndWord(sentence); word++)
        {
            if ((scene.Context[word] & bit) != 0 && word != candidate.Word) return score + 0.1;
        }

        return score;
    }

    private static double PlainArgument(EventScene scene, in EventUnit unit, in ArgumentCandidate candidate, FrameRole role)
    {
        if (candidate.Scope is ArgumentScope.Row or ArgumentScope.Caption) return candidate.Rank == 0 ? 0.7 : 0.2;
        if (candidate.Scope != ArgumentScope.Sentence) return 0.1;
        if (candidate.Path.Slot != Slot.Near && role.Licenses(candidate.Path.Slot, candidate.Path.Preposition)) return 0.8 - (0.1 * Math.Min(3, candidate.Path.Steps));
        int distance = Math.Abs(scene.Text.Fillers.Fillers[candidate.Filler].Head - unit.Word);
        return distance <= 8 ? 0.5 : 0.2;
    }

    private static (Modality, Polarity) PlainMood(EventText text, int word)
    {
        bool negative = false, future = text.Feats(word).Contains("Tense=Fut", StringComparison.Ordinal), possible = text.Feats(word).Contains("Mood=Cnd", StringComparison.Ordinal);
        for (int child = text.FirstChild(word); child >= 0; child = text.NextChild(child))
        {
            uint cue = text.Cue[child];
            negative |= cue == CueLexicon.Negation;
            future |= cue == Hash.Of("future-modal") || text.Feats(child).Contains("Tense=Fut", StringComparison.Ordinal);
            possible |= cue == Hash.Of("possible-modal") || text.Feats(child).Contains("Mood=Cnd", StringComparison.Ordinal);
        }

        return (possible ? Modality.Possible : future ? Modality.Planned : Modality.Asserted, negative ? Polarity.Negative : Polarity.Positive);
    }
}
