using System.Globalization;

namespace Lingotto.Tagging;

/// <summary>
/// Tags and lemmatizes by linear models over hashed features: classes (part of speech and treebank tag) by Viterbi search of second order over the
/// candidates of a morphological lexicon, then features by the words around, then lemmas by edit scripts. Immutable, safe for concurrent use;
/// linear in the length of the sentence; allocates nothing in the steady state.
/// </summary>
public sealed class LinearTagger : ITagger
{
    private readonly Pinned _pinned = new();
    private readonly TagInventory _inventory;
    private readonly WordAnalyser _analyser;
    private readonly LemmaRules _lemmas;
    private readonly FeatureTable _classWeights, _featsWeights;
    private readonly ReadOnlyMemory<byte>[] _owners;
    private readonly int _margin;
    private TaggerScratch? _idle;

    private LinearTagger(ModelFile model)
    {
        _inventory = TagInventory.Parse(model.Text("inventory"));
        _analyser = new WordAnalyser(_inventory, new MorphLexicon(model, _pinned), new WordClusters(model, _pinned));
        _lemmas = new LemmaRules(model, _pinned);
        _owners = [model.Section("classes.weights"), model.Section("feats.weights")];
        _classWeights = new FeatureTable(_owners[0], _pinned);
        _featsWeights = new FeatureTable(_owners[1], _pinned);
        _margin = int.Parse(model.Text("classes.margin"), CultureInfo.InvariantCulture);
        Name = model.Name;
    }

    /// <summary>Name of the model.</summary>
    public string Name { get; }

    /// <summary>Number of different full tags: <see cref="DocumentBuilder.Tag"/> of a tagged word is less than this.</summary>
    public int TagCount => _inventory.BundleClass.Length;

    internal TagInventory Inventory => _inventory;

    /// <summary>A tagger that reads its model in place.</summary>
    /// <exception cref="ModelFormatException">A section is missing or corrupted.</exception>
    public static LinearTagger Open(ModelFile model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new LinearTagger(model);
    }

    /// <inheritdoc/>
    public void Tag(DocumentBuilder document, int sentence)
    {
        ArgumentNullException.ThrowIfNull(document);
        TaggerScratch s = Interlocked.Exchange(ref _idle, null) ?? new TaggerScratch();
        int first = document.FirstWordOfSentence(sentence);
        _analyser.Analyse(document, first, document.FirstWordOfSentence(sentence + 1), s);
        ClassDecoder.Score(s, _classWeights, _margin);
        ClassDecoder.Decode(s, _classWeights);
        FeatsDecoder.Decode(s, _inventory, _analyser.Lexicon, _featsWeights);
        for (int i = 0; i < s.Count; i++)
        {
            int bundle = s.Bundle[i + TaggerScratch.Padding], c = _inventory.BundleClass[bundle];
            document.SetTag(first + i, _inventory.ClassUpos[c], _inventory.ClassXpos[c], _inventory.Feats[_inventory.BundleFeats[bundle]], bundle);
            _lemmas.Apply(document, first + i, s.Forms[i + TaggerScratch.Padding], bundle, s);
        }

        _idle = s;
    }
}
