using Lingotto.Parsing;

namespace Lingotto.Training.Parsing;

/// <summary>Where each dense parameter of the network lies in the one array that holds them all.</summary>
internal sealed class ParserLayout
{
    private readonly int[] _weights;
    private readonly int[] _bias;

    /// <summary>Lays the parameters out.</summary>
    public ParserLayout(ParserShape shape)
    {
        int at = 0;
        _weights = new int[shape.Layers];
        _bias = new int[shape.Layers];
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            _weights[layer] = Take(ref at, shape.Input(layer) * shape.Gates);
            _bias[layer] = Take(ref at, shape.Gates);
        }

        Projection = Take(ref at, shape.Wide * shape.Projection);
        ProjectionBias = Take(ref at, shape.Projection);
        Bilinear = Take(ref at, shape.Arc * shape.Arc);
        BilinearBias = Take(ref at, shape.Arc);
        RootArc = Take(ref at, shape.Arc);
        RelationDistance = Take(ref at, ArcGeometry.BucketCount * shape.Relation);
        Output = Take(ref at, shape.Relation * shape.PaddedRelations);
        OutputBias = Take(ref at, shape.PaddedRelations);
        ArcBias = Take(ref at, ArcGeometry.BiasLength);
        Length = at;
    }

    /// <summary>Weights of the projections, from a layer's output.</summary>
    public int Projection { get; }

    /// <summary>Biases of the projections.</summary>
    public int ProjectionBias { get; }

    /// <summary>The bilinear form of the arc scorer.</summary>
    public int Bilinear { get; }

    /// <summary>What every head scores by itself.</summary>
    public int BilinearBias { get; }

    /// <summary>The root as a head.</summary>
    public int RootArc { get; }

    /// <summary>What the distance adds to the relation scorer.</summary>
    public int RelationDistance { get; }

    /// <summary>Weights of the relations.</summary>
    public int Output { get; }

    /// <summary>Biases of the relations.</summary>
    public int OutputBias { get; }

    /// <summary>Biases of arcs by both parts of speech and distance.</summary>
    public int ArcBias { get; }

    /// <summary>Number of parameters.</summary>
    public int Length { get; }

    /// <summary>Weights of a recurrent layer, a row for each input.</summary>
    public int Weights(int layer) => _weights[layer];

    /// <summary>Biases of a recurrent layer.</summary>
    public int Bias(int layer) => _bias[layer];

    private static int Take(ref int at, int length)
    {
        int here = at;
        at += (length + 15) / 16 * 16;
        return here;
    }
}
