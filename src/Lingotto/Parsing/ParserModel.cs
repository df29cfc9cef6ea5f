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

    private const float GreatestBias = 1e6f;

    private readonly List<MemoryHandle> _pinned = [];
    private readonly List<NativeBuffer> _buffers = [];
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
        float* scales = (float*)Pin(file, "scales", 8 * sizeof(float));
        (InputFactor, float word, float query, float head, float hidden) = (scales[0], scales[1], scales[2], scales[3], scales[4]);
        _layers = new ByteLayer[layers];
        for (int layer = 0; layer < layers; layer++)
        {
            _layers[layer] = Layer(file, $"layer{layer}", layer == 0 ? Embedding : Wide, Gates, o => o / Hidden % 3 == 0 ? FixedPoint.ArgumentUnit : FixedPoint.ArgumentUnit * ClippedCubic.GateScale);
        }

        float relation = hidden * RelationScorer.HiddenUnit;
        Projection = Layer(file, "projection", Wide, 2 * (Arc + Relation), o => o < Arc ? word : o < 2 * Arc ? head : relation, o => o < 2 * Arc ? 0.5f : 0);
        Bilinear = Layer(file, "bilinear", Arc, Arc, _ => query, _ => ArcScorer.QueryOffset);
        Output = Layer(file, "output", Relation, (Relations.Length + 15) / 16 * 16, _ => RelationScorer.ScoreUnit, o => o >= Relations.Length || o == RootRelation ? RelationScorer.Impossible : 0);
        RootArc = (sbyte*)Pin(file, "root", Arc);
        RelationDistance = (short*)Convert(file, "distance", ArcGeometry.BucketCount * Relation, sizeof(short), (to, i, value) => ((short*)to)[i] = (short)Rounded((value * relation) + (RelationScorer.HiddenUnit / 2), short.MaxValue / 4));
        ArcBias = (int*)Convert(file, "arcBias", ArcGeometry.BiasLength, sizeof(int), (to, i, value) => ((int*)to)[i] = Rounded(value * (query * head), GreatestBias));
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

    /// <summary>What each bucket of distance adds to the relation scorer's hidden layer, in its sixteen-bit numbers, with what rounds their sum.</summary>
    public short* RelationDistance { get; }

    /// <summary>Biases of arcs in the unit of the products' sums.</summary>
    public int* ArcBias { get; }

    /// <summary>Factor from a sum of embedding rows to an activation.</summary>
    public float InputFactor { get; }

    private delegate void Store(byte* to, int index, float value);

    /// <summary>A layer whose scales and biases are multiplied by a factor of each output; something may be added to its bias.</summary>
    private ByteLayer Layer(ModelFile file, string name, int inputs, int outputs, Func<int, float> factor, Func<int, float>? added = null) => new(
        inputs,
        outputs,
        (sbyte*)Pin(file, name + ".weights", (long)inputs * outputs),
        (int*)Pin(file, name + ".initial", (long)outputs * sizeof(int)),
        (float*)Convert(file, name + ".scale", outputs, sizeof(float), (to, o, value) => ((float*)to)[o] = value * factor(o)),
        (float*)Convert(file, name + ".bias", outputs, sizeof(float), (to, o, value) => ((float*)to)[o] = (value * factor(o)) + (added?.Invoke(o) ?? 0)));

    private byte* Convert(ModelFile file, string section, int count, int size, Store store)
    {
        float* from = (float*)Pin(file, section, (long)count * sizeof(float));
        var buffer = new NativeBuffer((long)count * size);
        _buffers.Add(buffer);
        for (int i = 0; i < count; i++) store(buffer.Pointer, i, from[i]);
        return buffer.Pointer;
    }

    private static int Rounded(float value, float limit) => (int)MathF.Round(Math.Clamp(value, -limit, limit));

    private void* Pin(ModelFile file, string section, long length)
    {
        ReadOnlyMemory<byte> memory = file.Section(section);
        if (memory.Length != length) throw new ModelFormatException(file.Name, section, $"expected {length} bytes, found {memory.Length}");
        MemoryHandle handle = memory.Pin();
        _pinned.Add(handle);
        return handle.Pointer;
    }
}
