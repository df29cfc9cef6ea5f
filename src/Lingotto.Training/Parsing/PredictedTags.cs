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
        IReadOnlyList<ConlluSentence> tagged = TaggerJackknife.Retag([.. sentences.Select(Words)], tagger, folds, report);
        return [.. sentences.Select((sentence, i) => sentence with
        {
            Lemmas = [.. tagged[i].Words.Select(w => w.Lemma)],
            Upos = [.. tagged[i].Words.Select(w => w.Upos)],
            Feats = [.. tagged[i].Words.Select(w => w.Feats == "_" ? "" : w.Feats)],
        })];
    }

    /// <summary>The predicted tags with the part of speech put right by another source that has it; features and lemma are kept only where it agrees.</summary>
    public static ParserSentence Correct(ParserSentence predicted, ParserSentence right) => predicted with
    {
        Upos = right.Upos,
        Feats = [.. predicted.Feats.Select((feats, i) => predicted.Upos[i] == right.Upos[i] ? feats : right.Feats[i])],
        Lemmas = [.. predicted.Lemmas.Select((lemma, i) => predicted.Upos[i] == right.Upos[i] ? lemma : right.Lemmas[i])],
    };

    private static ConlluSentence Words(ParserSentence sentence) => new() { Words = [.. sentence.Forms.Select(form => new ConlluWord { Form = form })] };

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
