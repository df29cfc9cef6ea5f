using FsCheck;
using FsCheck.Fluent;
using Lingotto.Parsing;

namespace Lingotto.Tests.Parsing;

public sealed class ProjectiveDecoderTests
{
    private readonly ProjectiveDecoder _decoder = new();

    [Fact]
    public void Decode_AnyScores_GivesATreeWithoutCrossingArcs() => Prop.ForAll(Seeds(), seed =>
    {
        int[] scores = Scores(seed, 1 + (seed % 20), out int stride), heads = new int[1 + (seed % 20)];
        _decoder.Decode(scores, stride, heads.Length, heads);
        return TreeDecoderTests.IsTree(heads) && ProjectiveDecoder.IsProjective(heads);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Decode_UpToFiveWords_GivesTheBestOfAllTrees() => Prop.ForAll(Seeds(), seed =>
    {
        int[] scores = Scores(seed, 1 + (seed % 5), out int stride), heads = new int[1 + (seed % 5)];
        _decoder.Decode(scores, stride, heads.Length, heads);
        return Total(scores, stride, heads) == AllHeads(heads.Length).Where(h => TreeDecoderTests.IsTree(h) && ProjectiveDecoder.IsProjective(h)).Max(h => Total(scores, stride, h));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(true, 0, 1, 1)]
    [InlineData(false, 3, 4, 0, 3)]
    public void IsProjective_Trees_SaysWhetherArcsCross(bool expected, params int[] heads) => ProjectiveDecoder.IsProjective(heads).Should().Be(expected);

    private static Arbitrary<int> Seeds() => Gen.Choose(0, 1_000_000).ToArbitrary();

    private static int[] Scores(int seed, int count, out int stride)
    {
        var random = new Random(seed);
        stride = ParserWorkspace.HeadStride(count);
        int[] scores = [.. Enumerable.Range(0, count * stride).Select(_ => random.Next(-1000, 1000))];
        for (int i = 0; i < count; i++) scores[(i * stride) + i + 1] = TreeDecoder.Impossible;
        return scores;
    }

    private static int Total(int[] scores, int stride, int[] heads) => heads.Select((head, i) => scores[(i * stride) + head]).Sum();

    private static IEnumerable<int[]> AllHeads(int count)
    {
        int all = (int)Math.Pow(count + 1, count);
        for (int number = 0; number < all; number++)
        {
            int rest = number;
            var heads = new int[count];
            for (int i = 0; i < count; i++, rest /= count + 1) heads[i] = rest % (count + 1);
            if (!heads.Where((head, i) => head == i + 1).Any()) yield return heads;
        }
    }
}
