namespace Lingotto.Training.Parsing;

/// <summary>Measures a parser on sentences with gold words and given tags.</summary>
public static class ParserEvaluator
{
    /// <summary>Parses every sentence and compares it with its tree.</summary>
    public static ParserScore Evaluate(IParser parser, IReadOnlyList<ParserSentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(parser);
        ArgumentNullException.ThrowIfNull(sentences);
        var heads = new List<int[]>();
        var relations = new List<string[]>();
        var document = new DocumentBuilder();
        foreach (ParserSentence sentence in sentences)
        {
            Load(document, sentence);
            parser.Parse(document, 0);
            int count = sentence.Forms.Length;
            heads.Add([.. Enumerable.Range(0, count).Select(i => document.Head(i) + 1)]);
            relations.Add([.. Enumerable.Range(0, count).Select(i => document.DepRel(i) ?? "")]);
        }

        return ParserScore.Of(sentences, heads, relations);
    }

    /// <summary>Makes a document of one sentence, its words separated by spaces, with the sentence's tags.</summary>
    public static void Load(DocumentBuilder document, ParserSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(sentence);
        document.Reset(string.Join(' ', sentence.Forms));
        document.BeginSentence();
        int at = 0;
        for (int i = 0; i < sentence.Forms.Length; i++)
        {
            document.AddToken(at, sentence.Forms[i].Length);
            at += sentence.Forms[i].Length + 1;
            document.SetTag(i, sentence.Upos[i], null, sentence.Feats[i]);
            document.SetLemma(i, sentence.Lemmas[i]);
        }

        document.HasTags = true;
    }
}
