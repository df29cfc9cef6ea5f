namespace Lingotto.Automotive;

/// <summary>The proposals of an own proposer as the engine's candidates, in order of the text.</summary>
internal sealed class ProposedTriggers
{
    private ProposedTriggers(List<TriggerCandidate> candidates, double[] confidence) => (Candidates, Confidence) = (candidates, confidence);

    public List<TriggerCandidate> Candidates { get; }

    public double[] Confidence { get; }

    /// <exception cref="InvalidOperationException">A proposal is of a type without a frame, holds no word, or has a confidence that is no probability.</exception>
    public static ProposedTriggers Read(IReadOnlyList<TriggerProposal> proposals, EventText text, TriggerLexicon lexicon)
    {
        var found = new List<(TriggerCandidate Candidate, double Confidence)>(proposals.Count);
        foreach (TriggerProposal proposal in proposals)
        {
            if (!text.Article.IsBoilerplate(proposal.Span)) found.Add((Candidate(proposal, text, lexicon), proposal.Confidence));
        }

        found.Sort((a, b) => a.Candidate.Word != b.Candidate.Word ? a.Candidate.Word.CompareTo(b.Candidate.Word) : a.Candidate.Frame.CompareTo(b.Candidate.Frame));
        return new ProposedTriggers([.. found.Select(f => f.Candidate)], [.. found.Select(f => f.Confidence)]);
    }

    private static TriggerCandidate Candidate(TriggerProposal proposal, EventText text, TriggerLexicon lexicon)
    {
        int frame = Array.FindIndex(lexicon.Frames, f => f.Type == proposal.Type);
        if (frame < 0) throw new InvalidOperationException($"A trigger proposer proposed the type '{proposal.Type}', which no frame describes: add a frame file of that type with FrameSet.With.");
        if (!(proposal.Confidence is >= 0 and <= 1)) throw new InvalidOperationException($"A trigger proposer gave {proposal.Span} the confidence {proposal.Confidence}: it lies between 0 and 1.");
        int word = FirstWordAt(text, proposal.Span.Start);
        if (word == text.Count || text.Start(word) >= proposal.Span.End) throw new InvalidOperationException($"A trigger proposer proposed {proposal.Span}, which holds no word.");
        int last = word, end = text.EndWord(text.SentenceOf[word]);
        while (last + 1 < end && text.Start(last + 1) < proposal.Span.End) last++;
        return new TriggerCandidate(word, last, frame, TriggerOf(text, lexicon, word, frame), ByForm: false);
    }

    /// <summary>The frame's own line where it lists the word, else one made of its lemma.</summary>
    private static FrameTrigger TriggerOf(EventText text, TriggerLexicon lexicon, int word, int frame)
    {
        Language language = text.Language(word);
        foreach (LexiconEntry entry in lexicon.Triggers(TriggerLexicon.Key(language, text.Lemma[word])))
        {
            if (entry.Frame == frame && entry.Rest.Length == 0) return entry.Trigger;
        }

        TriggerClass kind = text.IsVerb(word) ? TriggerClass.Verb : TriggerClass.Noun;
        string lemma = (text.Document.HasTags ? text.Document.LemmaSpan(word) : text.Document.FormSpan(word)).ToString().ToLowerInvariant();
        return new FrameTrigger(language, [lemma], kind, TriggerStrength.Plain, "proposer", 0);
    }

    /// <summary>The first word that ends after an offset. Logarithmic.</summary>
    private static int FirstWordAt(EventText text, int offset)
    {
        int low = 0, high = text.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (text.End(middle) <= offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
