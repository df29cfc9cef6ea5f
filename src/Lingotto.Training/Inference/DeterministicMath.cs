namespace Lingotto.Training;

/// <summary>Functions by arithmetic alone, so that a trainer's result is the same on every machine.</summary>
internal static class DeterministicMath
{
    /// <summary>e to the power of <paramref name="x"/>, to about ten digits for x from -40 to 40.</summary>
    public static double Exp(double x)
    {
        if (x > 0) return 1 / Exp(-x);
        if (x < -40) return 0;
        double small = x / 1024, power = 1 + (small * (1 + (small / 2 * (1 + (small / 3 * (1 + (small / 4)))))));
        for (int i = 0; i < 10; i++) power *= power;
        return power;
    }

    /// <summary>The logistic function.</summary>
    public static double Sigmoid(double x) => 1 / (1 + Exp(-x));
}
