using FluentAssertions;
using Lingotto.Tagging;
using Xunit;

namespace Lingotto.Tests.Tagging;

public sealed class WordFormTests
{
    [Theory]
    [InlineData("l'", "l’")]
    [InlineData("1994", "2023")]
    [InlineData("«", "“")]
    public void Of_SpellingVariants_HashTheSame(string one, string other) => WordForm.Of(one).Exact.Should().Be(WordForm.Of(other).Exact);

    [Fact]
    public void Of_Capitals_DifferOnlyInExactHash()
    {
        WordForm small = WordForm.Of("torino"), capital = WordForm.Of("Torino");

        capital.Lower.Should().Be(small.Lower);
        capital.Exact.Should().NotBe(small.Exact);
        small.Exact.Should().Be(small.Lower);
        capital.IsCapitalised.Should().BeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("\ud800")]
    [InlineData("\0")]
    public void Of_BadInput_DoesNotThrow(string form) => FluentActions.Invoking(() => WordForm.Of(form)).Should().NotThrow();

    [Fact]
    public void Of_VeryLongForm_KeepsItsEnding() =>
        WordForm.Of(new string('a', 5000) + "zione").Suffix5.Should().Be(WordForm.Of("stazione").Suffix5);
}
