using Lingotto.Training;

namespace Lingotto.Cli.Evaluation;

/// <summary>
/// Confidence intervals by the percentile bootstrap (Efron 1979): the units of a test set, such as articles or sentences, are drawn with replacement. The draws are the
/// same every time.
/// </summary>
internal sealed class Bootstrap(int samples)
{
    private const double Tail = 0.025;   // on each side, for 95%

    /// <summary>A figure over all units with its interval, in percent.</summary>
    public AccuracyRow Row(string suite, string measure, string unit, IReadOnlyList<Measure> units, Func<Measure, double> figure)
    {
        Measure all = Sum(units);
        double[] drawn = [.. Enumerable.Range(0, samples).AsParallel().AsOrdered().Select(i => figure(Draw(units, i)))];
        Array.Sort(drawn);
        return new AccuracyRow(suite, measure, unit, 100 * figure(all), 100 * drawn[(int)(Tail * (samples - 1))], 100 * drawn[(int)((1 - Tail) * (samples - 1))], all.Gold);
    }

    private static Measure Sum(IReadOnlyList<Measure> units)
    {
        Measure all = default;
        foreach (Measure unit in units) all += unit;
        return all;
    }

    private static Measure Draw(IReadOnlyList<Measure> units, int seed)
    {
        var random = new Random(seed);
        Measure sum = default;
        for (int i = 0; i < units.Count; i++) sum += units[random.Next(units.Count)];
        return sum;
    }
}
