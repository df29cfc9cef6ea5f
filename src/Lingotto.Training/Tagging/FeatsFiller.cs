using Lingotto.Tagging;

namespace Lingotto.Training.Tagging;

/// <summary>Gives words of treebanks without features those that their form and class can only have, by the other treebanks and the lexicon.</summary>
internal static class FeatsFiller
{
    public static void Fill(IReadOnlyList<TaggedSentence> sentences, IReadOnlyList<LexiconEntry> external, InventoryBuilder inventory, ITrainingReport report)
    {
        const double Share = 0.97;
        var seen = new Dictionary<(ulong Form, int Class), Dictionary<int, int>>();
        foreach (LexiconEntry entry in external)
        {
            int c = inventory.ClassOf(entry.Upos, entry.Xpos ?? ""), bundle = c < 0 ? -1 : inventory.BundleOf(c, entry.Feats);
            if (bundle >= 0) Add(seen, WordForm.Of(entry.Form).Lower, c, bundle);
        }

        foreach (TaggedSentence s in sentences)
        {
            for (int i = 0; i < s.Count; i++)
            {
                if (s.Bundle[i] >= 0 && s.Domain == 0) Add(seen, WordForm.Of(s.Forms[i]).Lower, s.Class[i], s.Bundle[i]);
            }
        }

        int filled = 0, open = 0;
        foreach (TaggedSentence s in sentences)
        {
            for (int i = 0; i < s.Count; i++)
            {
                if (s.Feats[i] is not null || s.Bundle[i] >= 0) continue;
                open++;
                if (!seen.TryGetValue((WordForm.Of(s.Forms[i]).Lower, s.Class[i]), out Dictionary<int, int>? counts))
                {
                    if (inventory.Inventory.BundlesOfClass[s.Class[i]].Length == 1) s.Bundle[i] = inventory.Inventory.BundlesOfClass[s.Class[i]][0];
                    continue;
                }

                (int bundle, int count) = counts.MaxBy(c => (c.Value, -c.Key));
                if (count < Share * counts.Values.Sum()) continue;
                s.Bundle[i] = bundle;
                filled++;
            }
        }

        if (open > 0) report.Line($"features filled in for {filled} of {open} words without them");
    }

    private static void Add(Dictionary<(ulong Form, int Class), Dictionary<int, int>> seen, ulong form, int c, int bundle)
    {
        if (!seen.TryGetValue((form, c), out Dictionary<int, int>? counts)) seen[(form, c)] = counts = [];
        counts[bundle] = counts.GetValueOrDefault(bundle) + 1;
    }
}
