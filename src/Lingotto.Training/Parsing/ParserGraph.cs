using System.Runtime.Intrinsics;
using Lingotto.Parsing;

namespace Lingotto.Training.Parsing;

/// <summary>How much is left out at random while training.</summary>
internal sealed record ParserDropout
{
    /// <summary>Share of a word's input dimensions.</summary>
    public float Input { get; init; } = 0.15f;

    /// <summary>Share of a layer's output dimensions, the same for a whole sentence.</summary>
    public float Layer { get; init; } = 0.25f;

    /// <summary>A form seen n times is left out with probability a / (a + n).</summary>
    public float Word { get; init; } = 1f;

    /// <summary>Probability that a word's morphology is left out.</summary>
    public float Morphology { get; init; } = 0.1f;
}

/// <summary>
/// The network's forward and backward pass over a batch of sentences: summed embeddings, layers of two-way simple recurrent units
/// (after Lei et al. 2018), a bilinear arc scorer (Dozat and Manning 2017) with biases by parts of speech and distance, and a relation scorer with one hidden layer.
/// </summary>
internal sealed unsafe partial class ParserGraph : IDisposable
{
    private readonly ParserShape _shape;
    private readonly ParserLayout _layout;
    private readonly NativeArray[] _inputs;
    private readonly NativeArray[] _gates;
    private readonly NativeArray[] _cells;
    private readonly NativeArray[] _masks;
    private readonly NativeArray _projected = new();
    private readonly NativeArray _projectedGradient = new();
    private readonly NativeArray _gradient = new();
    private readonly NativeArray _gradientBelow = new();
    private readonly NativeArray _transposed = new();
    private int[] _rows = [];
    private int[] _offsets = [];
    private int _words;

    /// <summary>Room for the passes; grows with the batch.</summary>
    public ParserGraph(ParserShape shape, ParserLayout layout)
    {
        _shape = shape;
        _layout = layout;
        _inputs = Enumerable.Range(0, shape.Layers + 1).Select(_ => new NativeArray()).ToArray();
        _gates = Enumerable.Range(0, shape.Layers).Select(_ => new NativeArray()).ToArray();
        _cells = Enumerable.Range(0, shape.Layers).Select(_ => new NativeArray()).ToArray();
        _masks = Enumerable.Range(0, shape.Layers + 1).Select(_ => new NativeArray()).ToArray();
    }

    /// <summary>Number of words of the batch.</summary>
    public int Words => _words;

    /// <summary>The rows that the words of the batch were given, after dropout.</summary>
    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, _words * WordFeatures.RowCount);

    /// <summary>The words' input after <see cref="Forward"/>.</summary>
    public ReadOnlySpan<float> Input => new(_inputs[0].Pointer, _words * _shape.Embedding);

    /// <summary>The words' projections after <see cref="Forward"/>.</summary>
    public ReadOnlySpan<float> Projected => new(_projected.Pointer, _words * _shape.Projection);

    /// <summary>Gradient of the words' input after <see cref="Backward"/>.</summary>
    public float* InputGradient => _gradient.Pointer;

    /// <summary>Computes the projections of every word of the batch.</summary>
    /// <param name="batch">The sentences.</param>
    /// <param name="dense">Dense parameters.</param>
    /// <param name="embeddings">Embedding rows.</param>
    /// <param name="dropout">Dropout, null at test time.</param>
    /// <param name="frequencies">How often each row was seen in training.</param>
    /// <param name="random">Source of dropout.</param>
    public void Forward(ReadOnlySpan<ParserExample> batch, float* dense, float* embeddings, ParserDropout? dropout, int[] frequencies, DeterministicRandom random)
    {
        SetRows(batch, dropout, frequencies, random);
        Embed(embeddings);
        MakeMasks(batch.Length, dropout, random);
        if (dropout is not null) ApplyMask(_inputs[0].Pointer, _masks[0].Pointer, _shape.Embedding);
        for (int layer = 0; layer < _shape.Layers; layer++)
        {
            float* gates = _gates[layer].Reserve((long)_words * _shape.Gates);
            VectorMath.Fill(gates, _words, dense + _layout.Bias(layer), _shape.Gates);
            MatrixProduct.Add(_words, _shape.Input(layer), _shape.Gates, _inputs[layer].Pointer, _shape.Input(layer), 1, dense + _layout.Weights(layer), _shape.Gates, gates, _shape.Gates);
            RecurrentForward(layer);
            if (dropout is not null) ApplyMask(_inputs[layer + 1].Pointer, _masks[layer + 1].Pointer, _shape.Wide);
        }

        float* projected = _projected.Reserve((long)_words * _shape.Projection);
        VectorMath.Fill(projected, _words, dense + _layout.ProjectionBias, _shape.Projection);
        MatrixProduct.Add(_words, _shape.Wide, _shape.Projection, _inputs[_shape.Layers].Pointer, _shape.Wide, 1, dense + _layout.Projection, _shape.Projection, projected, _shape.Projection);
        for (int i = 0; i < _words; i++)
        {
            float* row = projected + ((long)i * _shape.Projection);
            for (int k = 0; k < 2 * _shape.Arc; k += 16) Vector512.Max(Vector512.Load(row + k), Vector512<float>.Zero).Store(row + k);
        }
    }

    /// <summary>Adds the gradients of the dense parameters, from the gradients of the projections that the scorers left.</summary>
    private void BackwardEncoder(float* dense, float* gradients, bool masked)
    {
        float* up = _projectedGradient.Pointer;
        VectorMath.AddRows(gradients + _layout.ProjectionBias, up, _words, _shape.Projection);
        int top = _shape.Layers;
        Outer(_inputs[top].Pointer, _shape.Wide, up, _shape.Projection, gradients + _layout.Projection);
        Below(up, _shape.Projection, dense + _layout.Projection, _shape.Wide);
        for (int layer = top - 1; layer >= 0; layer--)
        {
            if (masked) ApplyMask(_gradient.Pointer, _masks[layer + 1].Pointer, _shape.Wide);
            RecurrentBackward(layer, _gradient.Pointer);
            float* gates = _gates[layer].Pointer;
            VectorMath.AddRows(gradients + _layout.Bias(layer), gates, _words, _shape.Gates);
            Outer(_inputs[layer].Pointer, _shape.Input(layer), gates, _shape.Gates, gradients + _layout.Weights(layer));
            Below(gates, _shape.Gates, dense + _layout.Weights(layer), _shape.Input(layer));
        }

        if (masked) ApplyMask(_gradient.Pointer, _masks[0].Pointer, _shape.Embedding);
    }

    private void Outer(float* input, int inputs, float* up, int outputs, float* to) =>
        MatrixProduct.Add(inputs, _words, outputs, input, 1, inputs, up, outputs, to, outputs);

    private void Below(float* up, int outputs, float* weights, int inputs)
    {
        float* transposed = _transposed.Reserve((long)inputs * outputs);
        MatrixProduct.Transpose(inputs, outputs, weights, outputs, transposed, inputs);
        float* below = _gradientBelow.Zeroed((long)_words * inputs);
        MatrixProduct.Add(_words, outputs, inputs, up, outputs, 1, transposed, inputs, below, inputs);
        float* target = _gradient.Reserve((long)_words * Math.Max(inputs, _shape.Wide));
        Buffer.MemoryCopy(below, target, (long)_words * inputs * sizeof(float), (long)_words * inputs * sizeof(float));
    }

    private void SetRows(ReadOnlySpan<ParserExample> batch, ParserDropout? dropout, int[] frequencies, DeterministicRandom random)
    {
        _words = 0;
        if (_offsets.Length <= batch.Length) _offsets = new int[batch.Length + 16];
        for (int s = 0; s < batch.Length; s++)
        {
            _offsets[s] = _words;
            _words += batch[s].Length;
        }

        _offsets[batch.Length] = _words;
        if (_rows.Length < _words * WordFeatures.RowCount) _rows = new int[2 * _words * WordFeatures.RowCount];
        int at = 0;
        foreach (ParserExample example in batch)
        {
            example.Rows.CopyTo(_rows.AsSpan(at));
            int end = at + example.Rows.Length;
            for (; at < end; at += WordFeatures.RowCount)
            {
                if (dropout is null) continue;
                int seen = frequencies[_rows[at]];
                if (random.NextSingle() * (dropout.Word + seen) < dropout.Word)
                {
                    _rows[at] = 0;
                    if (random.NextSingle() < 0.5f) _rows[at + 1] = 1;
                    if (random.NextSingle() < 0.2f) _rows[at + 2] = 2;
                }

                if (random.NextSingle() < dropout.Morphology) _rows[at + 5] = 5;
            }
        }
    }

    private void Embed(float* embeddings)
    {
        int width = _shape.Embedding;
        float* input = _inputs[0].Zeroed((long)_words * width);
        for (int i = 0; i < _words; i++)
        {
            for (int k = 0; k < WordFeatures.RowCount; k++)
            {
                VectorMath.AddTo(input + ((long)i * width), embeddings + ((long)_rows[(i * WordFeatures.RowCount) + k] * width), width);
            }
        }
    }

    private void MakeMasks(int sentences, ParserDropout? dropout, DeterministicRandom random)
    {
        if (dropout is null) return;
        for (int layer = 0; layer <= _shape.Layers; layer++)
        {
            int width = layer == 0 ? _shape.Embedding : _shape.Wide;
            float rate = layer == 0 ? dropout.Input : dropout.Layer, kept = 1f / (1f - rate);
            float* mask = _masks[layer].Reserve((long)_words * width);
            for (int s = 0; s < sentences; s++)
            {
                float* first = mask + ((long)_offsets[s] * width);
                for (int k = 0; k < width; k++) first[k] = random.NextSingle() < rate ? 0f : kept;
                for (int i = 1; i < _offsets[s + 1] - _offsets[s]; i++) Buffer.MemoryCopy(first, first + ((long)i * width), width * sizeof(float), width * sizeof(float));
            }
        }
    }

    private void ApplyMask(float* values, float* mask, int width) => VectorMath.Multiply(values, mask, _words * width);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (NativeArray array in (NativeArray[])[.. _inputs, .. _gates, .. _cells, .. _masks, _projected, _projectedGradient, _gradient, _gradientBelow, _transposed, _scores, _query, _queryGradient, _heads, _headsGradient, _headsTransposed, _hidden, _hiddenGradient, _logits])
        {
            array.Dispose();
        }
    }
}
