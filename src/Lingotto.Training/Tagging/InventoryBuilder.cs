using System.Text;
using Lingotto.Tagging;

namespace Lingotto.Training.Tagging;

/// <summary>Makes the inventory of tags of a corpus, and turns the corpus's tags into its numbers.</summary>
internal sealed class InventoryBuilder
{
    private const int MinimumClassCount = 8;
    private const int MaximumBundlesOfClass = 64;
    private readonly Dictionary<(string, string), int> _class = [];
    private readonly Dictionary<string, int> _mainClass = [];
    private readonly Dictionary<(int, string), int> _bundle = [];

    public InventoryBuilder(IReadOnlyList<TaggedSentence> sentences, IReadOnlyList<LexiconEntry> external)
    {
        Text = Describe(sentences, external);
        Inventory = TagInventory.Parse(Text);
        for (int c = 0; c < Inventory.ClassCount; c++)
        {
            string upos = Inventory.ClassUpos[c].ToName();
            _class[(upos, Inventory.ClassXpos[c] ?? "_")] = c;
            _mainClass.TryAdd(upos, c);
        }

        for (int b = 0; b < Inventory.BundleClass.Length; b++) _bundle[(Inventory.BundleClass[b], Inventory.Feats[Inventory.BundleFeats[b]] ?? "_")] = b;
    }

    public TagInventory Inventory { get; }

    public string Text { get; }

    /// <summary>The class of a part of speech and treebank tag; the part of speech's most frequent one where the pair is rare.</summary>
    public int ClassOf(string upos, string xpos) => _class.TryGetValue((upos, xpos), out int c) ? c : _mainClass.GetValueOrDefault(upos, -1);

    /// <summary>The bundle of a class with features, -1 where there is none.</summary>
    public int BundleOf(int c, string? feats) => feats is null ? -1 : _bundle.GetValueOrDefault((c, feats), -1);

    public void Number(TaggedSentence sentence)
    {
        sentence.Class = new byte[sentence.Count];
        sentence.Bundle = new int[sentence.Count];
        for (int i = 0; i < sentence.Count; i++)
        {
            int c = ClassOf(sentence.Upos[i], sentence.Xpos[i]);
            sentence.Class[i] = (byte)Math.Max(c, 0);
            sentence.Bundle[i] = BundleOf(c, sentence.Feats[i]);
        }
    }

    private static string Describe(IReadOnlyList<TaggedSentence> sentences, IReadOnlyList<LexiconEntry> external)
    {
        var classes = new Dictionary<(string Upos, string Xpos), int>();
        foreach (TaggedSentence s in sentences)
        {
            for (int i = 0; i < s.Count; i++) classes[(s.Upos[i], s.Xpos[i])] = classes.GetValueOrDefault((s.Upos[i], s.Xpos[i])) + 1;
        }

        List<(string Upos, string Xpos)> kept = [.. classes.Where(c => c.Value >= MinimumClassCount && c.Key.Upos != "_")
            .OrderByDescending(c => c.Value).ThenBy(c => c.Key.Upos + c.Key.Xpos, StringComparer.Ordinal).Take(TagInventory.MaximumClasses - 1).Select(c => c.Key)];
        var main = new Dictionary<string, (string, string)>();
        foreach ((string Upos, string Xpos) c in kept) main.TryAdd(c.Upos, c);
        var number = kept.Select((c, i) => (c, i)).ToDictionary(c => c.c, c => c.i);
        var bundles = new Dictionary<(int Class, string Feats), int>();
        foreach (TaggedSentence s in sentences)
        {
            for (int i = 0; i < s.Count; i++)
            {
                if (s.Feats[i] is not { } feats) continue;
                if (!number.TryGetValue((s.Upos[i], s.Xpos[i]), out int c) && !(main.TryGetValue(s.Upos[i], out (string, string) m) && number.TryGetValue(m, out c))) continue;
                bundles[(c, feats)] = bundles.GetValueOrDefault((c, feats)) + 1;
            }
        }

        AddExternal(external, kept, main, number, bundles);
        return Write(kept, bundles);
    }

    // Full tags that only the lexicon has are kept too where it has them often: the treebanks are small.
    private static void AddExternal(IReadOnlyList<LexiconEntry> external, List<(string Upos, string Xpos)> kept, Dictionary<string, (string, string)> main, Dictionary<(string Upos, string Xpos), int> number, Dictionary<(int Class, string Feats), int> bundles)
    {
        const int MinimumForms = 20;
        if (kept.Count == 0) return;
        var counts = new Dictionary<(int Class, string Feats), int>();
        foreach (LexiconEntry entry in external)
        {
            if (entry.Feats is null) continue;
            if (!number.TryGetValue((entry.Upos, entry.Xpos ?? ""), out int c) && !(main.TryGetValue(entry.Upos, out (string, string) m) && number.TryGetValue(m, out c))) continue;
            counts[(c, entry.Feats)] = counts.GetValueOrDefault((c, entry.Feats)) + 1;
        }

        foreach (((int Class, string Feats) bundle, int count) in counts)
        {
            if (count >= MinimumForms && bundles.GetValueOrDefault(bundle) < 3) bundles[bundle] = 3;
        }
    }

    private static string Write(List<(string Upos, string Xpos)> classes, Dictionary<(int Class, string Feats), int> bundles)
    {
        var text = new StringBuilder();
        var featsUsed = new HashSet<string> { "_" };
        for (int c = 0; c < classes.Count; c++)
        {
            var own = bundles.Where(b => b.Key.Class == c).OrderByDescending(b => b.Value).ThenBy(b => b.Key.Feats, StringComparer.Ordinal).ToList();
            int total = own.Sum(b => b.Value), written = 0;
            foreach (((int _, string feats), int count) in own)
            {
                if (written == MaximumBundlesOfClass || (written > 0 && count < 2) || (featsUsed.Count >= 254 && !featsUsed.Contains(feats))) continue;
                featsUsed.Add(feats);
                bool usual = written == 0 || (count >= 4 && count * 500 >= total);
                text.Append(classes[c].Upos).Append('\t').Append(classes[c].Xpos).Append('\t').Append(feats).Append('\t').Append(usual ? '1' : '0').Append('\n');
                written++;
            }

            if (written == 0) text.Append(classes[c].Upos).Append('\t').Append(classes[c].Xpos).Append("\t_\t1\n");
        }

        return text.ToString();
    }
}
