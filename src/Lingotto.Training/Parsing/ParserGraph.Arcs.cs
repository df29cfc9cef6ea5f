using Lingotto.Parsing;

namespace Lingotto.Training.Parsing;

/// <content>The arc scorer.</content>
internal sealed unsafe partial class ParserGraph
{
    private const float Impossible = -1e9f;

    private readonly NativeArray _scores = new();
    private readonly NativeArray _query = new();
    private readonly NativeArray _queryGradient = new();
    private readonly NativeArray _heads = new();
    private readonly NativeArray _headsGradient = new();
    private readonly NativeArray _headsTransposed = new();

    /// <summary>Length of a row of <see cref="Scores"/> for a sentence of this many words.</summary>
    public static int Stride(int length) => (length + 1 + 15) / 16 * 16;

    /// <summary>The word's side of the arcs that were scored last, after the bilinear form.</summary>
    public ReadOnlySpan<float> Query(int length) => new(_query.Pointer, length * _shape.Arc);

    /// <summary>Scores of every arc of a sentence of the batch, a row for each word; valid until the next call.</summary>
    public ReadOnlySpan<float> Scores(ParserExample example, int sentence, float* dense)
    {
        int length = example.Length, stride = Stride(length), arc = _shape.Arc;
        float* projected = _projected.Pointer + ((long)_offsets[sentence] * _shape.Projection);
        float* query = _query.Reserve((long)length * arc);
        VectorMath.Fill(query, length, dense + _layout.BilinearBias, arc);
        MatrixProduct.Add(length, arc, arc, projected, _shape.Projection, 1, dense + _layout.Bilinear, arc, query, arc);
        float* heads = _heads.Zeroed((long)stride * arc);
        Buffer.MemoryCopy(dense + _layout.RootArc, heads, arc * sizeof(float), arc * sizeof(float));
        for (int h = 0; h < length; h++) Buffer.MemoryCopy(projected + ((long)h * _shape.Projection) + arc, heads + ((h + 1) * arc), arc * sizeof(float), arc * sizeof(float));
        float* transposed = _headsTransposed.Reserve((long)stride * arc);
        MatrixProduct.Transpose(stride, arc, heads, arc, transposed, stride);
        float* scores = _scores.Reserve((long)length * stride);
        for (int i = 0; i < length; i++)
        {
            float* row = scores + ((long)i * stride);
            for (int h = 0; h <= length; h++) row[h] = h == i + 1 ? Impossible : dense[_layout.ArcBias + Bias(example, i, h)];
            for (int h = length + 1; h < stride; h++) row[h] = Impossible;
        }

        MatrixProduct.Add(length, arc, stride, query, arc, 1, transposed, stride, scores, stride);
        return new ReadOnlySpan<float>(scores, length * stride);
    }

    private static int Bias(ParserExample example, int word, int head) =>
        ArcGeometry.BiasIndex(example.Upos[word + 1], example.Upos[head], head == 0 ? 0 : ArcGeometry.Bucket(word + 1, head));

    /// <summary>Loss of a sentence's arcs; adds gradients.</summary>
    private double ArcLoss(ParserExample example, int sentence, float* dense, float* gradients, float scale)
    {
        int length = example.Length, stride = Stride(length), arc = _shape.Arc;
        Scores(example, sentence, dense);
        float* scores = _scores.Pointer;
        double loss = 0;
        for (int i = 0; i < length; i++)
        {
            float* row = scores + ((long)i * stride);
            float gold = row[example.Heads[i]];
            loss += VectorMath.Softmax(row, stride, scale) - gold;
            row[example.Heads[i]] -= scale;
            for (int h = 0; h <= length; h++) gradients[_layout.ArcBias + Bias(example, i, h)] += row[h];
        }

        float* projected = _projected.Pointer + ((long)_offsets[sentence] * _shape.Projection);
        float* up = _projectedGradient.Pointer + ((long)_offsets[sentence] * _shape.Projection);
        float* queryGradient = _queryGradient.Zeroed((long)length * arc);
        MatrixProduct.Add(length, stride, arc, scores, stride, 1, _heads.Pointer, arc, queryGradient, arc);
        float* headsGradient = _headsGradient.Zeroed((long)stride * arc);
        MatrixProduct.Add(length + 1, length, arc, scores, 1, stride, _query.Pointer, arc, headsGradient, arc);
        VectorMath.AddTo(gradients + _layout.RootArc, headsGradient, arc);
        VectorMath.AddRows(gradients + _layout.BilinearBias, queryGradient, length, arc);
        MatrixProduct.Add(arc, length, arc, projected, 1, _shape.Projection, queryGradient, arc, gradients + _layout.Bilinear, arc);
        float* transposed = _transposed.Reserve((long)arc * arc);
        MatrixProduct.Transpose(arc, arc, dense + _layout.Bilinear, arc, transposed, arc);
        MatrixProduct.Add(length, arc, arc, queryGradient, arc, 1, transposed, arc, up, _shape.Projection);
        for (int i = 0; i < length; i++)
        {
            float* to = up + ((long)i * _shape.Projection), value = projected + ((long)i * _shape.Projection);
            VectorMath.AddTo(to + arc, headsGradient + ((long)(i + 1) * arc), arc);
            for (int k = 0; k < 2 * arc; k++)
            {
                if (!(value[k] > 0)) to[k] = 0;
            }
        }

        return loss;
    }
}
