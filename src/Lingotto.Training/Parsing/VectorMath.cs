using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lingotto.Inference;

namespace Lingotto.Training.Parsing;

/// <summary>Elementwise functions over sixteen lanes, made of exact operations only.</summary>
internal static unsafe class VectorMath
{
    /// <summary><see cref="ClippedCubic.Value"/> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Cubic(Vector512<float> x)
    {
        Vector512<float> t = Clip(x);
        return t * (Vector512.Create(0.75f) - (t * t * 0.0625f));
    }

    /// <summary>The slope of <see cref="ClippedCubic.Value"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> CubicSlope(Vector512<float> x)
    {
        Vector512<float> t = Clip(x);
        return Vector512.Create(0.75f) - (t * t * 0.1875f);
    }

    /// <summary><see cref="ClippedCubic.Gate"/> of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Gate(Vector512<float> x) => Vector512.Create(0.5f) + (Cubic(x * ClippedCubic.GateScale) * 0.5f);

    /// <summary>The slope of <see cref="ClippedCubic.Gate"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> GateSlope(Vector512<float> x) => CubicSlope(x * ClippedCubic.GateScale) * (0.5f * ClippedCubic.GateScale);

    /// <summary>Replaces scores by their softmax times <paramref name="scale"/> and returns the normaliser's logarithm plus the greatest score. The count is a multiple of 16.</summary>
    public static float Softmax(float* row, int count, float scale)
    {
        float greatest = float.NegativeInfinity;
        for (int i = 0; i < count; i++) greatest = Math.Max(greatest, row[i]);
        for (int i = 0; i < count; i += 16) Exp(Vector512.Load(row + i) - Vector512.Create(greatest)).Store(row + i);
        float sum = 0;
        for (int i = 0; i < count; i++) sum += row[i];
        Vector512<float> factor = Vector512.Create(scale / sum);
        for (int i = 0; i < count; i += 16) (Vector512.Load(row + i) * factor).Store(row + i);
        return greatest + MathF.Log(sum);
    }

    /// <summary>Adds <paramref name="from"/> to <paramref name="to"/>; the count is a multiple of 16.</summary>
    public static void AddTo(float* to, float* from, int count)
    {
        for (int i = 0; i < count; i += 16) (Vector512.Load(to + i) + Vector512.Load(from + i)).Store(to + i);
    }

    /// <summary>Multiplies by a mask.</summary>
    public static void Multiply(float* to, float* mask, int count)
    {
        for (int i = 0; i < count; i += 16) (Vector512.Load(to + i) * Vector512.Load(mask + i)).Store(to + i);
    }

    /// <summary>Copies a row into each of the rows.</summary>
    public static void Fill(float* rows, int count, float* row, int width)
    {
        for (int i = 0; i < count; i++) Buffer.MemoryCopy(row, rows + ((long)i * width), width * sizeof(float), width * sizeof(float));
    }

    /// <summary>Adds every row to one.</summary>
    public static void AddRows(float* to, float* rows, int count, int width)
    {
        for (int i = 0; i < count; i++) AddTo(to, rows + ((long)i * width), width);
    }

    /// <summary>e to the power of each lane, to about two units in the last place, at most 88.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        x = Vector512.Max(Vector512.Min(x, Vector512.Create(88f)), Vector512.Create(-87f));
        Vector512<float> n = Vector512.Floor((x * 1.44269504f) + Vector512.Create(0.5f));
        Vector512<float> r = x - (n * 0.693359375f) - (n * -2.12194440e-4f);
        Vector512<float> y = Vector512.Create(1.9875691500e-4f);
        y = (y * r) + Vector512.Create(1.3981999507e-3f);
        y = (y * r) + Vector512.Create(8.3334519073e-3f);
        y = (y * r) + Vector512.Create(4.1665795894e-2f);
        y = (y * r) + Vector512.Create(1.6666665459e-1f);
        y = (y * r) + Vector512.Create(5.0000001201e-1f);
        y = (y * r * r) + r + Vector512.Create(1f);
        Vector512<int> power = Vector512.ShiftLeft(Vector512.ConvertToInt32(n) + Vector512.Create(127), 23);
        return y * power.AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Clip(Vector512<float> x) =>
        Vector512.Max(Vector512.Min(x, Vector512.Create(ClippedCubic.Limit)), Vector512.Create(-ClippedCubic.Limit));
}
