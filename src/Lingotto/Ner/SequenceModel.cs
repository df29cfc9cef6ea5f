using System.Buffers.Binary;

namespace Lingotto.Ner;

/// <summary>
/// A trained sequence labeller: types, feature weights as signed bytes with one scale, transitions. Read in place from the sections
/// <c>NAME.types</c>, <c>NAME.keys</c>, <c>NAME.rows</c> and <c>NAME.chain</c> of a model file. Immutable, safe for concurrent use.
/// </summary>
internal sealed class SequenceModel
{
    private readonly FeatureTable _features;
    private readonly float _scale;

    private SequenceModel(BilouScheme scheme, FeatureTable features, float scale, ChainModel chain)
    {
        Scheme = scheme;
        _features = features;
        _scale = scale;
        Chain = chain;
    }

    public BilouScheme Scheme { get; }

    public ChainModel Chain { get; }

    public static SequenceModel Open(ModelFile model, string name)
    {
        var scheme = new BilouScheme(model.Text(name + ".types").Split('\n', StringSplitOptions.RemoveEmptyEntries));
        ReadOnlySpan<byte> chain = model.Section(name + ".chain").Span;
        int labels = scheme.LabelCount;
        if (chain.Length != 4 * (1 + (labels * labels)))
        {
            throw new ModelFormatException(model.Name, name + ".chain", $"expected a scale and {labels * labels} transitions, found {chain.Length} bytes");
        }

        var transitions = new float[labels * labels];
        for (int i = 0; i < transitions.Length; i++) transitions[i] = BinaryPrimitives.ReadSingleLittleEndian(chain[(4 + (4 * i))..]);
        var table = new FeatureTable(model.Section(name + ".keys"), model.Section(name + ".rows"), labels - 1);
        return new SequenceModel(scheme, table, BinaryPrimitives.ReadSingleLittleEndian(chain), new ChainModel(scheme, transitions));
    }

    /// <summary>Sets the scores of one position from its features; that of outside is 0.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<int> sums, Span<float> scores)
    {
        _features.Sum(features, sums);
        scores[BilouScheme.Outside] = 0;
        for (int i = 1; i < scores.Length; i++) scores[i] = sums[i - 1] * _scale;
    }

    /// <summary>Adds the sections of a labeller to a model: rows by feature, in the order of the features, for all labels but outside, whose weights are 0.</summary>
    public static void Write(ModelWriter writer, string name, BilouScheme scheme, ReadOnlySpan<uint> features, ReadOnlySpan<sbyte> rows, float scale, ReadOnlySpan<float> transitions)
    {
        var chain = new byte[4 * (1 + transitions.Length)];
        BinaryPrimitives.WriteSingleLittleEndian(chain, scale);
        for (int i = 0; i < transitions.Length; i++) BinaryPrimitives.WriteSingleLittleEndian(chain.AsSpan(4 + (4 * i)), transitions[i]);
        writer.Add(name + ".types", string.Join('\n', scheme.Types))
            .Add(name + ".keys", FeatureTable.WriteKeys(features))
            .Add(name + ".rows", FeatureTable.WriteRows(rows))
            .Add(name + ".chain", chain);
    }
}
