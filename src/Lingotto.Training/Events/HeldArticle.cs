using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Training;

/// <summary>An article with a model that did not see it: what does not depend on the thresholds is computed once.</summary>
internal sealed class HeldArticle
{
    private static readonly EventExtractor Extractor = new(new EventOptions(), null);

    private readonly EventArticle _article;
    private readonly EventModel _model;
    private readonly EventScene _scene;
    private readonly double[] _probability;
    private List<EventProposal>? _proposals;
    private EventThresholds _proposedAt = new();

    public HeldArticle(EventArticle article, TriggerLexicon lexicon, EventModel model)
    {
        _article = article;
        _model = model;
        _scene = new EventScene(new EventText(article.Context, article.Input), lexicon);
        var scorer = new EventScorer(model);
        _probability = [.. _scene.Candidates.Select((_, i) => scorer.Trigger(_scene, i))];
    }

    /// <summary>The second pass, which did not see the article either.</summary>
    public SecondPass? Second { get; set; }

    /// <summary>The events at the given thresholds; the proposals are kept as long as the thresholds of arguments stay.</summary>
    public ArticleAnalysis Predict(EventThresholds thresholds)
    {
        var scorer = new EventScorer(_model.With(thresholds).With(Second));
        if (_proposals is null || _proposedAt.Argument != thresholds.Argument || _proposedAt.Understood != thresholds.Understood)
        {
            _proposals = new EventChooser(scorer).Propose(_scene, _probability);
            _proposedAt = thresholds;
        }

        return _article.Input with { Events = Extractor.Extract(_scene, scorer, _proposals).ToValueList() };
    }

    /// <summary>The first pass's proposals as examples for the second: right where a gold event of the type has its trigger there, each gold event once.</summary>
    public SecondPassExamples Proposals()
    {
        List<EventProposal> proposals = new EventChooser(new EventScorer(_model)).Propose(_scene, _probability);
        HashSet<int> right = Right(proposals, GoldEvent.Of(_article.Gold));
        var (sink, vector, examples) = (new FeatureSink(), new VectorSink(), new SecondPassExamples());
        for (int i = 0; i < proposals.Count; i++)
        {
            sink.Clear();
            ProposalFeatures.Write(_scene, proposals, i, sink);
            examples.Events.Add(new LogisticExample(sink.Items.ToArray(), right.Contains(i), 1));
            vector.Clear();
            ProposalVector.Write(_scene, proposals, i, vector);
            examples.Vectors.Add(new VectorExample(vector.Items.ToArray(), right.Contains(i)));
        }

        return examples;
    }

    private HashSet<int> Right(List<EventProposal> proposals, IReadOnlyList<GoldEvent> gold)
    {
        var right = new HashSet<int>();
        foreach (GoldEvent wanted in gold)
        {
            int best = -1, bestShared = -1;
            for (int i = 0; i < proposals.Count; i++)
            {
                EventUnit unit = proposals[i].Unit;
                if (right.Contains(i) || _scene.FrameOf(unit.Trigger).Type != wanted.Event.Type) continue;
                if (_scene.Text.Start(unit.Word) >= wanted.Event.Trigger.End || _scene.Text.End(unit.Trigger.LastWord) <= wanted.Event.Trigger.Start) continue;
                int shared = proposals[i].Arguments.Count(a => wanted.Arguments.Any(w => w.Role == a.Role.Name && GoldEvent.IsNear(w.Spans, _scene.Text.Fillers.Fillers[a.Candidate.Filler].Start, _scene.Text.Fillers.Fillers[a.Candidate.Filler].End)));
                if (shared > bestShared) (best, bestShared) = (i, shared);
            }

            if (best >= 0) right.Add(best);
        }

        return right;
    }
}
