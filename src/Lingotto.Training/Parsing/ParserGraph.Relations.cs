using System.Runtime.Intrinsics;
using Lingotto.Parsing;

namespace Lingotto.Training.Parsing;

/// <content>The relation scorer and the whole backward pass.</content>
internal sealed unsafe partial class ParserGraph
{
    private readonly NativeArray _hidden = new();
    private readonly NativeArray _hiddenGradient = new();
    private readonly NativeArray _logits = new();

    /// <summary>The hidden layer of the relations that were scored last.</summary>
    public ReadOnlySpan<float> Hidden(int length) => new(_hidden.Pointer, length * _shape.Relation);

    /// <summary>Losses of a batch after <see cref="Forward"/>, summed over words; adds the gradients of the mean loss to <paramref name="gradients"/>.</summary>
    public (double Arcs, double Relations) Backward(ReadOnlySpan<ParserExample> batch, float* dense, float* gradients, float scale, bool masked)
    {
        _projectedGradient.Zeroed((long)_words * _shape.Projection);
        double arcs = 0, relations = 0;
        for (int s = 0; s < batch.Length; s++)
        {
            arcs += ArcLoss(batch[s], s, dense, gradients, scale * batch[s].Weight);
            relations += RelationLoss(batch[s], s, dense, gradients, scale * batch[s].Weight);
        }

        BackwardEncoder(dense, gradients, masked);
        return (arcs, relations);
    }

    /// <summary>Scores of every relation of the words of a sentence to their heads, a row for each word; valid until the next call.</summary>
    public ReadOnlySpan<float> RelationScores(int length, ReadOnlySpan<int> heads, int sentence, float* dense)
    {
        int width = _shape.Relation, relations = _shape.PaddedRelations, projection = _shape.Projection;
        float* projected = _projected.Pointer + ((long)_offsets[sentence] * projection) + (2 * _shape.Arc);
        float* hidden = _hidden.Zeroed((long)length * width);
        for (int i = 0; i < length; i++)
        {
            if (heads[i] == 0) continue;
            float* to = hidden + ((long)i * width), own = projected + ((long)i * projection);
            float* other = projected + ((long)(heads[i] - 1) * projection) + width, distance = dense + _layout.RelationDistance + (ArcGeometry.Bucket(i + 1, heads[i]) * width);
            for (int k = 0; k < width; k += 16)
            {
                Vector512.Max(Vector512.Load(own + k) + Vector512.Load(other + k) + Vector512.Load(distance + k), Vector512<float>.Zero).Store(to + k);
            }
        }

        float* logits = _logits.Reserve((long)length * relations);
        VectorMath.Fill(logits, length, dense + _layout.OutputBias, relations);
        MatrixProduct.Add(length, width, relations, hidden, width, 1, dense + _layout.Output, relations, logits, relations);
        for (int i = 0; i < length; i++) new Span<float>(logits + ((long)i * relations) + _shape.Relations, relations - _shape.Relations).Fill(Impossible);
        return new ReadOnlySpan<float>(logits, length * relations);
    }

    private double RelationLoss(ParserExample example, int sentence, float* dense, float* gradients, float scale)
    {
        int length = example.Length, width = _shape.Relation, relations = _shape.PaddedRelations, projection = _shape.Projection;
        RelationScores(length, example.Heads, sentence, dense);
        float* logits = _logits.Pointer;
        double loss = 0;
        for (int i = 0; i < length; i++)
        {
            float* row = logits + ((long)i * relations);
            if (example.Heads[i] == 0)
            {
                new Span<float>(row, relations).Clear();
                continue;
            }

            float gold = row[example.Relations[i]];
            loss += VectorMath.Softmax(row, relations, scale) - gold;
            row[example.Relations[i]] -= scale;
        }

        VectorMath.AddRows(gradients + _layout.OutputBias, logits, length, relations);
        MatrixProduct.Add(width, length, relations, _hidden.Pointer, 1, width, logits, relations, gradients + _layout.Output, relations);
        float* transposed = _transposed.Reserve((long)width * relations);
        MatrixProduct.Transpose(width, relations, dense + _layout.Output, relations, transposed, width);
        float* up = _hiddenGradient.Zeroed((long)length * width);
        MatrixProduct.Add(length, relations, width, logits, relations, 1, transposed, width, up, width);
        SpreadRelationGradient(example, sentence, gradients, up);
        return loss;
    }

    private void SpreadRelationGradient(ParserExample example, int sentence, float* gradients, float* up)
    {
        int width = _shape.Relation, projection = _shape.Projection;
        float* below = _projectedGradient.Pointer + ((long)_offsets[sentence] * projection) + (2 * _shape.Arc);
        for (int i = 0; i < example.Length; i++)
        {
            int head = example.Heads[i];
            if (head == 0) continue;
            float* row = up + ((long)i * width), value = _hidden.Pointer + ((long)i * width);
            for (int k = 0; k < width; k++)
            {
                if (!(value[k] > 0)) row[k] = 0;
            }

            VectorMath.AddTo(below + ((long)i * projection), row, width);
            VectorMath.AddTo(below + ((long)(head - 1) * projection) + width, row, width);
            VectorMath.AddTo(gradients + _layout.RelationDistance + (ArcGeometry.Bucket(i + 1, head) * width), row, width);
        }
    }
}
