using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>The words that the frames list, with the probability that the learned scorer gives each: what the engine does by itself, for proposers that build on it.</summary>
public sealed class FrameTriggerProposer : ITriggerProposer
{
    private readonly TriggerLexicon _lexicon;

    /// <summary>A proposer by the frames of the library, or by others.</summary>
    public FrameTriggerProposer(FrameSet? frames = null) => _lexicon = new TriggerLexicon(frames ?? FrameSet.Default);

    /// <inheritdoc/>
    public IReadOnlyList<TriggerProposal> Propose(ArticleContext article, ArticleAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(analysis);
        if (article.Document.Words.Count == 0) return [];
        var scene = new EventScene(new EventText(article, analysis), _lexicon);
        double[] probability = new EventChooser(new EventScorer(EventModel.BuiltIn)).FirstPass(scene);
        var proposals = new TriggerProposal[probability.Length];
        for (int i = 0; i < proposals.Length; i++)
        {
            TriggerCandidate candidate = scene.Candidates[i];
            proposals[i] = new TriggerProposal(TextSpan.FromBounds(scene.Text.Start(candidate.Word), scene.Text.End(candidate.LastWord)), scene.FrameOf(candidate).Type, probability[i]);
        }

        return proposals;
    }
}
