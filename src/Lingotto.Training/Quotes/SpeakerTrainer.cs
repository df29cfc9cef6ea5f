using System.Globalization;
using Lingotto.Automotive;
using Lingotto.Automotive.Quotes;
using Lingotto.Domain;

namespace Lingotto.Training;

/// <summary>Trains the choice of a quotation's speaker on annotated articles. Deterministic.</summary>
public static class SpeakerTrainer
{
    private const double PracticeWeight = 0.3;
    private const int Folds = 8;
    private const double Ridge = 0.6;

    // The rules were written on the training articles, so that their worth cannot be learned there.
    private const double RuleWeight = 2;

    /// <summary>The table of weights that <c>lingotto train speakers</c> writes to <c>Quotes/data/speaker-weights.tsv</c>.</summary>
    /// <param name="goldFolder">The annotated articles.</param>
    /// <param name="pipeline">Analyses them.</param>
    /// <param name="report">Receives the cross-validated measures.</param>
    public static byte[] Train(string goldFolder, AutomotivePipeline pipeline, ITrainingReport report)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(report);
        List<SpeakerArticle> articles = [.. GoldArticle.ReadFolder(goldFolder).Select(g => SpeakerArticle.Read(g, pipeline)).OfType<SpeakerArticle>()];
        List<ChoiceExample> practice = [.. SpeakerPractice.Create(pipeline.Linguistics).SelectMany(a => a.Examples()).Select(e => e with { Weight = PracticeWeight })];
        report.Line($"{articles.Sum(a => a.Examples().Count)} quotations, {practice.Count} of practice");
        CrossValidate(articles, practice, report);
        SortedDictionary<string, double> weights = new ConditionalTrainer(Ridge).Train([.. articles.SelectMany(a => a.Examples()), .. practice]);
        return WeightTable.Write("What the observations of who said the words of a quotation weigh; written by: lingotto train speakers", weights.Prepend(new("rule", RuleWeight)));
    }

    private static void CrossValidate(List<SpeakerArticle> articles, List<ChoiceExample> practice, ITrainingReport report)
    {
        var models = new SortedDictionary<string, double>[Folds];
        for (int fold = 0; fold < Folds; fold++) models[fold] = new ConditionalTrainer(Ridge).Train([.. articles.Where((_, i) => i % Folds != fold).SelectMany(a => a.Examples()), .. practice]);
        foreach (double rule in (double[])[0, RuleWeight])
        {
            Measure measure = default;
            for (int i = 0; i < articles.Count; i++) measure += articles[i].Score(new SpeakerRanker(Weights(models[i % Folds], rule)));
            report.Line(string.Create(CultureInfo.InvariantCulture, $"cross-validated, rules worth {rule}: F1 {100 * measure.F1:0.0} of {measure.Gold} quotes"));
        }
    }

    private static LogLinearTable Weights(SortedDictionary<string, double> learned, double rule) => learned.Append(new("rule", rule)).ToTable();
}
