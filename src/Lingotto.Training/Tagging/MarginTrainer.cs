using System.Numerics;
using System.Runtime.InteropServices;
using Lingotto.Tagging;

namespace Lingotto.Training.Tagging;

/// <summary>
/// Learns the margins from which a word is decided early: tags the treebanks with all features, compares with what the early ones alone would say, and
/// chooses for each form, or kind of form, the margin with the least work at hardly an error.
/// </summary>
internal sealed class MarginTrainer
{
    /// <summary>How many full tags chosen with all features one that is chosen otherwise is worth.</summary>
    private const double FeatsErrorCost = 30;

    /// <summary>Classes are never decided otherwise in the treebanks, and by so many steps more, since the words that were learned from are surer than others.</summary>
    private const int Safety = 6;

    private const int MinimumForClass = 50, MinimumForFeats = 20;
    private readonly TaggerModel _model;
    private readonly Dictionary<ulong, MarginGroup> _classes = [];
    private readonly Dictionary<ulong, MarginGroup>[] _feats = [[], [], []];

    private MarginTrainer(TaggerModel model) => _model = model;

    /// <summary>The content of the model's section: margins by key.</summary>
    /// <param name="model">The model, which has no margins yet.</param>
    /// <param name="sentences">What it learned from.</param>
    public static byte[] Learn(ModelFile model, IEnumerable<TaggedSentence> sentences)
    {
        var trainer = new MarginTrainer(new TaggerModel(model));
        TaggerScratch s = trainer._model.NewScratch();
        var document = new DocumentBuilder();
        foreach (TaggedSentence sentence in sentences)
        {
            TaggerEvaluation.Fill(document, sentence.Forms);
            s.Types!.Analyse(document, 0, sentence.Count, s);
            ClassDecoder.ScoreEarly(s, trainer._model.ClassWeights, trainer._model.Margin);
            ClassDecoder.Search(s, trainer._model.Transitions.Current);
            for (int at = TaggerScratch.Padding; at < s.Count + TaggerScratch.Padding; at++)
            {
                if (!BitOperations.IsPow2(s.Mask[at])) trainer.CountClass(s, at);
                trainer.CountFeats(s, at);
            }
        }

        return trainer.Build();
    }

    private void CountClass(TaggerScratch s, int at)
    {
        ReadOnlySpan<short> sums = s.Sums.AsSpan(at * WordType.RowLength, WordType.RowLength);
        int best = int.MinValue, second = int.MinValue;
        for (ulong mask = s.Mask[at]; mask != 0; mask &= mask - 1)
        {
            int score = sums[BitOperations.TrailingZeroCount(mask)];
            if (score > best) (best, second) = (score, best);
            else if (score > second) second = score;
        }

        Group(_classes, EarlyMargins.ClassKey(s.Forms[at].Lower, s.Ambiguity[at])).Add(best - second, best - sums[s.Class[at]]);
    }

    private void CountFeats(TaggerScratch s, int at)
    {
        (int ahead, int behind) = s.Choices!.Compare(s, at);
        if (ahead == int.MaxValue) return;
        for (int level = 0; level < EarlyMargins.FeatsLevels; level++)
        {
            MarginGroup group = Group(_feats[level], EarlyMargins.FeatsKey(level, s.Forms[at].Lower, s.Class[at]));
            group.Class = s.Class[at];
            group.Add(ahead, behind);
        }
    }

    private static MarginGroup Group(Dictionary<ulong, MarginGroup> groups, ulong key)
    {
        ref MarginGroup? group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, key, out _);
        return group ??= new MarginGroup();
    }

    private byte[] Build()
    {
        List<KeyValuePair<ulong, ushort>> entries = [];
        foreach ((ulong key, MarginGroup group) in _classes.OrderBy(g => g.Key))
        {
            if (group.Count >= MinimumForClass) entries.Add(KeyValuePair.Create(key, (ushort)Math.Min(group.Safe + Safety, EarlyMargins.Never)));
        }

        for (int level = 0; level < EarlyMargins.FeatsLevels; level++)
        {
            foreach ((ulong key, MarginGroup group) in _feats[level].OrderBy(g => g.Key))
            {
                MarginGroup? wider = level + 1 < EarlyMargins.FeatsLevels ? _feats[level + 1][EarlyMargins.FeatsKey(level + 1, 0, group.Class)] : null;
                if (group.Count >= MinimumForFeats) entries.Add(KeyValuePair.Create(key, (ushort)group.Cheapest(wider, FeatsErrorCost)));
            }
        }

        return HashTable16.Build(entries);
    }
}
