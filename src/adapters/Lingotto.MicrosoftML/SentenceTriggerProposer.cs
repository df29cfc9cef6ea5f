using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.MicrosoftML;

/// <summary>
/// Proposes triggers by a sentence classifier: the classifier says which types a sentence tells, and the word that says it is the frames' best word of that type, or, where
/// they list none of the sentence's words, the head of the sentence. Safe for concurrent use.
/// </summary>
/// <remarks>Switch it in by <c>builder.WithEventExtractor(new EventExtractor(new EventOptions { TriggerProposer = … }))</c>.</remarks>
public sealed class SentenceTriggerProposer : ITriggerProposer
{
    private readonly SentenceEventClassifier _classifier;
    private readonly ITriggerProposer _words;
    private readonly double _minimumProbability;

    /// <summary>A proposer by the given classifier.</summary>
    /// <param name="classifier">Says which types a sentence tells.</param>
    /// <param name="words">Says which words may be triggers of a type; the frames' own where it is left out.</param>
    /// <param name="minimumProbability">The smallest probability, 0 to 1, of a type that is proposed.</param>
    public SentenceTriggerProposer(SentenceEventClassifier classifier, ITriggerProposer? words = null, double minimumProbability = 0.5)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        _classifier = classifier;
        _words = words ?? new FrameTriggerProposer();
        _minimumProbability = minimumProbability;
    }

    /// <inheritdoc/>
    public IReadOnlyList<TriggerProposal> Propose(ArticleContext article, ArticleAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(article);
        IReadOnlyList<TriggerProposal> words = _words.Propose(article, analysis);
        var proposals = new List<TriggerProposal>();
        foreach (Sentence sentence in article.Document.Sentences)
        {
            if (article.IsBoilerplate(sentence.Span)) continue;
            foreach (EventProposal event_ in _classifier.Propose(sentence.ToString(), _minimumProbability))
            {
                proposals.Add(new TriggerProposal(TriggerOf(sentence, event_.Type, words), event_.Type, event_.Probability));
            }
        }

        return proposals;
    }

    private static TextSpan TriggerOf(Sentence sentence, EventType type, IReadOnlyList<TriggerProposal> words)
    {
        TriggerProposal? best = null;
        foreach (TriggerProposal word in words)
        {
            if (word.Type == type && sentence.Span.Contains(word.Span) && (best is null || word.Confidence > best.Confidence)) best = word;
        }

        return best?.Span ?? HeadOf(sentence);
    }

    private static TextSpan HeadOf(Sentence sentence)
    {
        foreach (Word word in sentence.Words)
        {
            if (sentence.Document.HasTrees && word.HeadIndex < 0) return word.Token.Span;
        }

        return sentence.Tokens[0].Span;
    }
}
