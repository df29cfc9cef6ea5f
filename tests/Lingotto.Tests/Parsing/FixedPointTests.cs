using System.Runtime.Intrinsics;
using Lingotto.Inference;
using Lingotto.Parsing;

namespace Lingotto.Tests.Parsing;

public sealed unsafe class FixedPointTests
{
    [Fact]
    public void CubicAndGate_AnyArgument_AreTheFunctionsOfTheTrainer()
    {
        for (int argument = short.MinValue; argument <= short.MaxValue; argument++)
        {
            float x = argument / FixedPoint.ArgumentUnit;
            int cubic = FixedPoint.Cubic(Vector256.Create((short)argument)).GetElement(0), gate = FixedPoint.Gate(Vector256.Create((short)argument)).GetElement(0);
            (cubic / 16384f).Should().BeApproximately(ClippedCubic.Value(x), 3e-4f);
            (gate / 32768f).Should().BeApproximately(ClippedCubic.Gate(x / ClippedCubic.GateScale), 3e-4f);
            cubic.Should().BeInRange(-16383, 16383);
        }
    }

    [Fact]
    public void Product_AnyFactors_IsTheSameWithoutTheInstruction()
    {
        var random = new Random(3);
        for (int i = 0; i < 10_000; i++)
        {
            Vector256<short> a = Vector256.Create((short)random.Next(short.MinValue + 1, short.MaxValue + 1)), b = Vector256.Create((short)random.Next(short.MinValue + 1, short.MaxValue + 1));
            FixedPoint.Product(a, b).Should().Be(FixedPoint.ProductPlain(a, b));
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(24)]
    public void Greatest_AnyRow_IsTheGreatest(int length)
    {
        var random = new Random(length);
        for (int i = 0; i < 100; i++)
        {
            int[] row = [.. Enumerable.Range(0, length).Select(_ => random.Next(int.MinValue, int.MaxValue))];
            fixed (int* first = row) FixedPoint.Greatest(first, length).Should().Be(row.Max());
        }
    }
}
