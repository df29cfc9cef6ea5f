namespace Lingotto.Training.Parsing;

/// <summary>Sizes of the parser's network; multiples of 16.</summary>
internal sealed record ParserShape
{
    /// <summary>Width of a word's input.</summary>
    public int Embedding { get; init; } = 128;

    /// <summary>Width of one direction of a recurrent layer.</summary>
    public int Hidden { get; init; } = 96;

    /// <summary>Number of recurrent layers.</summary>
    public int Layers { get; init; } = 2;

    /// <summary>Width of the arc scorer.</summary>
    public int Arc { get; init; } = 64;

    /// <summary>Width of the relation scorer.</summary>
    public int Relation { get; init; } = 96;

    /// <summary>Number of embedding rows.</summary>
    public int Rows { get; init; }

    /// <summary>Number of relations.</summary>
    public int Relations { get; init; }

    /// <summary>Width of the output of a layer.</summary>
    public int Wide => 2 * Hidden;

    /// <summary>Width of the pre-activations of a layer: two directions of candidate, forget gate and output gate.</summary>
    public int Gates => 6 * Hidden;

    /// <summary>Width of the projections: the word's and the head's side of the arc, then of the relation.</summary>
    public int Projection => 2 * (Arc + Relation);

    /// <summary>Number of relations, rounded up to 16.</summary>
    public int PaddedRelations => (Relations + 15) / 16 * 16;

    /// <summary>Input width of a layer.</summary>
    public int Input(int layer) => layer == 0 ? Embedding : Wide;
}
