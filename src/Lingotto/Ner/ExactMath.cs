namespace Lingotto.Ner;

/// <summary>Elementary functions in plain arithmetic, so that training and confidences are the same on every machine.</summary>
internal static class ExactMath
{
    private const int Terms = 11;
    private const double InverseLog2 = 1.4426950408889634, Log2High = 0.693147180369123816490, Log2Low = 1.90821492927058770002e-10;

    /// <summary>e to the power of x, to about 1e-12; 0 below -700.</summary>
    public static double Exp(double x)
    {
        if (x < -700) return 0;
        if (x > 700) x = 700;
        double k = Math.Floor((x * InverseLog2) + 0.5);
        double r = (x - (k * Log2High)) - (k * Log2Low);
        double p = 1;
        for (int i = Terms; i >= 1; i--) p = 1 + (p * r / i);
        return p * BitConverter.Int64BitsToDouble(((long)k + 1023) << 52);
    }

    /// <summary>e to the power of x, to about 1e-6; for x from -80 to 80.</summary>
    public static float Exp(float x)
    {
        float k = MathF.Floor((x * 1.44269504f) + 0.5f);
        float r = (x - (k * 0.693359375f)) + (k * 2.12194440e-4f);
        float p = 1f + (r * (1f + (r * (0.5f + (r * ((1f / 6) + (r * ((1f / 24) + (r * ((1f / 120) + (r * (1f / 720))))))))))));
        return p * BitConverter.Int32BitsToSingle(((int)k + 127) << 23);
    }

    /// <summary>The natural logarithm of a positive number, by Newton's method on <see cref="Exp(double)"/>.</summary>
    public static double Log(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        double y = (((bits >> 52) & 0x7FF) - 1023) * (Log2High + Log2Low);
        for (int i = 0; i < 6; i++) y += (2 * (x - Exp(y))) / (x + Exp(y));
        return y;
    }
}
