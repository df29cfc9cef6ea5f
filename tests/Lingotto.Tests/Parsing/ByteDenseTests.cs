using System.Runtime.Intrinsics;
using Lingotto.Inference;

namespace Lingotto.Tests.Parsing;

public sealed unsafe class ByteDenseTests
{
    [Theory]
    [InlineData(1, 4, 16)]
    [InlineData(7, 96, 48)]
    [InlineData(9, 192, 64)]
    public void Multiply_AnyBytes_EqualsThePlainSum(int rows, int inputs, int outputs)
    {
        var random = new Random(5);
        int padded = rows + ByteDense.SpareRows;
        var activations = new byte[padded * inputs];
        random.NextBytes(activations);
        sbyte[] weights = [.. Enumerable.Range(0, inputs * outputs).Select(_ => (sbyte)random.Next(-128, 128))];
        int[] initial = [.. Enumerable.Range(0, outputs).Select(_ => random.Next(-1000, 1000))], sums = new int[padded * outputs];
        var packed = new sbyte[weights.Length];
        fixed (byte* a = activations)
        fixed (sbyte* w = weights, p = packed)
        fixed (int* i = initial, s = sums)
        {
            ByteDense.Pack(w, inputs, inputs, outputs, p);
            ByteDense.Multiply(a, rows, inputs, p, inputs, outputs, i, s, outputs);
        }

        sums.Take(rows * outputs).Should().Equal(Plain(activations, weights, initial, rows, inputs, outputs));
    }

    [Fact]
    public void Dot_ExtremeBytes_IsTheSameWithoutTheInstruction()
    {
        Vector256<byte> x = Vector256.Create((byte)255);
        foreach (sbyte weight in (sbyte[])[-128, -1, 0, 127])
        {
            Vector256<sbyte> w = Vector256.Create(weight);
            ByteDense.DotPlain(Vector256.Create(7), x, w).Should().Be(Vector256.Create(7 + (4 * 255 * weight)));
            ByteDense.Dot(Vector256.Create(7), x, w).Should().Be(ByteDense.DotPlain(Vector256.Create(7), x, w));
        }
    }

    private static int[] Plain(byte[] activations, sbyte[] weights, int[] initial, int rows, int inputs, int outputs)
    {
        var sums = new int[rows * outputs];
        for (int i = 0; i < rows; i++)
        {
            for (int o = 0; o < outputs; o++)
            {
                sums[(i * outputs) + o] = initial[o];
                for (int k = 0; k < inputs; k++) sums[(i * outputs) + o] += activations[(i * inputs) + k] * weights[(o * inputs) + k];
            }
        }

        return sums;
    }
}
