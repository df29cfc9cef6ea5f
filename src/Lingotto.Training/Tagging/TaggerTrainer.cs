using System.Globalization;
using Lingotto.Tagging;

namespace Lingotto.Training.Tagging;

/// <summary>Trains the tagger and lemmatizer of a language. The same options and files give the same bytes.</summary>
public static class TaggerTrainer
{
    /// <summary>Trains from the options' sources and gives the model's bytes.</summary>
    public static byte[] Train(TaggerTrainingOptions options, ITrainingReport report)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(report);
        List<TaggedSentence> sentences = [.. options.Sources.SelectMany(TaggerCorpus.Read)];
        ModelWriter writer = Learn(sentences, WordClusterer.Learn(options.UnlabelledPaths, options.Clusters, report), options, report);
        TaggerScores scores = TaggerEvaluation.Evaluate(LinearTagger.Open(ModelFile.Open("tagger", writer.ToArray())), options.DevelopmentPath);
        byte[] model = writer.Add("manifest", TaggerManifest.Of(options, scores)).ToArray();
        report.Line($"development, gold words: {scores}; model {model.Length / 1024} KB");
        return model;
    }

    internal static ModelWriter Learn(List<TaggedSentence> read, WordClusterer clusters, TaggerTrainingOptions options, ITrainingReport report)
    {
        List<TaggedSentence> originals = TwinSentences.Join(read, report);
        List<LexiconEntry> external = options.LexiconFolder is null ? [] : [.. options.Language == Language.Italian ? ItalianLexicon.Read(options.LexiconFolder) : EnglishLexicon.Read(options.LexiconFolder)];
        if (options.Language == Language.Italian)
        {
            external.AddRange(ItalianConventions.ReadClosed());
            ItalianConventions.Apply(originals, external);
        }

        var inventory = new InventoryBuilder(originals, external);
        report.Line($"{originals.Count} sentences, {originals.Sum(s => s.Count)} words, {inventory.Inventory.ClassCount} classes, {inventory.Inventory.BundleClass.Length} full tags");
        foreach (TaggedSentence s in originals) inventory.Number(s);
        FeatsReconciler.Apply(originals, external, inventory, report);
        FeatsFiller.Fill(originals, external, inventory, report);
        List<TaggedSentence> sentences = [.. originals, .. Copies(originals, options)];

        var lexicon = new TrainingLexicon(inventory.Inventory, options.FrequentCount, options.SlipShare);
        AddExternal(lexicon, inventory, external);
        var words = new TrainingWords(inventory.Inventory, lexicon, clusters.Of);
        words.Count(sentences);
        FeatsCompleter.Complete(originals, sentences, words, inventory.Inventory, options, report);
        List<PreparedSentence> prepared = [.. sentences.Select(words.Prepare)];
        List<PreparedSentence> withFeats = [.. prepared.Where(p => p.GoldBundle.Any(b => b >= 0))];
        List<PerceptronWeights> classes = [], feats = [];
        for (int run = 0; run < options.Runs; run++)
        {
            classes.Add(ClassTrainer.Train(prepared, words, options, options.Seed + run, report));
            feats.Add(FeatsTrainer.Train(withFeats, words, inventory.Inventory, options, options.Seed + run, report));
        }

        var writer = new ModelWriter();
        writer.Add("inventory", inventory.Text);
        lexicon.Write(writer, TrainingWords.FrequentFeats);
        clusters.Write(writer);
        writer.Add("classes.weights", PerceptronWeights.Quantise(classes, options.MinimumWeight));
        writer.Add("classes.margin", options.PruningMargin.ToString(CultureInfo.InvariantCulture));
        writer.Add("feats.weights", PerceptronWeights.Quantise(feats, options.MinimumWeight));
        if (options.Language == Language.Italian) external.AddRange([.. ItalianLexicon.Adjectives(external)]);
        Lemmas(originals, inventory, external).Write(writer, report);
        writer.Add("margins", MarginTrainer.Learn(ModelFile.Open("tagger", writer.ToArray()), originals));
        return writer;
    }

    private static IEnumerable<TaggedSentence> Copies(List<TaggedSentence> sentences, TaggerTrainingOptions options)
    {
        for (int i = 0; i < sentences.Count; i++)
        {
            int turn = (i + options.Seed) % options.CaselessEvery;
            if (turn == 0) yield return sentences[i].WithForms(f => f.ToLowerInvariant());
            else if (turn == 1 && sentences[i].Count > 3) yield return sentences[i].WithForms(f => f.Length > 3 || i % 3 == 0 ? string.Concat(char.ToUpperInvariant(f[0]).ToString(), f.AsSpan(1)) : f);
        }
    }

    private static void AddExternal(TrainingLexicon lexicon, InventoryBuilder inventory, List<LexiconEntry> external)
    {
        foreach (LexiconEntry entry in external)
        {
            int c = inventory.ClassOf(entry.Upos, entry.Xpos ?? "");
            if (c < 0) continue;
            int bundle = inventory.BundleOf(c, entry.Feats);
            if (bundle < 0 && entry.Feats is not null) continue;
            ushort item = TrainingLexicon.ItemOf(c, bundle);
            WordForm form = WordForm.Of(entry.Form);
            lexicon.AddExternal(form.Lower, item);
            lexicon.AddExternal(WordAnalyser.CaselessKey(form.Lower), item);
        }
    }

    private static LemmaTrainer Lemmas(List<TaggedSentence> sentences, InventoryBuilder inventory, List<LexiconEntry> external)
    {
        const double LexiconWeight = 0.5, OtherTreebankWeight = 0.8;
        var lemmas = new LemmaTrainer();
        foreach (LexiconEntry entry in external)
        {
            int c = inventory.ClassOf(entry.Upos, entry.Xpos ?? "");
            if (c < 0 || entry.Lemma is null) continue;
            int bundle = inventory.BundleOf(c, entry.Feats);
            if (bundle >= 0) lemmas.Add(entry.Form, bundle, entry.Lemma, LexiconWeight);
            else if (entry.Feats is null) foreach (ushort b in inventory.Inventory.BundlesOfClass[c]) lemmas.Add(entry.Form, b, entry.Lemma, LexiconWeight);
        }

        foreach (TaggedSentence s in sentences)
        {
            for (int i = 0; i < s.Count; i++)
            {
                if (s.Lemmas[i] is { } lemma && s.Bundle[i] >= 0) lemmas.Add(s.Forms[i], s.Bundle[i], lemma, s.Domain == 0 ? 1 : OtherTreebankWeight);
            }
        }

        return lemmas;
    }
}
