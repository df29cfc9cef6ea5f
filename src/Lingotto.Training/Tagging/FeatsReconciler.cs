using Lingotto.Tagging;

namespace Lingotto.Training.Tagging;

/// <summary>
/// Treebanks of other conventions keep the features of a word only where its form is known with them: to the treebanks whose conventions the tagger
/// follows, to the lexicon, or to several other treebanks. Forms that none of these knows keep them where they are about as usual for the class as in the
/// treebanks that the tagger follows. The rest is filled in as if it had never been annotated.
/// </summary>
internal static class FeatsReconciler
{
    private const int LeastWitnesses = 2;
    private const int LeastOccurrences = 3;
    private const int UnusualTimes = 3;
    private const int UnusualMinimum = 20;

    private sealed class Form
    {
        /// <summary>Full tags that the lexicon or the treebanks of the tagger's conventions give; occurrences in the latter.</summary>
        public HashSet<int> Own { get; } = [];

        public bool IsInLexicon { get; set; }

        public int Occurrences { get; set; }

        /// <summary>By full tag, the other treebanks that give it.</summary>
        public Dictionary<int, HashSet<int>> Others { get; } = [];

        public bool Allows(int bundle, bool isUnusual) =>
            Own.Contains(bundle) || (!IsInLexicon && (Others[bundle].Count >= LeastWitnesses || (Occurrences < LeastOccurrences && !isUnusual)));
    }

    public static void Apply(IReadOnlyList<TaggedSentence> sentences, IReadOnlyList<LexiconEntry> external, InventoryBuilder inventory, ITrainingReport report)
    {
        Dictionary<(ulong Form, int Class), Form> forms = Count(sentences, external, inventory);
        HashSet<(int Domain, int Bundle)> unusual = Unusual(sentences, inventory.Inventory);
        int dropped = 0;
        foreach (TaggedSentence s in sentences)
        {
            if (s.Domain == 0) continue;
            for (int i = 0; i < s.Count; i++)
            {
                if (s.Bundle[i] < 0 || forms[(WordForm.Of(s.Forms[i]).Lower, s.Class[i])].Allows(s.Bundle[i], unusual.Contains((s.Domain, s.Bundle[i])))) continue;
                s.Bundle[i] = -1;
                s.Feats[i] = null;
                dropped++;
            }
        }

        if (dropped > 0) report.Line($"features of {dropped} words that follow other conventions are left out");
    }

    // Full tags that another treebank has much more often, of all words of their class, than those that the tagger follows.
    private static HashSet<(int Domain, int Bundle)> Unusual(IReadOnlyList<TaggedSentence> sentences, TagInventory inventory)
    {
        var counts = new Dictionary<(int Domain, int Bundle), int>();
        var classes = new Dictionary<(int Domain, int Class), int>();
        foreach (TaggedSentence s in sentences)
        {
            foreach (int bundle in s.Bundle)
            {
                if (bundle < 0) continue;
                counts[(s.Domain, bundle)] = counts.GetValueOrDefault((s.Domain, bundle)) + 1;
                (int, int) own = (s.Domain, inventory.BundleClass[bundle]);
                classes[own] = classes.GetValueOrDefault(own) + 1;
            }
        }

        double Share(int domain, int bundle) => counts.GetValueOrDefault((domain, bundle)) / (double)Math.Max(1, classes.GetValueOrDefault((domain, inventory.BundleClass[bundle])));
        return [.. counts.Where(c => c.Key.Domain != 0 && c.Value >= UnusualMinimum && Share(c.Key.Domain, c.Key.Bundle) > UnusualTimes * Share(0, c.Key.Bundle)).Select(c => c.Key)];
    }

    private static Dictionary<(ulong Form, int Class), Form> Count(IReadOnlyList<TaggedSentence> sentences, IReadOnlyList<LexiconEntry> external, InventoryBuilder inventory)
    {
        var forms = new Dictionary<(ulong, int), Form>();
        Form Of(ulong form, int c) => forms.TryGetValue((form, c), out Form? known) ? known : forms[(form, c)] = new Form();
        foreach (LexiconEntry entry in external)
        {
            int c = inventory.ClassOf(entry.Upos, entry.Xpos ?? ""), bundle = c < 0 ? -1 : inventory.BundleOf(c, entry.Feats);
            if (bundle < 0) continue;
            Form form = Of(WordForm.Of(entry.Form).Lower, c);
            form.Own.Add(bundle);
            form.IsInLexicon = true;
        }

        foreach (TaggedSentence s in sentences)
        {
            for (int i = 0; i < s.Count; i++)
            {
                if (s.Bundle[i] < 0) continue;
                Form form = Of(WordForm.Of(s.Forms[i]).Lower, s.Class[i]);
                if (s.Domain == 0)
                {
                    form.Own.Add(s.Bundle[i]);
                    form.Occurrences++;
                }
                else
                {
                    if (!form.Others.TryGetValue(s.Bundle[i], out HashSet<int>? others)) form.Others[s.Bundle[i]] = others = [];
                    others.Add(s.Domain);
                }
            }
        }

        return forms;
    }
}
