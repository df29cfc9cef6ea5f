using System.Globalization;
using System.Text;
using Lingotto.Tagging;
using Lingotto.Training.Tagging;

namespace Lingotto.Training.Parsing;

/// <summary>Gives training sentences the tags and lemmas that a tagger predicts, so that a parser learns to live with its errors.</summary>
public static class PredictedTags
{
    /// <summary>The sentences with the tagger's tags and lemmas in place of their own.</summary>
    public static List<ParserSentence> Apply(ITagger tagger, IReadOnlyList<ParserSentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(tagger);
        ArgumentNullException.ThrowIfNull(sentences);
        var document = new DocumentBuilder();
        return [.. sentences.Select(s => Tagged(tagger, document, s))];
    }

    /// <summary>
    /// The sentences with tags of taggers that have not seen them: the tagger's own training is repeated without each of <paramref name="folds"/> parts in turn.
    /// </summary>
    /// <param name="tagger">How the tagger is trained.</param>
    /// <param name="folds">Number of parts, 2 or more.</param>
    /// <param name="sentences">The sentences to tag.</param>
    /// <param name="report">Receives the taggers' reports.</param>
    public static List<ParserSentence> Jackknife(TaggerTrainingOptions tagger, int folds, IReadOnlyList<ParserSentence> sentences, ITrainingReport report)
    {
        ArgumentNullException.ThrowIfNull(tagger);
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        var result = new ParserSentence[sentences.Count];
        var document = new DocumentBuilder();
        for (int fold = 0; fold < folds; fold++)
        {
            List<TaggedSentence> rest = [.. tagger.Sources.SelectMany(TaggerCorpus.Read).Where(s => Fold(s.Forms, folds) != fold)];
            report.Line(string.Create(CultureInfo.InvariantCulture, $"tagger {fold + 1} of {folds}: {rest.Count} sentences"));
            LinearTagger own = LinearTagger.Open(ModelFile.Open("fold", TaggerTrainer.Train(rest, tagger, report)));
            for (int i = 0; i < sentences.Count; i++)
            {
                if (Fold(sentences[i].Forms, folds) == fold) result[i] = Tagged(own, document, sentences[i]);
            }
        }

        return [.. result];
    }

    /// <summary>The predicted tags with the part of speech put right by another source that has it; features and lemma are kept only where it agrees.</summary>
    public static ParserSentence Correct(ParserSentence predicted, ParserSentence right) => predicted with
    {
        Upos = right.Upos,
        Feats = [.. predicted.Feats.Select((feats, i) => predicted.Upos[i] == right.Upos[i] ? feats : right.Feats[i])],
        Lemmas = [.. predicted.Lemmas.Select((lemma, i) => predicted.Upos[i] == right.Upos[i] ? lemma : right.Lemmas[i])],
    };

    /// <summary>The part that a sentence belongs to, by its letters and digits, so that the same text of two treebanks lies in the same part.</summary>
    internal static int Fold(IEnumerable<string> forms, int folds)
    {
        uint hash = 2166136261;
        foreach (string form in forms)
        {
            foreach (Rune rune in form.EnumerateRunes())
            {
                if (Rune.IsLetterOrDigit(rune)) hash = (hash ^ (uint)Rune.ToLowerInvariant(rune).Value) * 16777619;
            }
        }

        return (int)((hash >> 8) % (uint)folds);
    }

    private static ParserSentence Tagged(ITagger tagger, DocumentBuilder document, ParserSentence sentence)
    {
        ParserEvaluator.Load(document, sentence);
        tagger.Tag(document, 0);
        int[] words = [.. Enumerable.Range(0, document.WordCount)];
        return sentence with
        {
            Lemmas = [.. words.Select(w => document.Lemma(w).ToString())],
            Upos = [.. words.Select(document.Upos)],
            Feats = [.. words.Select(w => document.Feats(w) ?? "")],
        };
    }
}
