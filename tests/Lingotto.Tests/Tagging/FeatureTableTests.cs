using FluentAssertions;
using Lingotto.Tagging;
using Xunit;

namespace Lingotto.Tests.Tagging;

public sealed class FeatureTableTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3000)]
    public void Accumulate_BuiltTable_AddsTheWeightsOfTheFeature(int count)
    {
        var random = new Random(3);
        var features = Enumerable.Range(0, count)
            .Select(i => ((uint)random.NextInt64(), Enumerable.Range(0, random.Next(20) == 0 ? 45 : random.Next(1, 8)).Select(v => ((byte)v, (sbyte)random.Next(-127, 128))).ToArray())).ToList();
        var table = new FeatureTable(FeatureTable.Build(features), new Pinned());

        int wrong = features.Count(f =>
        {
            var scores = new int[FeatureTable.Values];
            table.Accumulate(f.Item1, [], scores);
            return !scores.Take(f.Item2.Length).SequenceEqual(f.Item2.Select(w => (int)w.Item2));
        });
        wrong.Should().BeLessThanOrEqualTo(count / 100, "fingerprints of 16 bits collide once in a while");
    }

    [Fact]
    public void Accumulate_FeatureThatIsNotThere_AddsNothingAndEnds()
    {
        var random = new Random(5);
        var features = Enumerable.Range(0, 4000).Select(_ => ((uint)random.NextInt64(), new[] { ((byte)1, (sbyte)5), ((byte)2, (sbyte)-5), ((byte)9, (sbyte)1) })).ToList();
        var table = new FeatureTable(FeatureTable.Build(features), new Pinned());
        var scores = new int[FeatureTable.Values];

        for (int i = 0; i < 20_000; i++) table.Accumulate((uint)random.NextInt64(), [], scores);

        scores[1].Should().BeLessThan(5 * 60, "one fingerprint in some thousand fits by chance");
    }

    [Fact]
    public void Accumulate_EmptyTable_AddsNothing()
    {
        var scores = new int[FeatureTable.Values];

        new FeatureTable(FeatureTable.Build([]), new Pinned()).Accumulate(42, [], scores);

        scores.Should().AllBeEquivalentTo(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3000)]
    public void AccumulateAll_FeaturesThereAndNot_AddsWhatOneAfterTheOtherAdds(int count)
    {
        var random = new Random(7);
        var features = Enumerable.Range(0, count)
            .Select(_ => ((uint)random.NextInt64(), Enumerable.Range(0, random.Next(1, 30)).Select(v => ((byte)v, (sbyte)random.Next(-127, 128))).ToArray())).ToList();
        var table = new FeatureTable(FeatureTable.Build(features), new Pinned());
        uint[] asked = [.. features.Select(f => f.Item1), .. Enumerable.Range(0, 5000).Select(_ => (uint)random.NextInt64())];
        int[] together = new int[FeatureTable.Values], single = new int[FeatureTable.Values];

        table.AccumulateAll(asked, together);
        foreach (uint feature in asked) table.Accumulate(feature, [], single);

        together.Should().Equal(single);
    }
}
