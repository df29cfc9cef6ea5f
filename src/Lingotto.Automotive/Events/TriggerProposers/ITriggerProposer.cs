using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>Words that may say an event.</summary>
/// <param name="Span">The words, within one sentence.</param>
/// <param name="Type">The type of the event, one that has a frame.</param>
/// <param name="Confidence">Probability of the event, 0 to 1.</param>
public sealed record TriggerProposal(TextSpan Span, EventType Type, double Confidence);

/// <summary>Says which words of an article may be triggers of events; the engine then finds their arguments. Implementations are safe for concurrent use.</summary>
public interface ITriggerProposer
{
    /// <summary>The proposals, in any order; the analysis holds entities, times and quantities. What lies in boilerplate is not looked at.</summary>
    IReadOnlyList<TriggerProposal> Propose(ArticleContext article, ArticleAnalysis analysis);
}
