using System.Runtime.Intrinsics;
using Lingotto.Inference;

namespace Lingotto.Parsing;

/// <summary>Scores every arc of a segment from its projections.</summary>
internal static unsafe class ArcScorer
{
    private const float Impossible = -1e9f;
    private const int Offset = 128;

    /// <summary>The scores, a row of <see cref="ParserWorkspace.HeadStride"/> for each word; column 0 is the root.</summary>
    public static ReadOnlySpan<float> Score(ParserModel model, ParserWorkspace workspace, int count)
    {
        int stride = ParserWorkspace.HeadStride(count), arc = model.Arc;
        Query(model, workspace, count);
        Heads(model, workspace, count, stride);
        ByteDense.Multiply(workspace.Query, count, arc, workspace.HeadWeights, arc, stride, workspace.HeadInitial, workspace.Sums, stride);
        float unit = 1f / (model.QueryFactor * model.HeadFactor);
        float* scores = (float*)workspace.Sums;
        for (int i = 0; i < count; i++)
        {
            int* sums = workspace.Sums + (i * stride);
            float* row = scores + (i * stride);
            float* bias = model.ArcBias + ArcGeometry.BiasIndex(workspace.Upos[i + 1], 0, 0);
            row[0] = (sums[0] * unit) + bias[0];
            for (int h = 1; h <= count; h++)
            {
                row[h] = h == i + 1 ? Impossible : (sums[h] * unit) + bias[(workspace.Upos[h] * ArcGeometry.BucketCount) + ArcGeometry.Bucket(i + 1, h)];
            }
        }

        return new ReadOnlySpan<float>(scores, count * stride);
    }

    private static void Query(ParserModel model, ParserWorkspace workspace, int count)
    {
        int arc = model.Arc, projection = model.Projection.Outputs;
        Vector256<float> wordFactor = Vector256.Create(model.WordFactor), queryFactor = Vector256.Create(model.QueryFactor);
        for (int i = 0; i < count; i++)
        {
            float* from = workspace.Projected + (i * projection);
            for (int k = 0; k < arc; k += 8) SentenceEncoder.Store(Clip((Vector256.Load(from + k) * wordFactor) + Vector256.Create(0.5f)), workspace.Query + (i * arc) + k);
        }

        ByteLayer bilinear = model.Bilinear;
        bilinear.Sums(workspace.Query, count, arc, workspace.QuerySums, arc);
        for (int i = 0; i < count * arc; i += arc)
        {
            for (int k = 0; k < arc; k += 8)
            {
                Vector256<float> value = SentenceEncoder.Value(workspace.QuerySums + i + k, bilinear.Scale + k, bilinear.Bias + k);
                SentenceEncoder.Store(Clip((value * queryFactor) + Vector256.Create(Offset + 0.5f)), workspace.Query + i + k);
            }
        }
    }

    private static void Heads(ParserModel model, ParserWorkspace workspace, int count, int stride)
    {
        int arc = model.Arc, projection = model.Projection.Outputs;
        sbyte* row = stackalloc sbyte[arc];
        for (int h = 0; h < stride; h++)
        {
            int sum = 0;
            float* from = workspace.Projected + ((h - 1) * projection) + arc;
            for (int k = 0; k < arc; k++)
            {
                row[k] = h == 0 ? model.RootArc[k] : h > count ? (sbyte)0 : (sbyte)Math.Min(127, Math.Max(0f, from[k] * model.HeadFactor) + 0.5f);
                sum += row[k];
            }

            workspace.HeadInitial[h] = -Offset * sum;
            uint* to = (uint*)(workspace.HeadWeights + (h / ByteDense.TileWidth * arc * ByteDense.TileWidth) + (h % ByteDense.TileWidth * 4));
            for (int k = 0; k < arc / 4; k++) to[k * ByteDense.TileWidth] = ((uint*)row)[k];
        }
    }

    private static Vector256<int> Clip(Vector256<float> value) => Vector256.ConvertToInt32(Vector256.Max(Vector256.Min(value, Vector256.Create(255f)), Vector256<float>.Zero));
}
