using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Lingotto.Inference;

/// <summary>
/// Products of unsigned bytes (activations) and signed bytes (weights), summed exactly in 32-bit integers: every instruction set gives the same numbers.
/// </summary>
/// <remarks>
/// Weights are packed in tiles of sixteen outputs: for each four inputs, sixteen times four bytes. Inputs must be a multiple of 4, outputs of 16.
/// An activation is stored with an offset, <c>stored = value + offset</c>; the caller's initial sums take the offset back.
/// </remarks>
internal static unsafe class ByteDense
{
    /// <summary>Outputs of a tile.</summary>
    public const int TileWidth = 16;

    /// <summary>Rows that may be touched after the last.</summary>
    public const int SpareRows = 3;

    /// <summary>Packs weights given as a row for each output.</summary>
    public static void Pack(sbyte* rows, int rowStride, int inputs, int outputs, sbyte* packed)
    {
        for (int o = 0; o < outputs; o++)
        {
            sbyte* tile = packed + ((long)(o / TileWidth) * inputs * TileWidth) + (o % TileWidth * 4);
            for (int k = 0; k < inputs; k++) tile[(k / 4 * 4 * TileWidth) + (k % 4)] = rows[((long)o * rowStride) + k];
        }
    }

    /// <summary>Writes <c>sums[i, o] = initial[o] + Σ activations[i, k] weights[o, k]</c>. Rows are taken by sixes and fours, so that up to <see cref="SpareRows"/> rows after the last are read and written too.</summary>
    public static void Multiply(byte* activations, int rows, int activationStride, sbyte* packed, int inputs, int outputs, int* initial, int* sums, int sumStride)
    {
        for (int o = 0; o < outputs; o += TileWidth)
        {
            sbyte* tile = packed + ((long)o * inputs);
            int i = 0;
            for (; i + 4 < rows; i += 6) Tile6(activations + ((long)i * activationStride), activationStride, tile, inputs, initial + o, sums + ((long)i * sumStride) + o, sumStride);
            if (i < rows) Tile4(activations + ((long)i * activationStride), activationStride, tile, inputs, initial + o, sums + ((long)i * sumStride) + o, sumStride);
        }
    }

    private static void Tile6(byte* a, int stride, sbyte* tile, int inputs, int* initial, int* sums, int sumStride)
    {
        byte* a1 = a + stride, a2 = a1 + stride, a3 = a2 + stride, a4 = a3 + stride, a5 = a4 + stride;
        Vector256<int> s00 = Vector256.Load(initial), s01 = Vector256.Load(initial + 8);
        Vector256<int> s10 = s00, s11 = s01, s20 = s00, s21 = s01, s30 = s00, s31 = s01, s40 = s00, s41 = s01, s50 = s00, s51 = s01;
        for (int k = 0; k < inputs; k += 4, tile += 4 * TileWidth)
        {
            Vector256<sbyte> w0 = Vector256.Load(tile), w1 = Vector256.Load(tile + 32);
            Vector256<byte> x = Vector256.Create(*(uint*)(a + k)).AsByte();
            s00 = Dot(s00, x, w0);
            s01 = Dot(s01, x, w1);
            x = Vector256.Create(*(uint*)(a1 + k)).AsByte();
            s10 = Dot(s10, x, w0);
            s11 = Dot(s11, x, w1);
            x = Vector256.Create(*(uint*)(a2 + k)).AsByte();
            s20 = Dot(s20, x, w0);
            s21 = Dot(s21, x, w1);
            x = Vector256.Create(*(uint*)(a3 + k)).AsByte();
            s30 = Dot(s30, x, w0);
            s31 = Dot(s31, x, w1);
            x = Vector256.Create(*(uint*)(a4 + k)).AsByte();
            s40 = Dot(s40, x, w0);
            s41 = Dot(s41, x, w1);
            x = Vector256.Create(*(uint*)(a5 + k)).AsByte();
            s50 = Dot(s50, x, w0);
            s51 = Dot(s51, x, w1);
        }

        Store2(sums, s00, s01);
        Store2(sums + sumStride, s10, s11);
        Store2(sums + (2 * sumStride), s20, s21);
        Store2(sums + (3 * sumStride), s30, s31);
        Store2(sums + (4 * sumStride), s40, s41);
        Store2(sums + (5 * sumStride), s50, s51);
    }

    private static void Tile4(byte* a, int stride, sbyte* tile, int inputs, int* initial, int* sums, int sumStride)
    {
        byte* a1 = a + stride, a2 = a1 + stride, a3 = a2 + stride;
        Vector256<int> s00 = Vector256.Load(initial), s01 = Vector256.Load(initial + 8);
        Vector256<int> s10 = s00, s11 = s01, s20 = s00, s21 = s01, s30 = s00, s31 = s01;
        for (int k = 0; k < inputs; k += 4, tile += 4 * TileWidth)
        {
            Vector256<sbyte> w0 = Vector256.Load(tile), w1 = Vector256.Load(tile + 32);
            Vector256<byte> x = Vector256.Create(*(uint*)(a + k)).AsByte();
            s00 = Dot(s00, x, w0);
            s01 = Dot(s01, x, w1);
            x = Vector256.Create(*(uint*)(a1 + k)).AsByte();
            s10 = Dot(s10, x, w0);
            s11 = Dot(s11, x, w1);
            x = Vector256.Create(*(uint*)(a2 + k)).AsByte();
            s20 = Dot(s20, x, w0);
            s21 = Dot(s21, x, w1);
            x = Vector256.Create(*(uint*)(a3 + k)).AsByte();
            s30 = Dot(s30, x, w0);
            s31 = Dot(s31, x, w1);
        }

        Store2(sums, s00, s01);
        Store2(sums + sumStride, s10, s11);
        Store2(sums + (2 * sumStride), s20, s21);
        Store2(sums + (3 * sumStride), s30, s31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store2(int* to, Vector256<int> low, Vector256<int> high)
    {
        low.Store(to);
        high.Store(to + 8);
    }

    /// <summary>Adds to each 32-bit lane the products of its four bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> Dot(Vector256<int> sum, Vector256<byte> x, Vector256<sbyte> w) =>
        AvxVnni.IsSupported ? AvxVnni.MultiplyWideningAndAdd(sum, x, w) : DotPlain(sum, x, w);

    /// <summary>The same by products of 16-bit numbers, for machines without the instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> DotPlain(Vector256<int> sum, Vector256<byte> x, Vector256<sbyte> w)
    {
        Vector256<short> even = x.AsInt16() & Vector256.Create((short)0xFF), odd = Vector256.ShiftRightLogical(x.AsInt16(), 8);
        Vector256<short> evenWeight = Vector256.ShiftRightArithmetic(Vector256.ShiftLeft(w.AsInt16(), 8), 8), oddWeight = Vector256.ShiftRightArithmetic(w.AsInt16(), 8);
        if (Avx2.IsSupported) return sum + Avx2.MultiplyAddAdjacent(even, evenWeight) + Avx2.MultiplyAddAdjacent(odd, oddWeight);
        return sum + Adjacent(even, evenWeight) + Adjacent(odd, oddWeight);
    }

    private static Vector256<int> Adjacent(Vector256<short> x, Vector256<short> w)
    {
        Vector256<int> low = Vector256.ShiftRightArithmetic(Vector256.ShiftLeft(x.AsInt32(), 16), 16) * Vector256.ShiftRightArithmetic(Vector256.ShiftLeft(w.AsInt32(), 16), 16);
        return low + (Vector256.ShiftRightArithmetic(x.AsInt32(), 16) * Vector256.ShiftRightArithmetic(w.AsInt32(), 16));
    }
}
