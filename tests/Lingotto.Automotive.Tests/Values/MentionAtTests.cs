using FluentAssertions;
using Lingotto.Automotive.Quotes;
using Lingotto.Domain;
using Xunit;

namespace Lingotto.Automotive.Tests.Values;

public sealed class MentionAtTests
{
    private const string Text = "the carmaker's chief executive";

    [Fact]
    public void GapTo_MentionsApart_GivesWhatStandsBetween() => Mention(0, 12).GapTo(Mention(15, 30), Text).ToString().Should().Be("'s ");

    [Theory]
    [InlineData(0, 30, 15, 30)]
    [InlineData(0, 20, 15, 30)]
    [InlineData(0, 15, 15, 30)]
    public void GapTo_MentionsThatTouchOrOverlap_GivesNothing(int start, int end, int nextStart, int nextEnd) =>
        Mention(start, end).GapTo(Mention(nextStart, nextEnd), Text).ToString().Should().BeEmpty();

    private static MentionAt Mention(int start, int end) => new(start, end, "e1", EntityKind.Organization, null, true);
}
