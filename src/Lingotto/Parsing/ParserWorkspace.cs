using Lingotto.Inference;

namespace Lingotto.Parsing;

/// <summary>Memory of one parse at a time, for at most <see cref="Capacity"/> words.</summary>
internal sealed unsafe class ParserWorkspace
{
    /// <summary>Greatest number of words that are parsed together; longer sentences are cut.</summary>
    public const int Capacity = 160;

    private readonly NativeBuffer _buffer;

    /// <summary>Allocates what a model needs.</summary>
    public ParserWorkspace(ParserModel model)
    {
        long wide = Math.Max(model.Wide, model.Embedding), heads = HeadStride(Capacity);
        long sums = Math.Max(Math.Max(model.Gates, model.Projection.Outputs), Math.Max(heads, model.Output.Outputs));
        _buffer = new NativeBuffer((Capacity * ((2 * wide) + (sums * 4) + (model.Projection.Outputs * 4) + (6 * model.Arc) + model.Relation)) + (heads * (model.Arc + 4)) + (model.Hidden * 4) + 4096);
        byte* at = _buffer.Pointer;
        Activations = Take(ref at, Capacity * wide);
        Sums = (int*)Take(ref at, Capacity * sums * 4);
        Projected = (float*)Take(ref at, Capacity * model.Projection.Outputs * 4L);
        Query = Take(ref at, Capacity * (long)model.Arc);
        QuerySums = (int*)Take(ref at, Capacity * model.Arc * 4L);
        HeadWeights = (sbyte*)Take(ref at, heads * model.Arc);
        HeadInitial = (int*)Take(ref at, heads * 4);
        RelationHidden = Take(ref at, Capacity * (long)model.Relation);
        Cell = (float*)Take(ref at, model.Hidden * 4L);
    }

    /// <summary>Inputs of a layer, bytes.</summary>
    public byte* Activations { get; }

    /// <summary>Sums of a layer, of arcs, of relations.</summary>
    public int* Sums { get; }

    /// <summary>Projections of every word.</summary>
    public float* Projected { get; }

    /// <summary>Word's side of the arc scorer, before and after the bilinear form.</summary>
    public byte* Query { get; }

    /// <summary>Sums of the bilinear form.</summary>
    public int* QuerySums { get; }

    /// <summary>Heads as packed weights.</summary>
    public sbyte* HeadWeights { get; }

    /// <summary>Initial sum of each head.</summary>
    public int* HeadInitial { get; }

    /// <summary>Hidden layer of the relation scorer.</summary>
    public byte* RelationHidden { get; }

    /// <summary>Cells of the recurrence.</summary>
    public float* Cell { get; }

    /// <summary>Heads within the segment, 0 for the root.</summary>
    public int[] Heads { get; } = new int[Capacity];

    /// <summary>Relations within the segment, by number.</summary>
    public int[] Relations { get; } = new int[Capacity];

    /// <summary>Room of the decoder.</summary>
    public int[] Component { get; } = new int[Capacity];

    /// <summary>Parts of speech, item 0 the root's.</summary>
    public byte[] Upos { get; } = new byte[Capacity + 1];

    /// <summary>Length of a row of arc scores.</summary>
    public static int HeadStride(int words) => (words + 1 + 15) / 16 * 16;

    private static byte* Take(ref byte* at, long length)
    {
        byte* here = at;
        at += (length + 63) / 64 * 64;
        return here;
    }
}
