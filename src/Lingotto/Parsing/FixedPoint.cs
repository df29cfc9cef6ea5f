using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Lingotto.Inference;

namespace Lingotto.Parsing;

/// <summary>
/// Sixteen-bit arithmetic of the parser's network: <see cref="ClippedCubic"/> and products of fractions. Integers only, so that every machine gives the same bits.
/// </summary>
/// <remarks>Arguments of the functions count in 1/8192, candidates and cells in 1/16384, gates in 1/32768.</remarks>
internal static unsafe class FixedPoint
{
    /// <summary>What an argument of 1 is stored as.</summary>
    public const float ArgumentUnit = 8192f;

    /// <summary>Numbers of a vector.</summary>
    public const int Lanes = 16;

    private const short Limit = 16383;
    private const short Half = 16384;
    private const short ThreeQuarters = 24575;

    /// <summary>Sums times a scale plus a bias, cut to whole numbers and to sixteen bits. The product must fit 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Scaled(int* sums, float* scale, float* bias) => Vector256.NarrowWithSaturation(Scaled8(sums, scale, bias), Scaled8(sums + 8, scale + 8, bias + 8));

    /// <summary>Eight sums times a scale plus a bias, cut to whole numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Scaled8(int* sums, float* scale, float* bias) =>
        Vector256.ConvertToInt32Native((Vector256.ConvertToSingle(Vector256.Load(sums)) * Vector256.Load(scale)) + Vector256.Load(bias));

    /// <summary><see cref="ClippedCubic.Value"/> of arguments.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Cubic(Vector256<short> argument)
    {
        Vector256<short> t = Vector256.Max(Vector256.Min(argument, Vector256.Create(Limit)), Vector256.Create((short)-Limit));
        return Product(t + t, Vector256.Create(ThreeQuarters) - Product(t, t));
    }

    /// <summary><see cref="ClippedCubic.Gate"/> of arguments that are two thirds of its own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Gate(Vector256<short> argument) => Cubic(argument) + Vector256.Create(Half);

    /// <summary>Rounded products over 32768.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Product(Vector256<short> a, Vector256<short> b) => Avx2.IsSupported ? Avx2.MultiplyHighRoundScale(a, b) : ProductPlain(a, b);

    /// <summary>The same for machines without the instruction.</summary>
    public static Vector256<short> ProductPlain(Vector256<short> a, Vector256<short> b)
    {
        Vector256<int> half = Vector256.Create((int)Half), low = Vector256.WidenLower(a) * Vector256.WidenLower(b), high = Vector256.WidenUpper(a) * Vector256.WidenUpper(b);
        return Vector256.Narrow(Vector256.ShiftRightArithmetic(low + half, 15), Vector256.ShiftRightArithmetic(high + half, 15));
    }

    /// <summary>Clips to 0 and <paramref name="greatest"/>, at most 255, and stores bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreClipped(Vector256<short> values, short greatest, byte* to) => Store(Vector256.Max(Vector256.Min(values, Vector256.Create(greatest)), Vector256<short>.Zero), to);

    /// <summary>Stores numbers of 0 to 255 as bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<short> values, byte* to) => Vector128.Narrow(values.GetLower().AsUInt16(), values.GetUpper().AsUInt16()).Store(to);

    /// <summary>The greatest of a row whose length is a multiple of 8.</summary>
    public static int Greatest(int* row, int length)
    {
        Vector256<int> greatest = Vector256.Load(row);
        for (int k = 8; k < length; k += 8) greatest = Vector256.Max(greatest, Vector256.Load(row + k));
        return Greatest(greatest);
    }

    /// <summary>The greatest of eight numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Greatest(Vector256<int> greatest)
    {
        Vector128<int> four = Vector128.Max(greatest.GetLower(), greatest.GetUpper());
        Vector128<int> two = Vector128.Max(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return Math.Max(two.ToScalar(), two.GetElement(1));
    }
}
