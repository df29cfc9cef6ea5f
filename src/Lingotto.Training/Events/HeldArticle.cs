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

    public ArticleAnalysis Predict(EventThresholds thresholds)
    {
        _scene.Units.Clear();
        return _article.Input with { Events = Extractor.Extract(_scene, new EventScorer(_model.With(thresholds)), _probability).ToValueList() };
    }
}
