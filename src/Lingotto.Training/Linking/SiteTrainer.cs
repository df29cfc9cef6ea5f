using System.Globalization;
using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Training;

/// <summary>Trains whether a town's name means the town or the works there, on annotated articles. Deterministic.</summary>
public static class SiteTrainer
{
    private const int Folds = 8;
    private const double Ridge = 1;

    // The recogniser has seen the training articles, so that the worth of its opinion cannot be learned there.
    private const double RecogniserWeight = 0.5;

    private static readonly SiteDecider Decider = new(KnowledgeBase.Default);

    /// <summary>The table of weights that <c>lingotto train sites</c> writes to <c>Linking/data/site_weights.tsv</c>.</summary>
    /// <param name="goldFolder">The annotated articles.</param>
    /// <param name="pipeline">Analyses them.</param>
    /// <param name="report">Receives the cross-validated measures.</param>
    public static byte[] Train(string goldFolder, AutomotivePipeline pipeline, ITrainingReport report)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(report);
        List<List<ChoiceExample>> articles = [.. GoldArticle.ReadFolder(goldFolder).Select(g => Examples(g, pipeline))];
        CrossValidate(articles, report);
        SortedDictionary<string, double> weights = new ConditionalTrainer(Ridge).Train([.. articles.SelectMany(a => a)]);
        return WeightTable.Write("What the words around a town's name weigh for the works there; written by: lingotto train sites", weights.Prepend(new("recogniser", RecogniserWeight)));
    }

    /// <summary>A choice for every name that is a town's: the works against the town.</summary>
    private static List<ChoiceExample> Examples(GoldArticle gold, AutomotivePipeline pipeline)
    {
        var context = new ArticleContext(pipeline.Linguistics.Process(gold.Text, gold.Language), new PageStructure([], null), gold.Published);
        List<NameMention> names = [.. gold.Mentions.Where(m => !m.Nominal).Select(m => new NameMention(m.Span, m.Kind, 1)).OrderBy(n => n.Span)];
        var examples = new List<ChoiceExample>();
        SiteArticle article = Decider.Read(context, names);
        for (int i = 0; i < names.Count; i++)
        {
            if (!Decider.IsOpen(context, names[i])) continue;
            bool site = names[i].Kind == EntityKind.Plant;
            examples.Add(new ChoiceExample([[], Decider.Features(article, i)], [!site, site]));
        }

        return examples;
    }

    private static void CrossValidate(List<List<ChoiceExample>> articles, ITrainingReport report)
    {
        Measure measure = default;
        int all = 0, right = 0;
        for (int fold = 0; fold < Folds; fold++)
        {
            LogLinearTable table = new ConditionalTrainer(Ridge).Train([.. articles.Where((_, i) => i % Folds != fold).SelectMany(a => a)]).ToTable();
            foreach (ChoiceExample example in articles.Where((_, i) => i % Folds == fold).SelectMany(a => a))
            {
                bool site = table.Score([.. example.Candidates[1]]) > 0;
                measure += new Measure(site && example.Right[1] ? 1 : 0, example.Right[1] ? 1 : 0, site ? 1 : 0);
                all++;
                right += site == example.Right[1] ? 1 : 0;
            }
        }

        report.Line(string.Create(CultureInfo.InvariantCulture, $"cross-validated, by the words alone: {right} of {all} names right, F1 of works {100 * measure.F1:0.0} of {measure.Gold}"));
    }
}
