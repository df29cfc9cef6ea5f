namespace Lingotto;

/// <summary>What a learned decision of the tokenizer is about.</summary>
internal enum Decision : byte
{
    /// <summary>Whether two atoms without space between them belong to one token.</summary>
    Join,

    /// <summary>Whether a token that can be several words is.</summary>
    Split,

    /// <summary>Whether a sentence ends between two tokens.</summary>
    SentenceEnd,
}

/// <summary>
/// Makes the learned decisions: the models when text is analysed, the treebank when models are trained. Implementations are structs, so
/// that the engine is compiled for each and no call is virtual.
/// </summary>
internal interface IBoundaryDecider
{
    /// <summary>Decides at an offset of the text: of the second atom, of the token, of the token that would begin a sentence.</summary>
    bool Decide(Decision decision, int offset, ReadOnlySpan<uint> features);

    /// <summary>Whether the first features suffice to see that no sentence ends before the token at an offset.</summary>
    bool RejectsSentenceEnd(int offset, ReadOnlySpan<uint> firstFeatures);
}
