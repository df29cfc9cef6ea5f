namespace Lingotto.Training.Parsing;

/// <summary>Settings of a parser's training.</summary>
public sealed record ParserTrainingOptions
{
    /// <summary>Passes over the training sentences.</summary>
    public int Epochs { get; init; } = 15;

    /// <summary>Networks that parse the sentences without trees for the one that is shipped; 0 to learn from gold trees only.</summary>
    public int Teachers { get; init; } = 3;

    /// <summary>Passes of each teacher over the gold trees.</summary>
    public int TeacherEpochs { get; init; } = 10;

    /// <summary>How much a sentence counts whose tree is the teachers'.</summary>
    public float SilverWeight { get; init; } = 0.5f;

    /// <summary>Whether punctuation hangs by counted conventions of the target treebank; for mixtures of treebanks that differ in them.</summary>
    public bool CountPunctuation { get; init; }

    /// <summary>Words of a batch, about.</summary>
    public int BatchWords { get; init; } = 500;

    /// <summary>Greatest step of the optimizer; it falls to nothing along a cosine.</summary>
    public float LearningRate { get; init; } = 0.003f;

    /// <summary>Seed of everything that is random.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads; the result does not depend on them.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The treebank whose conventions the parser follows.</summary>
    public int TargetTreebank { get; init; }
}
