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

    public HeldArticle(EventArticle article, TriggerLexicon lexicon, EventModel model)
    {
        _article = article;
        _model = model;
        _scene = new EventScene(new EventText(article.Context, article.Input), lexicon);
        var scorer = new EventScorer(model);
        _probability = [.. _scene.Candidates.Select((_, i) => scorer.Trigger(_scene, i))];
    }

    /// <summary>The second pass, which did not see the article either.</summary>
    public LinearScorer? SecondPass { get; set; }

    public ArticleAnalysis Predict(EventThresholds thresholds) =>
        _article.Input with { Events = Extractor.Extract(_scene, new EventScorer(_model.With(thresholds).With(SecondPass)), _probability).ToValueList() };

    /// <summary>The first pass's proposals as examples for the second: right where a gold event of the type has its trigger there, each gold event once.</summary>
    public List<LogisticExample> Proposals()
    {
        List<EventProposal> proposals = new EventChooser(new EventScorer(_model)).Propose(_scene, _probability);
        HashSet<int> right = Right(proposals, GoldEvent.Of(_article.Gold));
        var sink = new FeatureSink();
        var examples = new List<LogisticExample>(proposals.Count);
        for (int i = 0; i < proposals.Count; i++)
        {
            sink.Clear();
            ProposalFeatures.Write(_scene, proposals, i, sink);
            examples.Add(new LogisticExample(sink.Items.ToArray(), right.Contains(i), 1));
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
