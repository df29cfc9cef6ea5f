using System.Globalization;

namespace Lingotto.Tagging;

/// <summary>The parts of a tagger's model, read in place. Immutable, safe for concurrent use.</summary>
internal sealed class TaggerModel
{
    private readonly Pinned _pinned = new();
    private readonly ReadOnlyMemory<byte>[] _owners;

    public TaggerModel(ModelFile model)
    {
        Inventory = TagInventory.Parse(model.Text("inventory"));
        Analyser = new WordAnalyser(Inventory, new MorphLexicon(model, _pinned), new WordClusters(model, _pinned));
        Lemmas = new LemmaRules(model, _pinned);
        _owners = [model.Section("classes.weights"), model.Section("feats.weights")];
        ClassWeights = new FeatureTable(_owners[0], _pinned);
        FeatsWeights = new FeatureTable(_owners[1], _pinned);
        Transitions = new TransitionTable(ClassWeights, Inventory.ClassCount);
        Early = new EarlyMargins(model, _pinned);
        Margin = int.Parse(model.Text("classes.margin"), CultureInfo.InvariantCulture);
    }

    public TagInventory Inventory { get; }

    public WordAnalyser Analyser { get; }

    public LemmaRules Lemmas { get; }

    public FeatureTable ClassWeights { get; }

    public FeatureTable FeatsWeights { get; }

    public TransitionTable Transitions { get; }

    /// <summary>When words are decided early; never where the model does not say.</summary>
    public EarlyMargins Early { get; }

    /// <summary>Candidates whose score by the words is this much under the best are not searched.</summary>
    public int Margin { get; }

    /// <summary>Working memory for one call at a time.</summary>
    public TaggerScratch NewScratch()
    {
        var s = new TaggerScratch { Types = new WordTypes(this), Choices = new TagChoices(this) };
        s.SetMasks(Inventory);
        return s;
    }
}
