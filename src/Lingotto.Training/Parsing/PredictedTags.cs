namespace Lingotto.Training.Parsing;

/// <summary>Gives sentences the tags and lemmas that a tagger predicts.</summary>
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

    /// <summary>The predicted tags with the part of speech put right by another source that has it; features and lemma are kept only where it agrees.</summary>
    public static ParserSentence Correct(ParserSentence predicted, ParserSentence right) => predicted with
    {
        Upos = right.Upos,
        Feats = [.. predicted.Feats.Select((feats, i) => predicted.Upos[i] == right.Upos[i] ? feats : right.Feats[i])],
        Lemmas = [.. predicted.Lemmas.Select((lemma, i) => predicted.Upos[i] == right.Upos[i] ? lemma : right.Lemmas[i])],
    };

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
