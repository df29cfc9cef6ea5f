using System.Runtime.Intrinsics;
using Lingotto.Inference;

namespace Lingotto.Parsing;

/// <summary>Scores every arc of a segment from the sums of the projections, in whole numbers.</summary>
internal static unsafe class ArcScorer
{
    private const int Offset = 128;

    /// <summary>What is added to the bilinear form so that it can be stored as bytes, with what rounds it.</summary>
    public const float QueryOffset = Offset + 0.5f;

    /// <summary>The scores, a row of <see cref="ParserWorkspace.HeadStride"/> for each word; column 0 is the root.</summary>
    public static Span<int> Score(ParserModel model, ParserWorkspace workspace, int count)
    {
        int stride = ParserWorkspace.HeadStride(count), arc = model.Arc;
        Query(model, workspace, count);
        Heads(model, workspace, count, stride);
        ByteDense.Multiply(workspace.Query, count, arc, workspace.HeadWeights, arc, stride, workspace.HeadInitial, workspace.Scores, stride);
        for (int h = 1; h <= count; h++) workspace.BiasOffsets[h] = workspace.Upos[h] * ArcGeometry.BucketCount;
        fixed (byte* buckets = ArcGeometry.Buckets)
        {
            for (int i = 0; i < count; i++)
            {
                int* row = workspace.Scores + (i * stride), bias = model.ArcBias + ArcGeometry.BiasIndex(workspace.Upos[i + 1], 0, 0), offsets = workspace.BiasOffsets;
                byte* bucket = buckets + ArcGeometry.Span - (i + 1);
                row[0] += bias[0];
                for (int h = 1; h <= count; h++) row[h] += bias[offsets[h] + bucket[h]];
                row[i + 1] = TreeDecoder.Impossible;
                for (int h = count + 1; h < stride; h++) row[h] = TreeDecoder.Impossible;
            }
        }

        return new Span<int>(workspace.Scores, count * stride);
    }

    private static void Query(ParserModel model, ParserWorkspace workspace, int count)
    {
        int arc = model.Arc;
        ByteLayer projection = model.Projection, bilinear = model.Bilinear;
        for (int i = 0; i < count; i++)
        {
            int* sums = workspace.Sums + (i * projection.Outputs);
            for (int k = 0; k < arc; k += FixedPoint.Lanes) FixedPoint.StoreClipped(FixedPoint.Scaled(sums + k, projection.Scale + k, projection.Bias + k), byte.MaxValue, workspace.Query + (i * arc) + k);
        }

        bilinear.Sums(workspace.Query, count, arc, workspace.QuerySums, arc);
        for (int i = 0; i < count * arc; i += arc)
        {
            for (int k = 0; k < arc; k += FixedPoint.Lanes) FixedPoint.StoreClipped(FixedPoint.Scaled(workspace.QuerySums + i + k, bilinear.Scale + k, bilinear.Bias + k), byte.MaxValue, workspace.Query + i + k);
        }
    }

    private static void Heads(ParserModel model, ParserWorkspace workspace, int count, int stride)
    {
        Head(workspace, 0, model.RootArc, model.Arc);
        ByteLayer projection = model.Projection;
        int arc = model.Arc;
        sbyte* row = stackalloc sbyte[arc];
        for (int h = 1; h <= count; h++)
        {
            int* sums = workspace.Sums + ((h - 1) * projection.Outputs) + arc;
            for (int k = 0; k < arc; k += FixedPoint.Lanes)
            {
                FixedPoint.StoreClipped(FixedPoint.Scaled(sums + k, projection.Scale + arc + k, projection.Bias + arc + k), (short)sbyte.MaxValue, (byte*)row + k);
            }

            Head(workspace, h, row, arc);
        }
    }

    /// <summary>Puts a head among the weights of the product, and what takes back the offset of the other side.</summary>
    private static void Head(ParserWorkspace workspace, int head, sbyte* row, int arc)
    {
        Vector256<int> sum = Vector256<int>.Zero;
        for (int k = 0; k < arc; k += 16)
        {
            Vector128<sbyte> part = Vector128.Load(row + k);
            Vector128<short> pair = Vector128.WidenLower(part) + Vector128.WidenUpper(part);
            sum += Vector256.Create(Vector128.WidenLower(pair), Vector128.WidenUpper(pair));
        }

        workspace.HeadInitial[head] = -Offset * Vector256.Sum(sum);
        uint* to = (uint*)(workspace.HeadWeights + (head / ByteDense.TileWidth * arc * ByteDense.TileWidth) + (head % ByteDense.TileWidth * 4));
        for (int k = 0; k < arc / 4; k++) to[k * ByteDense.TileWidth] = ((uint*)row)[k];
    }
}
