using Lingotto.Automotive;
using Lingotto.Training;

namespace Lingotto.Cli.Evaluation;

/// <summary>Measures everything that a data folder allows, with confidence intervals.</summary>
internal sealed class AccuracySuite(string data, int samples)
{
    private const double Quantile = 1.96;   // of the normal distribution, for 95%

    /// <summary>The figures of all gold folders but <c>train</c>, which the models learned from, and of all treebanks' test files.</summary>
    public IEnumerable<AccuracyRow> Rows()
    {
        foreach (string folder in Directory.EnumerateDirectories(data, "*", SearchOption.AllDirectories).Append(data).Order(StringComparer.Ordinal))
        {
            bool isGold = Path.GetFileName(folder) != "train" && Directory.EnumerateFiles(folder, "*.gold").Any();
            if (isGold)
            {
                foreach (AccuracyRow row in Gold(folder)) yield return row;
            }

            foreach (string file in Directory.EnumerateFiles(folder, "*test.conllu*").Order(StringComparer.Ordinal))
            {
                if (TreebankTable.LanguageOf(Path.GetFileName(file)) is not { } language) continue;
                foreach (AccuracyRow row in Treebank(file, language)) yield return row;
            }
        }
    }

    private IEnumerable<AccuracyRow> Gold(string folder)
    {
        AutomotivePipeline pipeline = AutomotivePipeline.CreateDefault();
        ExtractionScore[] scores = [.. GoldArticle.ReadFolder(folder).AsParallel().AsOrdered().Select(g => ExtractionScorer.Score(g, pipeline.Analyze(g.ToArticle())))];
        string suite = $"gold/{Path.GetFileName(folder)}";
        foreach (string name in scores[0].Names)
        {
            Measure[] measures = [.. scores.Select(s => s[name])];
            Measure all = measures.Aggregate(default(Measure), (a, b) => a + b);
            if (all.Gold == 0) continue;
            (double low, double high) = Bootstrap(measures);
            yield return new AccuracyRow(suite, name.Trim(), 100 * all.F1, low, high, all.Gold);
        }
    }

    /// <summary>The interval of F1 over articles drawn with replacement (Efron 1979); the same draws every time.</summary>
    private (double Low, double High) Bootstrap(Measure[] measures)
    {
        var random = new Random(1);
        var drawn = new double[samples];
        for (int i = 0; i < samples; i++)
        {
            Measure sum = default;
            for (int j = 0; j < measures.Length; j++) sum += measures[random.Next(measures.Length)];
            drawn[i] = 100 * sum.F1;
        }

        Array.Sort(drawn);
        return (drawn[(int)(0.025 * (samples - 1))], drawn[(int)(0.975 * (samples - 1))]);
    }

    /// <summary>Of treebanks the interval is that of a share of independent words, which is narrow rather than wide.</summary>
    private static IEnumerable<AccuracyRow> Treebank(string file, Language language)
    {
        foreach ((string name, Measure m) in TreebankTable.Score(file, language).Rows)
        {
            double error = 100 * Quantile * Math.Sqrt(m.F1 * (1 - m.F1) / Math.Max(1, m.Gold));
            yield return new AccuracyRow(Path.GetFileName(file).Split("-ud-")[0] + " test", name, 100 * m.F1, Math.Max(0, (100 * m.F1) - error), Math.Min(100, (100 * m.F1) + error), m.Gold);
        }
    }
}
