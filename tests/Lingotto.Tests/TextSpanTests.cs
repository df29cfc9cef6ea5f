namespace Lingotto.Tests;

public sealed class TextSpanTests
{
    [Fact]
    public void Of_SpanWithinText_GivesItsCharacters() => new TextSpan(2, 3).Of("abcdef").ToString().Should().Be("cde");

    [Fact]
    public void FromBounds_EndBeforeStart_Throws() => FluentActions.Invoking(() => TextSpan.FromBounds(3, 2)).Should().Throw<ArgumentOutOfRangeException>();

    [Theory]
    [InlineData(0, 2, 2, 4, false)]
    [InlineData(0, 3, 2, 4, true)]
    public void Overlaps_TwoSpans_IsTrueWhereTheyShareACharacter(int a, int b, int c, int d, bool expected) =>
        TextSpan.FromBounds(a, b).Overlaps(TextSpan.FromBounds(c, d)).Should().Be(expected);
}
