using Lingotto.Inference;

namespace Lingotto.Parsing;

/// <summary>Memory of one parse at a time, for at most <see cref="Capacity"/> words.</summary>
internal sealed unsafe class ParserWorkspace
{
    /// <summary>Greatest number of words that are parsed together, a multiple of 4; longer sentences are cut.</summary>
    public const int Capacity = 160;

    private const int Alignment = 64;

    private readonly NativeBuffer _buffer;
    private byte* _free;

    /// <summary>Allocates what a model needs.</summary>
    public ParserWorkspace(ParserModel model)
    {
        long wide = Math.Max(model.Wide, model.Embedding), heads = HeadStride(Capacity), gates = 2L * model.Gates;
        long sums = 4L * Math.Max(Math.Max(model.Gates, model.Projection.Outputs), model.Output.Outputs);
        long word = wide + sums + gates + sizeof(short*) + (4 * heads) + (5 * model.Arc) + (5 * model.Relation);
        _buffer = new NativeBuffer((Capacity * word) + (WordGateCache.RowCount * gates) + (heads * (model.Arc + 8)) + (2L * model.Hidden) + (16 * Alignment));
        _free = _buffer.Pointer;
        Activations = Take(Capacity * wide);
        Sums = (int*)Take(Capacity * sums);
        SegmentGates = (short*)Take(Capacity * gates);
        Gates = (short**)Take(Capacity * sizeof(short*));
        Scores = (int*)Take(Capacity * 4L * heads);
        Query = Take(Capacity * (long)model.Arc);
        QuerySums = (int*)Take(Capacity * 4L * model.Arc);
        HeadWeights = (sbyte*)Take(heads * model.Arc);
        HeadInitial = (int*)Take(4L * heads);
        BiasOffsets = (int*)Take(4L * heads);
        RelationSides = (short*)Take(Capacity * 4L * model.Relation);
        RelationHidden = Take(Capacity * (long)model.Relation);
        Cell = (short*)Take(2L * model.Hidden);
        Words = new WordGateCache((short*)Take(WordGateCache.RowCount * gates), model.Gates);
    }

    /// <summary>Inputs of a layer, bytes.</summary>
    public byte* Activations { get; }

    /// <summary>Sums of a layer.</summary>
    public int* Sums { get; }

    /// <summary>Gates of the first layer by word.</summary>
    public WordGateCache Words { get; }

    /// <summary>Room for the gates of a segment's words.</summary>
    public short* SegmentGates { get; }

    /// <summary>Where each word's gates of the layer at hand are.</summary>
    public short** Gates { get; }

    /// <summary>Cells of the recurrence.</summary>
    public short* Cell { get; }

    /// <summary>Scores of arcs.</summary>
    public int* Scores { get; }

    /// <summary>Word's side of the arc scorer, before and after the bilinear form.</summary>
    public byte* Query { get; }

    /// <summary>Sums of the bilinear form.</summary>
    public int* QuerySums { get; }

    /// <summary>Heads as packed weights.</summary>
    public sbyte* HeadWeights { get; }

    /// <summary>Initial sum of each head.</summary>
    public int* HeadInitial { get; }

    /// <summary>Where each head's biases begin in those of a word.</summary>
    public int* BiasOffsets { get; }

    /// <summary>Word's and head's side of the relation scorer for each word.</summary>
    public short* RelationSides { get; }

    /// <summary>Hidden layer of the relation scorer.</summary>
    public byte* RelationHidden { get; }

    /// <summary>Words whose gates of the first layer have to be computed.</summary>
    public int[] Missing { get; } = new int[Capacity];

    /// <summary>Heads within the segment, 0 for the root.</summary>
    public int[] Heads { get; } = new int[Capacity];

    /// <summary>Relations within the segment, by number.</summary>
    public int[] Relations { get; } = new int[Capacity];

    /// <summary>Room of the decoder.</summary>
    public int[] Component { get; } = new int[Capacity];

    /// <summary>The decoder of sentences whose best heads are no tree without crossing arcs.</summary>
    public ProjectiveDecoder Projective { get; } = new();

    /// <summary>Parts of speech, item 0 the root's.</summary>
    public byte[] Upos { get; } = new byte[Capacity + 1];

    /// <summary>Length of a row of arc scores.</summary>
    public static int HeadStride(int words) => (words + 1 + 15) / 16 * 16;

    private byte* Take(long length)
    {
        byte* here = _free;
        _free += (length + Alignment - 1) / Alignment * Alignment;
        return here;
    }
}
