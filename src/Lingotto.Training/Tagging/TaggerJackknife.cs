using Lingotto.Tagging;

namespace Lingotto.Training.Tagging;

/// <summary>
/// Tags training sentences as new text would be tagged: each by a tagger that saw neither it nor any sentence of the same words. For trainers of later
/// stages, which must learn from tags as wrong as those that they will get.
/// </summary>
public static class TaggerJackknife
{
    /// <summary>The sentences in their order, with predicted parts of speech, treebank tags, features and lemmas in place of the gold ones; all else is kept.</summary>
    /// <param name="sentences">The sentences to tag.</param>
    /// <param name="options">What the taggers learn from; fewer passes than for the finished tagger will do.</param>
    /// <param name="folds">Number of parts, at least 2, each tagged by a tagger trained without it.</param>
    /// <param name="report">Receives progress.</param>
    public static IReadOnlyList<ConlluSentence> Retag(IReadOnlyList<ConlluSentence> sentences, TaggerTrainingOptions options, int folds, ITrainingReport report)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        WordClusterer clusters = WordClusterer.Learn(options.UnlabelledPaths, options.Clusters, report);
        var fold = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (ConlluSentence sentence in sentences) fold.TryAdd(Key(sentence.Words.Select(w => w.Form)), fold.Count % folds);
        var retagged = new ConlluSentence[sentences.Count];
        for (int k = 0; k < folds; k++)
        {
            report.Line($"fold {k + 1}/{folds}");
            List<TaggedSentence> others = [.. options.Sources.SelectMany(TaggerCorpus.Read).Where(s => fold.GetValueOrDefault(Key(s.Forms), -1) != k)];
            LinearTagger tagger = LinearTagger.Open(ModelFile.Open("jackknife", TaggerTrainer.Learn(others, clusters, options, report).ToArray()));
            var document = new DocumentBuilder();
            for (int i = 0; i < sentences.Count; i++)
            {
                if (fold[Key(sentences[i].Words.Select(w => w.Form))] == k) retagged[i] = Retag(sentences[i], tagger, document);
            }
        }

        return retagged;
    }

    private static ConlluSentence Retag(ConlluSentence sentence, LinearTagger tagger, DocumentBuilder document)
    {
        TaggerEvaluation.Fill(document, [.. sentence.Words.Select(w => w.Form)]);
        tagger.Tag(document, 0);
        return sentence with
        {
            Words = [.. sentence.Words.Select((w, i) => w with
            {
                Upos = document.Upos(i), Xpos = document.Xpos(i) ?? "_", Feats = document.Feats(i) ?? "_", Lemma = document.Lemma(i).ToString(),
            })],
        };
    }

    private static string Key(IEnumerable<string> forms) => string.Concat(forms).ToLowerInvariant();
}
