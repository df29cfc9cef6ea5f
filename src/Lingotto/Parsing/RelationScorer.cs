using System.Runtime.Intrinsics;

namespace Lingotto.Parsing;

/// <summary>Chooses the relations of a segment whose heads are known.</summary>
internal static unsafe class RelationScorer
{
    /// <summary>Computes the sums that <see cref="Best"/> chooses by.</summary>
    public static void Score(ParserModel model, ParserWorkspace workspace, int count)
    {
        int width = model.Relation, projection = model.Projection.Outputs;
        Vector256<float> factor = Vector256.Create(model.HiddenFactor);
        for (int i = 0; i < count; i++)
        {
            int head = Math.Max(1, workspace.Heads[i]);
            float* own = workspace.Projected + (i * projection) + (2 * model.Arc);
            float* other = workspace.Projected + ((head - 1) * projection) + (2 * model.Arc) + width;
            float* distance = model.RelationDistance + (ArcGeometry.Bucket(i + 1, head) * width);
            for (int k = 0; k < width; k += 8)
            {
                Vector256<float> value = ((Vector256.Load(own + k) + Vector256.Load(other + k) + Vector256.Load(distance + k)) * factor) + Vector256.Create(0.5f);
                SentenceEncoder.Store(Vector256.ConvertToInt32(Vector256.Max(Vector256.Min(value, Vector256.Create(255f)), Vector256<float>.Zero)), workspace.RelationHidden + (i * width) + k);
            }
        }

        model.Output.Sums(workspace.RelationHidden, count, width, workspace.Sums, model.Output.Outputs);
    }

    /// <summary>Number of the best relation of a word that is not the root.</summary>
    public static int Best(ParserModel model, ParserWorkspace workspace, int word)
    {
        int* sums = workspace.Sums + (word * model.Output.Outputs);
        int best = -1;
        float bestScore = float.NegativeInfinity;
        for (int r = 0; r < model.Relations.Length; r++)
        {
            float score = (sums[r] * model.Output.Scale[r]) + model.Output.Bias[r];
            if (r == model.RootRelation || !(score > bestScore)) continue;
            best = r;
            bestScore = score;
        }

        return best;
    }
}
