using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Lingotto.Tagging;

/// <summary>
/// Chooses full tags and lemmas, with what was found for the forms seen last kept in a table of fixed size; what it gives never depends on what that holds.
/// Not safe for concurrent use.
/// </summary>
internal sealed unsafe class TagChoices
{
    private const int Bits = 13;
    private readonly TaggerModel _model;
    private readonly TagInventory _inventory;
    private readonly FeatureTable _weights;
    private readonly TagChoice[] _memory;
    private readonly TagChoice* _choices;

    public TagChoices(TaggerModel model)
    {
        (_model, _inventory, _weights) = (model, model.Inventory, model.FeatsWeights);
        _memory = GC.AllocateArray<TagChoice>(1 << Bits, pinned: true);
        fixed (TagChoice* choices = _memory) _choices = choices;
    }

    /// <summary>Chooses the full tag of a word whose class is known, as those of the words before; gives the number of its lemma's script, -1 for none.</summary>
    public int Choose(TaggerScratch s, int at)
    {
        ulong key = KeyOf(s, at);
        TagChoice* choice = _choices + SlotOf(key);
        if (choice->Key != key)
        {
            int count = FeatsDecoder.Options(s, at, _inventory, _model.Analyser.Lexicon);
            choice->Key = key;
            choice->Fill(s, at, s.Options.AsSpan(0, count), _inventory, _weights);
            choice->EarlyMargin = _model.Early.OfFeats(s.Forms[at].Lower, s.Class[at]);
        }

        int k = choice->Count == 1 ? 0 : Best(choice, s, at), bundle = choice->Bundles[k];
        s.Bundle[at] = bundle;
        s.Feats[at] = _inventory.BundleFeats[bundle];
        if (choice->Scripts[k] == TagChoice.NoScript) choice->Scripts[k] = (short)_model.Lemmas.Find(s.Forms[at], bundle);
        return choice->Scripts[k];
    }

    /// <summary>Asks the processor to fetch what is kept of a word that comes soon.</summary>
    public void Prefetch(TaggerScratch s, int at)
    {
        if (!Sse.IsSupported) return;
        TagChoice* choice = _choices + SlotOf(KeyOf(s, at));
        Sse.Prefetch0(choice);
        Sse.Prefetch0(choice->Scores);
        Sse.Prefetch0(choice->Scripts);
    }

    /// <summary>How far the best full tag by form and class alone is ahead of the others (the highest number where there is no choice), and ahead of the chosen one; chooses.</summary>
    public (int Ahead, int Behind) Compare(TaggerScratch s, int at)
    {
        Choose(s, at);
        TagChoice* choice = _choices + SlotOf(KeyOf(s, at));
        if (choice->Count == 1) return (int.MaxValue, 0);
        int best = Early(choice, out int ahead);
        for (int k = 0; ; k++)
        {
            if (choice->Bundles[k] == s.Bundle[at]) return (ahead, choice->Scores[best] - choice->Scores[k]);
        }
    }

    private static int Early(TagChoice* choice, out int ahead)
    {
        int best = 0, second = int.MinValue;
        for (int k = 1; k < choice->Count; k++)
        {
            int score = choice->Scores[k];
            if (score > choice->Scores[best]) (best, second) = (k, choice->Scores[best]);
            else second = Math.Max(second, score);
        }

        ahead = choice->Scores[best] - second;
        return best;
    }

    private static ulong KeyOf(TaggerScratch s, int at) => (s.TypeKey[at] ^ (s.Class[at] + 1UL)) * 0xD6E8FEB86659FD93 | 1;

    private static int SlotOf(ulong key) => (int)(key >> (64 - Bits));

    [SkipLocalsInit]
    private int Best(TagChoice* choice, TaggerScratch s, int at)
    {
        int early = Early(choice, out int ahead);
        if (ahead > 0 && ahead >= choice->EarlyMargin) return early;
        Span<uint> features = stackalloc uint[FeatsFeatures.Maximum];
        Span<int> scores = stackalloc int[FeatureTable.Values];
        int featureCount = FeatsFeatures.FillContext(s, at, features), best = 0, bestScore = int.MinValue;
        scores.Clear();
        _weights.AccumulateAll(features[..featureCount], scores);
        for (int k = 0; k < choice->Count; k++)
        {
            int score = choice->Scores[k] + scores[_inventory.BundleRank[choice->Bundles[k]]];
            if (score > bestScore) (best, bestScore) = (k, score);
        }

        return best;
    }
}
