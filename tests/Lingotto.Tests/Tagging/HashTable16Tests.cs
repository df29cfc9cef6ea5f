using FluentAssertions;
using Lingotto.Tagging;
using Xunit;

namespace Lingotto.Tests.Tagging;

public sealed class HashTable16Tests
{
    [Fact]
    public void Find_BuiltTable_GivesEveryValueAndFewFalseOnes()
    {
        var random = new Random(7);
        var entries = Enumerable.Range(0, 5000).Select(i => new KeyValuePair<ulong, ushort>(Key(random), (ushort)i)).ToList();
        var table = new HashTable16(HashTable16.Build(entries), new Pinned());

        entries.Count(e => table.Find(e.Key) == e.Value).Should().BeGreaterThan(4990);
        Enumerable.Range(0, 5000).Count(_ => table.Find(Key(random)) >= 0).Should().BeLessThan(10);
    }

    [Fact]
    public void Find_EmptyTable_FindsNothing() => new HashTable16(HashTable16.Build([]), new Pinned()).Find(42).Should().Be(-1);

    private static ulong Key(Random random) => ((ulong)random.NextInt64() << 1) ^ (ulong)random.NextInt64();
}
