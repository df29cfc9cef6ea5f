namespace Lingotto.Training.Parsing;

/// <summary>The network's parameters: embedding rows and one dense array.</summary>
internal sealed unsafe class ParserParameters : IDisposable
{
    private readonly NativeArray _dense = new();
    private readonly NativeArray _embeddings = new();

    /// <summary>Parameters at random by Glorot and Bengio (2010); gates begin with a memory of a few words.</summary>
    public ParserParameters(ParserShape shape, ulong seed)
    {
        Shape = shape;
        Layout = new ParserLayout(shape);
        _dense.Zeroed(Layout.Length);
        _embeddings.Zeroed((long)shape.Rows * shape.Embedding);
        var random = new DeterministicRandom(seed);
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            Fill(random, Layout.Weights(layer), shape.Input(layer) * shape.Gates, MathF.Sqrt(3f / shape.Input(layer)));
        }

        Fill(random, Layout.Projection, shape.Wide * shape.Projection, MathF.Sqrt(6f / shape.Wide));
        Fill(random, Layout.Bilinear, shape.Arc * shape.Arc, MathF.Sqrt(3f / shape.Arc) * 0.3f);
        Fill(random, Layout.RootArc, shape.Arc, 0.3f);
        Fill(random, Layout.Output, shape.Relation * shape.PaddedRelations, MathF.Sqrt(6f / (shape.Relation + shape.Relations)));
        for (long i = 0; i < (long)shape.Rows * shape.Embedding; i++) Embeddings[i] = random.NextSymmetric(0.25f);
    }

    /// <summary>The sizes.</summary>
    public ParserShape Shape { get; }

    /// <summary>Where the dense parameters lie.</summary>
    public ParserLayout Layout { get; }

    /// <summary>Dense parameters.</summary>
    public float* Dense => _dense.Pointer;

    /// <summary>Embedding rows.</summary>
    public float* Embeddings => _embeddings.Pointer;

    /// <inheritdoc/>
    public void Dispose()
    {
        _dense.Dispose();
        _embeddings.Dispose();
    }

    private void Fill(DeterministicRandom random, int at, int length, float bound)
    {
        for (int i = 0; i < length; i++) Dense[at + i] = random.NextSymmetric(bound);
    }
}
