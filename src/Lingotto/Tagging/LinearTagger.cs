using Lingotto.Inference;

namespace Lingotto.Tagging;

/// <summary>
/// Tags and lemmatizes by linear models over hashed features: classes (part of speech and treebank tag) by Viterbi search of second order over the
/// candidates of a morphological lexicon, then features by the words around, then lemmas by edit scripts. Immutable, safe for concurrent use;
/// linear in the length of the sentence; allocates nothing in the steady state.
/// </summary>
public sealed class LinearTagger : ITagger
{
    private readonly TaggerModel _model;
    private readonly WorkspacePool<TaggerScratch> _pool;

    private LinearTagger(ModelFile file)
    {
        _model = new TaggerModel(file);
        _pool = new WorkspacePool<TaggerScratch>(_model.NewScratch);
        Name = file.Name;
    }

    /// <summary>Name of the model.</summary>
    public string Name { get; }

    /// <summary>Number of different full tags: <see cref="DocumentBuilder.Tag"/> of a tagged word is less than this.</summary>
    public int TagCount => Inventory.BundleClass.Length;

    internal TagInventory Inventory => _model.Inventory;

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
        TaggerScratch s = _pool.Rent();
        int first = document.FirstWordOfSentence(sentence);
        s.Types!.Analyse(document, first, document.FirstWordOfSentence(sentence + 1), s);
        ClassDecoder.ScoreEarly(s, _model.ClassWeights, _model.Margin);
        ClassDecoder.Search(s, _model.Transitions.Current);
        for (int i = 0; i < s.Count; i++)
        {
            if (i + 2 < s.Count) s.Choices!.Prefetch(s, i + 2 + TaggerScratch.Padding);
            int script = s.Choices!.Choose(s, i + TaggerScratch.Padding), bundle = s.Bundle[i + TaggerScratch.Padding], c = Inventory.BundleClass[bundle];
            document.SetTag(first + i, Inventory.ClassUpos[c], Inventory.ClassXpos[c], Inventory.Feats[Inventory.BundleFeats[bundle]], bundle);
            _model.Lemmas.Apply(document, first + i, script, s);
        }

        _pool.Return(s);
    }
}
