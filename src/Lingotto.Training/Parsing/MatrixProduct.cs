using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lingotto.Training.Parsing;

/// <summary>
/// Matrix products of the trainer. Every element of the result is summed in the order of the inner dimension by fused multiply-adds, which are exact
/// in hardware and software alike: the same bits on every machine.
/// </summary>
internal static unsafe class MatrixProduct
{
    private const int Lanes = 16;

    /// <summary>Adds to <c>c[i, j]</c> the sum over <c>p</c> of <c>a[i, p] b[p, j]</c>; the columns must be a multiple of 16.</summary>
    /// <param name="rows">Rows of a and c.</param>
    /// <param name="inner">Columns of a and rows of b.</param>
    /// <param name="columns">Columns of b and c.</param>
    /// <param name="a">Element (i, p) lies at <c>i * aRow + p * aColumn</c>, so that a may be read transposed.</param>
    /// <param name="aRow">Step between rows of a.</param>
    /// <param name="aColumn">Step between columns of a.</param>
    /// <param name="b">The right factor.</param>
    /// <param name="bRow">Step between rows of b.</param>
    /// <param name="c">The result, added to.</param>
    /// <param name="cRow">Step between rows of c.</param>
    public static void Add(int rows, int inner, int columns, float* a, int aRow, int aColumn, float* b, int bRow, float* c, int cRow)
    {
        int j = 0;
        for (; j + (4 * Lanes) <= columns; j += 4 * Lanes)
        {
            int i = 0;
            for (; i + 4 <= rows; i += 4) Block4x4(inner, a + ((long)i * aRow), aRow, aColumn, b + j, bRow, c + ((long)i * cRow) + j, cRow);
            for (; i < rows; i++) Block1x4(inner, a + ((long)i * aRow), aColumn, b + j, bRow, c + ((long)i * cRow) + j);
        }

        for (; j < columns; j += Lanes)
        {
            int i = 0;
            for (; i + 4 <= rows; i += 4) Block4x1(inner, a + ((long)i * aRow), aRow, aColumn, b + j, bRow, c + ((long)i * cRow) + j, cRow);
            for (; i < rows; i++) Block1x1(inner, a + ((long)i * aRow), aColumn, b + j, bRow, c + ((long)i * cRow) + j);
        }
    }

    /// <summary>Writes the transpose of a matrix, in blocks that fit the first cache.</summary>
    public static void Transpose(int rows, int columns, float* from, int fromRow, float* to, int toRow)
    {
        for (int j = 0; j < columns; j += Lanes)
        {
            int end = Math.Min(j + Lanes, columns);
            for (int i = 0; i < rows; i += Lanes)
            {
                int last = Math.Min(i + Lanes, rows);
                for (int column = j; column < end; column++)
                {
                    float* source = from + ((long)i * fromRow) + column, target = to + ((long)column * toRow);
                    for (int row = i; row < last; row++, source += fromRow) target[row] = *source;
                }
            }
        }
    }

    private static void Block4x4(int inner, float* a, int aRow, int aColumn, float* b, int bRow, float* c, int cRow)
    {
        float* c1 = c + cRow, c2 = c1 + cRow, c3 = c2 + cRow;
        Vector512<float> s00 = Vector512.Load(c), s01 = Vector512.Load(c + 16), s02 = Vector512.Load(c + 32), s03 = Vector512.Load(c + 48);
        Vector512<float> s10 = Vector512.Load(c1), s11 = Vector512.Load(c1 + 16), s12 = Vector512.Load(c1 + 32), s13 = Vector512.Load(c1 + 48);
        Vector512<float> s20 = Vector512.Load(c2), s21 = Vector512.Load(c2 + 16), s22 = Vector512.Load(c2 + 32), s23 = Vector512.Load(c2 + 48);
        Vector512<float> s30 = Vector512.Load(c3), s31 = Vector512.Load(c3 + 16), s32 = Vector512.Load(c3 + 32), s33 = Vector512.Load(c3 + 48);
        float* a1 = a + aRow, a2 = a1 + aRow, a3 = a2 + aRow;
        for (int p = 0; p < inner; p++)
        {
            Vector512<float> b0 = Vector512.Load(b), b1 = Vector512.Load(b + 16), b2 = Vector512.Load(b + 32), b3 = Vector512.Load(b + 48);
            Vector512<float> x = Vector512.Create(*a);
            s00 = Vector512.FusedMultiplyAdd(x, b0, s00);
            s01 = Vector512.FusedMultiplyAdd(x, b1, s01);
            s02 = Vector512.FusedMultiplyAdd(x, b2, s02);
            s03 = Vector512.FusedMultiplyAdd(x, b3, s03);
            x = Vector512.Create(*a1);
            s10 = Vector512.FusedMultiplyAdd(x, b0, s10);
            s11 = Vector512.FusedMultiplyAdd(x, b1, s11);
            s12 = Vector512.FusedMultiplyAdd(x, b2, s12);
            s13 = Vector512.FusedMultiplyAdd(x, b3, s13);
            x = Vector512.Create(*a2);
            s20 = Vector512.FusedMultiplyAdd(x, b0, s20);
            s21 = Vector512.FusedMultiplyAdd(x, b1, s21);
            s22 = Vector512.FusedMultiplyAdd(x, b2, s22);
            s23 = Vector512.FusedMultiplyAdd(x, b3, s23);
            x = Vector512.Create(*a3);
            s30 = Vector512.FusedMultiplyAdd(x, b0, s30);
            s31 = Vector512.FusedMultiplyAdd(x, b1, s31);
            s32 = Vector512.FusedMultiplyAdd(x, b2, s32);
            s33 = Vector512.FusedMultiplyAdd(x, b3, s33);
            a += aColumn;
            a1 += aColumn;
            a2 += aColumn;
            a3 += aColumn;
            b += bRow;
        }

        Store4(c, s00, s01, s02, s03);
        Store4(c1, s10, s11, s12, s13);
        Store4(c2, s20, s21, s22, s23);
        Store4(c3, s30, s31, s32, s33);
    }

    private static void Block1x4(int inner, float* a, int aColumn, float* b, int bRow, float* c)
    {
        Vector512<float> s0 = Vector512.Load(c), s1 = Vector512.Load(c + 16), s2 = Vector512.Load(c + 32), s3 = Vector512.Load(c + 48);
        for (int p = 0; p < inner; p++)
        {
            Vector512<float> x = Vector512.Create(*a);
            s0 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b), s0);
            s1 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b + 16), s1);
            s2 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b + 32), s2);
            s3 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b + 48), s3);
            a += aColumn;
            b += bRow;
        }

        Store4(c, s0, s1, s2, s3);
    }

    private static void Block4x1(int inner, float* a, int aRow, int aColumn, float* b, int bRow, float* c, int cRow)
    {
        float* a1 = a + aRow, a2 = a1 + aRow, a3 = a2 + aRow;
        Vector512<float> s0 = Vector512.Load(c), s1 = Vector512.Load(c + cRow), s2 = Vector512.Load(c + (2 * cRow)), s3 = Vector512.Load(c + (3 * cRow));
        for (int p = 0; p < inner; p++)
        {
            Vector512<float> y = Vector512.Load(b);
            s0 = Vector512.FusedMultiplyAdd(Vector512.Create(*a), y, s0);
            s1 = Vector512.FusedMultiplyAdd(Vector512.Create(*a1), y, s1);
            s2 = Vector512.FusedMultiplyAdd(Vector512.Create(*a2), y, s2);
            s3 = Vector512.FusedMultiplyAdd(Vector512.Create(*a3), y, s3);
            a += aColumn;
            a1 += aColumn;
            a2 += aColumn;
            a3 += aColumn;
            b += bRow;
        }

        s0.Store(c);
        s1.Store(c + cRow);
        s2.Store(c + (2 * cRow));
        s3.Store(c + (3 * cRow));
    }

    private static void Block1x1(int inner, float* a, int aColumn, float* b, int bRow, float* c)
    {
        Vector512<float> s = Vector512.Load(c);
        for (int p = 0; p < inner; p++)
        {
            s = Vector512.FusedMultiplyAdd(Vector512.Create(*a), Vector512.Load(b), s);
            a += aColumn;
            b += bRow;
        }

        s.Store(c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store4(float* c, Vector512<float> s0, Vector512<float> s1, Vector512<float> s2, Vector512<float> s3)
    {
        s0.Store(c);
        s1.Store(c + 16);
        s2.Store(c + 32);
        s3.Store(c + 48);
    }
}
