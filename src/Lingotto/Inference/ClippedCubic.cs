namespace Lingotto.Inference;

/// <summary>
/// A smooth stand-in for the hyperbolic tangent that needs four exact operations: <c>0.75 t - t³/16</c> with <c>t</c> the argument clipped to ±2.
/// It reaches ±1 with slope 0 at ±2. Only additions and multiplications, so that every machine gives the same bits.
/// </summary>
internal static class ClippedCubic
{
    /// <summary>Where the function saturates.</summary>
    public const float Limit = 2f;

    /// <summary>Factor of the argument of <see cref="Gate"/>.</summary>
    public const float GateScale = 2f / 3f;

    /// <summary>The function, from -1 to 1.</summary>
    public static float Value(float x)
    {
        float t = Math.Clamp(x, -Limit, Limit);
        return t * (0.75f - (t * t * 0.0625f));
    }

    /// <summary>The gate, from 0 to 1: half of one plus the function of two thirds of the argument. Saturates at ±3.</summary>
    public static float Gate(float x) => 0.5f + (0.5f * Value(x * GateScale));
}
