using System.Runtime.InteropServices;
using Lingotto.Inference;
using Lingotto.Parsing;

namespace Lingotto.Training.Parsing;

/// <summary>Quantises a trained network and writes it as the sections that the parser reads.</summary>
internal sealed unsafe class ParserModelWriter(ParserParameters parameters, ParserVocabulary vocabulary, ActivationRanges ranges)
{
    private const float Unsigned = 255f;
    private const float Signed = 127f;

    private readonly ModelWriter _writer = new();
    private readonly ParserShape _shape = parameters.Shape;
    private readonly ParserLayout _layout = parameters.Layout;

    /// <summary>The model's bytes.</summary>
    /// <param name="treebank">The treebank whose conventions the parser follows.</param>
    /// <param name="punctuation">Rules of <see cref="PunctuationCounter"/>.</param>
    /// <param name="manifest">JSON that says what it was trained on.</param>
    public byte[] Write(int treebank, string punctuation, string manifest)
    {
        byte[] keys = KeyTable.Build(vocabulary.Rows);
        var shape = new int[ParserModel.ShapeLength];
        int[] numbers = [ParserModel.Version, _shape.Embedding, _shape.Hidden, _shape.Layers, _shape.Arc, _shape.Relation, _shape.Rows, keys.Length / 8, WordFeatures.FirstTreebankRow + treebank];
        numbers.CopyTo(shape, 0);
        float rowScale = RowScale();
        float[] scales = [rowScale * Signed / ranges.Input, Unsigned / ranges.Word, Signed / ranges.Query, Signed / ranges.Head, Unsigned / ranges.Hidden, 0, 0, 0];
        Add("shape", shape);
        _writer.Add("manifest", manifest).Add("punctuation", punctuation).Add("relations", string.Join('\n', vocabulary.Relations)).Add("keys", keys);
        Add("scales", scales);
        Add("rows", Quantise(new ReadOnlySpan<float>(parameters.Embeddings, _shape.Rows * _shape.Embedding), 1f / rowScale));
        for (int layer = 0; layer < _shape.Layers; layer++)
        {
            AddLayer($"layer{layer}", _shape.Input(layer), _shape.Gates, _layout.Weights(layer), _layout.Bias(layer), layer == 0 ? ranges.Input / Signed : 1 / Signed, 128);
        }

        AddLayer("projection", _shape.Wide, _shape.Projection, _layout.Projection, _layout.ProjectionBias, 1 / Signed, 128);
        AddLayer("bilinear", _shape.Arc, _shape.Arc, _layout.Bilinear, _layout.BilinearBias, ranges.Word / Unsigned, 0);
        AddLayer("output", _shape.Relation, _shape.PaddedRelations, _layout.Output, _layout.OutputBias, ranges.Hidden / Unsigned, 0);
        Add("root", Quantise(Dense(_layout.RootArc, _shape.Arc), scales[3]));
        Add("distance", Dense(_layout.RelationDistance, ArcGeometry.BucketCount * _shape.Relation));
        Add("arcBias", Dense(_layout.ArcBias, ArcGeometry.BiasLength));
        return _writer.ToArray();
    }

    private float RowScale()
    {
        var values = new List<float>(_shape.Rows * _shape.Embedding);
        foreach (float value in new ReadOnlySpan<float>(parameters.Embeddings, _shape.Rows * _shape.Embedding)) values.Add(Math.Abs(value));
        return ActivationRanges.Range(values) / Signed;
    }

    private void AddLayer(string name, int inputs, int outputs, int weights, int bias, float activationScale, int offset)
    {
        var rows = new sbyte[outputs * inputs];
        var scale = new float[outputs];
        var initial = new int[outputs];
        for (int o = 0; o < outputs; o++)
        {
            float greatest = 1e-6f;
            for (int k = 0; k < inputs; k++) greatest = Math.Max(greatest, Math.Abs(parameters.Dense[weights + (k * outputs) + o]));
            scale[o] = greatest / Signed * activationScale;
            for (int k = 0; k < inputs; k++)
            {
                sbyte weight = Round(parameters.Dense[weights + (k * outputs) + o] * (Signed / greatest));
                rows[(o * inputs) + k] = weight;
                initial[o] -= offset * weight;
            }
        }

        var packed = new sbyte[rows.Length];
        fixed (sbyte* from = rows, to = packed) ByteDense.Pack(from, inputs, inputs, outputs, to);
        Add(name + ".weights", packed);
        Add(name + ".initial", initial);
        Add(name + ".scale", scale);
        Add(name + ".bias", Dense(bias, outputs));
    }

    private static sbyte[] Quantise(ReadOnlySpan<float> values, float factor)
    {
        var bytes = new sbyte[values.Length];
        for (int i = 0; i < values.Length; i++) bytes[i] = Round(values[i] * factor);
        return bytes;
    }

    private static sbyte Round(float value) => (sbyte)Math.Clamp(MathF.Round(value), -Signed, Signed);

    private float[] Dense(int at, int length) => new ReadOnlySpan<float>(parameters.Dense + at, length).ToArray();

    private void Add<T>(string name, T[] values)
        where T : unmanaged => _writer.Add(name, MemoryMarshal.AsBytes<T>(values));
}
