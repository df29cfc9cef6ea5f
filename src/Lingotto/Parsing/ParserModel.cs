using System.Buffers;
using Lingotto.Inference;

namespace Lingotto.Parsing;

/// <summary>The weights of a parser, read in place from the sections of a model file.</summary>
internal sealed unsafe class ParserModel
{
    /// <summary>Version of the layout of the sections.</summary>
    public const int Version = 1;

    /// <summary>Numbers in the section <c>shape</c>.</summary>
    public const int ShapeLength = 16;

    private readonly List<MemoryHandle> _pinned = [];
    private readonly ByteLayer[] _layers;

    /// <summary>Opens the sections of a model.</summary>
    /// <exception cref="ModelFormatException">A section is missing or has not the length that the shape asks for.</exception>
    public ParserModel(ModelFile file)
    {
        int* shape = (int*)Pin(file, "shape", ShapeLength * sizeof(int));
        if (shape[0] != Version) throw new ModelFormatException(file.Name, "shape", $"expected parser version {Version}, found {shape[0]}");
        (Embedding, Hidden, int layers, Arc, Relation, int rows, int slots, TreebankRow) = (shape[1], shape[2], shape[3], shape[4], shape[5], shape[6], shape[7], shape[8]);
        Relations = file.Text("relations").Split('\n');
        RootRelation = Array.IndexOf(Relations, "root");
        Punctuation = file.HasSection("punctuation") && file.Text("punctuation") is { Length: > 0 } rules ? new PunctuationRules(rules, Relations) : null;
        Keys = new KeyTable((byte*)Pin(file, "keys", 8L * slots), 8 * slots);
        Rows = (sbyte*)Pin(file, "rows", (long)rows * Embedding);
        _layers = new ByteLayer[layers];
        for (int layer = 0; layer < layers; layer++) _layers[layer] = Layer(file, $"layer{layer}", layer == 0 ? Embedding : Wide, Gates);
        Projection = Layer(file, "projection", Wide, 2 * (Arc + Relation));
        Bilinear = Layer(file, "bilinear", Arc, Arc);
        Output = Layer(file, "output", Relation, (Relations.Length + 15) / 16 * 16);
        RootArc = (sbyte*)Pin(file, "root", Arc);
        RelationDistance = (float*)Pin(file, "distance", (long)ArcGeometry.BucketCount * Relation * sizeof(float));
        ArcBias = (float*)Pin(file, "arcBias", (long)ArcGeometry.BiasLength * sizeof(float));
        float* scales = (float*)Pin(file, "scales", 8 * sizeof(float));
        (InputFactor, WordFactor, QueryFactor, HeadFactor, HiddenFactor) = (scales[0], scales[1], scales[2], scales[3], scales[4]);
    }

    /// <summary>Width of a word's input.</summary>
    public int Embedding { get; }

    /// <summary>Width of one direction of a layer.</summary>
    public int Hidden { get; }

    /// <summary>Width of a layer's output.</summary>
    public int Wide => 2 * Hidden;

    /// <summary>Width of a layer's pre-activations: for each direction candidate, forget gate, output gate.</summary>
    public int Gates => 6 * Hidden;

    /// <summary>Width of the arc scorer.</summary>
    public int Arc { get; }

    /// <summary>Width of the relation scorer.</summary>
    public int Relation { get; }

    /// <summary>Row of the treebank whose conventions are followed.</summary>
    public int TreebankRow { get; }

    /// <summary>Names of the relations.</summary>
    public string[] Relations { get; }

    /// <summary>Number of <c>root</c>.</summary>
    public int RootRelation { get; }

    /// <summary>Where punctuation hangs by the treebank's conventions; null to leave it to the arc scorer.</summary>
    public PunctuationRules? Punctuation { get; }

    /// <summary>Keys of words and their rows.</summary>
    public KeyTable Keys { get; }

    /// <summary>Embedding rows, all of one scale.</summary>
    public sbyte* Rows { get; }

    /// <summary>Recurrent layers.</summary>
    public ReadOnlySpan<ByteLayer> Layers => _layers;

    /// <summary>Word's and head's side of the arc scorer, then of the relation scorer.</summary>
    public ByteLayer Projection { get; }

    /// <summary>The bilinear form of the arc scorer.</summary>
    public ByteLayer Bilinear { get; }

    /// <summary>From the relation scorer's hidden layer to relations.</summary>
    public ByteLayer Output { get; }

    /// <summary>The root as a head, in the scale of heads.</summary>
    public sbyte* RootArc { get; }

    /// <summary>What each bucket of distance adds to the relation scorer's hidden layer.</summary>
    public float* RelationDistance { get; }

    /// <summary>Biases of arcs.</summary>
    public float* ArcBias { get; }

    /// <summary>Factor from a sum of embedding rows to an activation.</summary>
    public float InputFactor { get; }

    /// <summary>Factor from the word's side of the arc scorer to an activation.</summary>
    public float WordFactor { get; }

    /// <summary>Factor from the bilinear form's result to an activation.</summary>
    public float QueryFactor { get; }

    /// <summary>Factor from the head's side of the arc scorer to a weight.</summary>
    public float HeadFactor { get; }

    /// <summary>Factor from the relation scorer's hidden layer to an activation.</summary>
    public float HiddenFactor { get; }

    private ByteLayer Layer(ModelFile file, string name, int inputs, int outputs) => new(
        inputs,
        outputs,
        (sbyte*)Pin(file, name + ".weights", (long)inputs * outputs),
        (int*)Pin(file, name + ".initial", (long)outputs * sizeof(int)),
        (float*)Pin(file, name + ".scale", (long)outputs * sizeof(float)),
        (float*)Pin(file, name + ".bias", (long)outputs * sizeof(float)));

    private void* Pin(ModelFile file, string section, long length)
    {
        ReadOnlyMemory<byte> memory = file.Section(section);
        if (memory.Length != length) throw new ModelFormatException(file.Name, section, $"expected {length} bytes, found {memory.Length}");
        MemoryHandle handle = memory.Pin();
        _pinned.Add(handle);
        return handle.Pointer;
    }
}
