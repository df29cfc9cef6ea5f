namespace Lingotto.Training;

/// <summary>A choice among candidates: the features of each, which are right, and what the choice counts.</summary>
internal readonly record struct ChoiceExample(IReadOnlyList<IReadOnlyList<string>> Candidates, bool[] Right, double Weight = 1);

/// <summary>
/// L2-regularised conditional log-linear model of choices, by gradient ascent with momentum over all examples: one thread, fixed order, arithmetic alone,
/// so that the same examples give the same weights on any machine.
/// </summary>
internal sealed class ConditionalTrainer(double ridge, int rounds = 400, double rate = 0.05)
{
    public SortedDictionary<string, double> Train(IReadOnlyList<ChoiceExample> examples)
    {
        var names = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (string name in examples.SelectMany(e => e.Candidates).SelectMany(c => c)) names.TryAdd(name, 0);
        foreach ((string name, int index) in names.Keys.ToArray().Select((n, i) => (n, i))) names[name] = index;
        int[][][] numbered = [.. examples.Select(e => e.Candidates.Select(c => c.Select(f => names[f]).ToArray()).ToArray())];
        var weights = new double[names.Count];
        var speed = new double[names.Count];
        var gradient = new double[names.Count];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < weights.Length; i++) gradient[i] = -ridge * weights[i];
            for (int e = 0; e < numbered.Length; e++) AddGradient(numbered[e], examples[e], weights, gradient);
            for (int i = 0; i < weights.Length; i++) weights[i] += speed[i] = (0.9 * speed[i]) + (rate * gradient[i] / Math.Max(1, examples.Count) * 4);
        }

        var result = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach ((string name, int index) in names) result[name] = Math.Round(weights[index], 3);
        return result;
    }

    private static void AddGradient(int[][] candidates, in ChoiceExample example, double[] weights, double[] gradient)
    {
        var scores = new double[candidates.Length];
        double highest = double.NegativeInfinity, all = 0, good = 0;
        for (int c = 0; c < scores.Length; c++)
        {
            foreach (int feature in candidates[c]) scores[c] += weights[feature];
            highest = Math.Max(highest, scores[c]);
        }

        for (int c = 0; c < scores.Length; c++)
        {
            scores[c] = DeterministicMath.Exp(scores[c] - highest);
            all += scores[c];
            if (example.Right[c]) good += scores[c];
        }

        if (good <= 0) return;
        for (int c = 0; c < scores.Length; c++)
        {
            double change = example.Weight * ((example.Right[c] ? scores[c] / good : 0) - (scores[c] / all));
            foreach (int feature in candidates[c]) gradient[feature] += change;
        }
    }
}
