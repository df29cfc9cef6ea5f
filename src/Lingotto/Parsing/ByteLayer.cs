using Lingotto.Inference;

namespace Lingotto.Parsing;

/// <summary>An affine layer of a parser model: bytes that are read in place, and what turns integer sums into the numbers that the next step wants.</summary>
internal readonly unsafe struct ByteLayer(int inputs, int outputs, sbyte* packed, int* initial, float* scale, float* bias)
{
    /// <summary>Number of inputs, a multiple of 4.</summary>
    public int Inputs { get; } = inputs;

    /// <summary>Number of outputs, a multiple of 16.</summary>
    public int Outputs { get; } = outputs;

    /// <summary>Factor of each output's sum.</summary>
    public float* Scale { get; } = scale;

    /// <summary>What is added to each output.</summary>
    public float* Bias { get; } = bias;

    /// <summary>Integer sums of every row: <c>value = sum * Scale + Bias</c>. Of every buffer the rows up to the next multiple of four must be there; what they hold is of no matter.</summary>
    public void Sums(byte* activations, int rows, int activationStride, int* sums, int sumStride) =>
        ByteDense.Multiply(activations, rows, activationStride, packed, Inputs, Outputs, initial, sums, sumStride);
}
