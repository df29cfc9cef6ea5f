using Lingotto.Automotive.Tests.Cli;
using Lingotto.Domain;

namespace Lingotto.Automotive.Tests;

/// <summary>An own proposer of triggers stands in the place of the frames' words; the engine finds the arguments.</summary>
public sealed class TriggerProposerTests
{
    private static readonly EventType Closure = new("PlantClosure");

    private static readonly AnnotatedSentence Sentence = AnnotatedSentence.Parse(Closure, Language.English, "{company:Organization:Alfa} bade farewell to {plant:Plant:Beta} in {date:Time=2026:2026} .");

    [ModelFact]
    public void Extract_ProposedWords_BecomeAnEventWithArguments()
    {
        var extractor = new EventExtractor(new EventOptions { TriggerProposer = new Proposer(new TriggerProposal(SpanOf("bade farewell"), Closure, 0.9)) });

        (ValueList<AutomotiveEvent> events, _) = extractor.Extract(Context(), Sentence.Input);

        AutomotiveEvent found = events.Should().ContainSingle().Which;
        found.Type.Should().Be(Closure);
        found.Trigger.Text.Should().Be("bade farewell");
        found.Confidence.Should().Be(0.9);
        found.Arguments.Should().NotBeEmpty();
        new EventExtractor().Extract(Context(), Sentence.Input).Events.Should().NotContain(e => e.Trigger.Text == "bade farewell", "no frame lists it");
        extractor.Explain(Context(), Sentence.Input).ToString().Should().Contain("event v1");
    }

    [ModelTheory]
    [InlineData(0.05)]
    [InlineData(0.0)]
    public void Extract_ImprobableProposal_IsNoEvent(double confidence) =>
        Extract(new TriggerProposal(SpanOf("bade"), Closure, confidence)).Should().BeEmpty();

    [ModelFact]
    public void Extract_TypeWithoutFrame_Throws() => FluentActions.Invoking(() => Extract(new TriggerProposal(SpanOf("bade"), new EventType("Parade"), 0.9)))
        .Should().Throw<InvalidOperationException>().WithMessage("*'Parade'*FrameSet.With*");

    [ModelFact]
    public void Extract_ConfidenceThatIsNoProbability_Throws() =>
        FluentActions.Invoking(() => Extract(new TriggerProposal(SpanOf("bade"), Closure, double.NaN))).Should().Throw<InvalidOperationException>().WithMessage("*between 0 and 1*");

    [ModelFact]
    public void Extract_SpanWithoutAWord_Throws() =>
        FluentActions.Invoking(() => Extract(new TriggerProposal(new TextSpan(Sentence.Text.Length, 0), Closure, 0.9))).Should().Throw<InvalidOperationException>().WithMessage("*no word*");

    [ModelFact]
    public void FrameTriggerProposer_ListedWord_IsProposedWithItsPlace()
    {
        const string Text = "The maker will close the plant in June.";
        ArticleContext context = Context(Text);

        TriggerProposal proposal = new FrameTriggerProposer().Propose(context, new ArticleAnalysis { Language = "en" }).Single(p => p.Type == Closure);

        proposal.Span.Of(Text).ToString().Should().Be("close");
        proposal.Confidence.Should().BeInRange(0, 1);
    }

    private static ValueList<AutomotiveEvent> Extract(TriggerProposal proposal) =>
        new EventExtractor(new EventOptions { TriggerProposer = new Proposer(proposal) }).Extract(Context(), Sentence.Input).Events;

    private static TextSpan SpanOf(string words) => new(Sentence.Text.IndexOf(words, StringComparison.Ordinal), words.Length);

    private static ArticleContext Context() => Context(Sentence.Text);

    private static ArticleContext Context(string text) =>
        new(AutomotivePipeline.CreateDefault().Linguistics.Process(text, Language.English), new PageStructure([], null), null);

    private sealed class Proposer(params TriggerProposal[] proposals) : ITriggerProposer
    {
        public IReadOnlyList<TriggerProposal> Propose(ArticleContext article, ArticleAnalysis analysis) => proposals;
    }
}
