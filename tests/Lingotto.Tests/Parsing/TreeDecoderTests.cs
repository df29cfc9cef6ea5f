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
    public void Decode_OneWord_IsTheRoot() => Decode([0, TreeDecoder.Impossible], 1).Should().Equal(0);

    [Fact]
    public void Decode_CycleOfBestHeads_IsOpenedWhereItCostsLeast()
    {
        // Words 2 and 3 prefer each other; 3 loses less by hanging on 1.
        int[] scores =
        [
            9, TreeDecoder.Impossible, 0, 0,
            0, 1, TreeDecoder.Impossible, 5,
            0, 4, 5, TreeDecoder.Impossible,
        ];
        Decode(scores, 3).Should().Equal(0, 3, 1);
    }

    [Fact]
    public void Decode_EqualScores_TakesTheFirstHead() => Decode([7, TreeDecoder.Impossible, 1, 1, 0, 2, TreeDecoder.Impossible, 2, 0, 3, 3, TreeDecoder.Impossible], 3).Should().Equal(0, 1, 1);

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

    /// <summary>Decodes rows of <paramref name="count"/> + 1 scores.</summary>
    private static int[] Decode(int[] scores, int count)
    {
        int stride = ParserWorkspace.HeadStride(count);
        var heads = new int[count];
        int[] padded = [.. Enumerable.Repeat(TreeDecoder.Impossible, count * stride)];
        for (int i = 0; i < count; i++) scores.AsSpan(i * (count + 1), count + 1).CopyTo(padded.AsSpan(i * stride));
        TreeDecoder.Decode(padded, stride, count, heads, new int[count]);
        return heads;
    }

    private static Arbitrary<(int[] Scores, int Count)> Matrices() => Gen.Choose(1, 20)
        .SelectMany(count => Gen.Choose(-20, 20).ArrayOf(count * (count + 1)).Select(scores => (Scores: Without(scores, count), Count: count)))
        .ToArbitrary();

    private static int[] Without(int[] scores, int count)
    {
        for (int i = 0; i < count; i++) scores[(i * (count + 1)) + i + 1] = TreeDecoder.Impossible;
        return scores;
    }
}
