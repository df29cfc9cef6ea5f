using FsCheck;
using FsCheck.Fluent;
using Lingotto.Parsing;

namespace Lingotto.Tests.Parsing;

public sealed class TreeDecoderTests
{
    [Fact]
    public void Decode_AnyScores_GivesATreeWithOneRoot() => Prop.ForAll(Matrices(), matrix =>
    {
        int[] heads = Decode(matrix.Scores, matrix.Count);
        return IsTree(heads);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Decode_OneWord_IsTheRoot() => Decode([0f, -1f], 1).Should().Equal(0);

    [Fact]
    public void Decode_CycleOfBestHeads_IsOpenedWhereItCostsLeast()
    {
        // Words 2 and 3 prefer each other; 3 loses less by hanging on 1.
        float[] scores =
        [
            9, -1e9f, 0, 0,
            0, 1, -1e9f, 5,
            0, 4, 5, -1e9f,
        ];
        Decode(scores, 3).Should().Equal(0, 3, 1);
    }

    [Fact]
    public void Decode_ScoresThatAreNotNumbers_StillGivesATree() => IsTree(Decode([.. Enumerable.Repeat(float.NaN, 5 * 6)], 5)).Should().BeTrue();

    internal static bool IsTree(ReadOnlySpan<int> heads)
    {
        int roots = 0;
        for (int i = 0; i < heads.Length; i++)
        {
            if (heads[i] == 0) roots++;
            if (heads[i] < 0 || heads[i] > heads.Length) return false;
            int at = i + 1;
            for (int steps = 0; at != 0; steps++)
            {
                if (steps > heads.Length) return false;
                at = heads[at - 1];
            }
        }

        return roots == 1;
    }

    private static int[] Decode(float[] scores, int count)
    {
        var heads = new int[count];
        TreeDecoder.Decode(scores, count + 1, count, heads, new int[count]);
        return heads;
    }

    private static Arbitrary<(float[] Scores, int Count)> Matrices() => Gen.Choose(1, 12)
        .SelectMany(count => Gen.Choose(-20, 20).ArrayOf(count * (count + 1)).Select(scores => (Scores: Without(scores, count), Count: count)))
        .ToArbitrary();

    private static float[] Without(int[] scores, int count)
    {
        float[] result = [.. scores.Select(s => (float)s)];
        for (int i = 0; i < count; i++) result[(i * (count + 1)) + i + 1] = -1e9f;
        return result;
    }
}
