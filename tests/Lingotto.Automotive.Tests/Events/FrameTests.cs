using Lingotto.Domain;

namespace Lingotto.Automotive.Tests;

public sealed class FrameTests
{
    [Fact]
    public void Check_BuiltInFrames_NoProblems() => FrameValidator.Check(FrameFile.BuiltIn).Should().BeEmpty();

    [Fact]
    public void Default_AllTypes_HaveFrames() => FrameSet.Default.Types.Should().BeEquivalentTo(EventSchema.Types);

    [Theory]
    [InlineData("event Party\n", 1, "event type")]
    [InlineData("event Visit\nrole guest: Person\n", 2, "role")]
    [InlineData("event Visit\nrole visitor: Alien\n", 2, "kind")]
    [InlineData("event Visit\nrole visitor: Person\n  slots: subject besides\n", 3, "slot")]
    [InlineData("event Visit\nit verb: visita\n", 2, "infinitive")]
    [InlineData("event Visit\nit verbo: visitare\n", 2, "verb, noun")]
    [InlineData("event Visit\nit verb visitare\n", 2, "':'")]
    [InlineData("event Visit\nen noun: Visit\n", 2, "lower case")]
    [InlineData("it verb: visitare\n", 1, "before the triggers")]
    [InlineData("event Visit\nen noun: visit, visit\n", 2, "twice")]
    public void Check_BrokenFile_NamesLineAndExpectation(string text, int line, string expected) =>
        FrameValidator.Check([new FrameFile("user.frame", text)]).Should().Contain(p => p.File == "user.frame" && p.Line == line && p.Message.Contains(expected));

    [Fact]
    public void Check_UnknownLemma_IsReported() =>
        FrameValidator.Check([new FrameFile("user.frame", "event Visit\nen noun: vizit\n")], (_, lemma) => lemma == "visit").Should().Contain(p => p.Line == 2 && p.Message.Contains("vizit"));

    [Fact]
    public void With_UserFile_AddsTriggers()
    {
        FrameSet frames = FrameSet.Default.With(new FrameFile("user.frame", "event Visit\nen verb strong: reconnoitre\n"));

        frames.Frames.Single(f => f.Type.Name == "Visit").Triggers.Should().Contain(t => t.Text == "reconnoitre");
    }

    [Fact]
    public void With_BrokenFile_Throws() =>
        FrameSet.Default.Invoking(f => f.With(new FrameFile("user.frame", "event Visit\nrole guest: Person\n"))).Should().Throw<CorpusFormatException>().WithMessage("*guest*");
}
