using System.Runtime.Intrinsics;

namespace Lingotto.Parsing;

/// <summary>Chooses the relations of a segment whose heads are known.</summary>
internal static unsafe class RelationScorer
{
    private const int HiddenShift = 4;

    /// <summary>What a step of the hidden layer's bytes is in the sixteen-bit numbers that are added up for it.</summary>
    public const float HiddenUnit = 1 << HiddenShift;

    /// <summary>Unit of the scores.</summary>
    public const float ScoreUnit = 1024f;

    /// <summary>A score that no relation has.</summary>
    public const float Impossible = -1e6f;

    /// <summary>Writes the numbers of the best relations; that of the root to the root.</summary>
    public static void Score(ParserModel model, ParserWorkspace workspace, int count)
    {
        int width = model.Relation;
        short* sides = workspace.RelationSides;
        Sides(model, workspace, count);
        for (int i = 0; i < count; i++)
        {
            int head = Math.Max(1, workspace.Heads[i]);
            short* own = sides + (i * 2 * width), other = sides + ((head - 1) * 2 * width) + width, distance = model.RelationDistance + (ArcGeometry.Bucket(i + 1, head) * width);
            byte* hidden = workspace.RelationHidden + (i * width);
            for (int k = 0; k < width; k += FixedPoint.Lanes)
            {
                FixedPoint.StoreClipped(Vector256.ShiftRightArithmetic(Vector256.Load(own + k) + Vector256.Load(other + k) + Vector256.Load(distance + k), HiddenShift), byte.MaxValue, hidden + k);
            }
        }

        model.Output.Sums(workspace.RelationHidden, count, width, workspace.Sums, model.Output.Outputs);
        for (int i = 0; i < count; i++) workspace.Relations[i] = workspace.Heads[i] == 0 ? model.RootRelation : Best(model.Output, workspace.Sums + (i * model.Output.Outputs));
    }

    /// <summary>Word's and head's side of each word.</summary>
    private static void Sides(ParserModel model, ParserWorkspace workspace, int count)
    {
        ByteLayer projection = model.Projection;
        int begin = 2 * model.Arc, width = 2 * model.Relation;
        Vector256<short> limit = Vector256.Create((short)10_000);
        for (int i = 0; i < count; i++)
        {
            int* sums = workspace.Sums + (i * projection.Outputs) + begin;
            short* to = workspace.RelationSides + (i * width);
            for (int k = 0; k < width; k += FixedPoint.Lanes)
            {
                Vector256.Max(Vector256.Min(FixedPoint.Scaled(sums + k, projection.Scale + begin + k, projection.Bias + begin + k), limit), -limit).Store(to + k);
            }
        }
    }

    private static int Best(in ByteLayer output, int* sums)
    {
        for (int k = 0; k < output.Outputs; k += 8) FixedPoint.Scaled8(sums + k, output.Scale + k, output.Bias + k).Store(sums + k);
        return new ReadOnlySpan<int>(sums, output.Outputs).IndexOf(FixedPoint.Greatest(sums, output.Outputs));
    }
}
