using System.Globalization;
using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Training;

/// <summary>Trains what definite descriptions stand for, on annotated articles. Deterministic.</summary>
public static class NominalTrainer
{
    private const int Folds = 8;
    private const double Ridge = 1;

    /// <summary>The table of weights that <c>lingotto train nominals</c> writes to <c>Coreference/data/nominal-weights.tsv</c>.</summary>
    /// <param name="goldFolder">The annotated articles.</param>
    /// <param name="pipeline">Analyses them.</param>
    /// <param name="report">Receives the cross-validated measures.</param>
    public static byte[] Train(string goldFolder, AutomotivePipeline pipeline, ITrainingReport report)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(report);
        List<NominalArticle> articles = [.. GoldArticle.ReadFolder(goldFolder).Select(g => NominalArticle.Read(g, pipeline)).OfType<NominalArticle>()];
        report.Line($"{articles.Sum(a => a.Examples().Count)} descriptions");
        CrossValidate(articles, report);
        SortedDictionary<string, double> weights = new ConditionalTrainer(Ridge).Train([.. articles.SelectMany(a => a.Examples())]);
        return WeightTable.Write("What the observations of what a description stands for weigh; written by: lingotto train nominals", weights);
    }

    private static void CrossValidate(List<NominalArticle> articles, ITrainingReport report)
    {
        Measure measure = default;
        for (int fold = 0; fold < Folds; fold++)
        {
            LogLinearTable table = new ConditionalTrainer(Ridge).Train([.. articles.Where((_, i) => i % Folds != fold).SelectMany(a => a.Examples())]).ToTable();
            for (int i = fold; i < articles.Count; i += Folds) measure += articles[i].Score(table);
        }

        report.Line(string.Create(CultureInfo.InvariantCulture, $"cross-validated: F1 {100 * measure.F1:0.0} of {measure.Gold} nominal mentions"));
    }
}
