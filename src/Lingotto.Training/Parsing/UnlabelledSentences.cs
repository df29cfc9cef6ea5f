using Lingotto.Training.Tagging;

namespace Lingotto.Training.Parsing;

/// <summary>Reads text without annotation into sentences that teachers can parse.</summary>
public static class UnlabelledSentences
{
    private const int MinimumWords = 3;
    private const int MaximumWords = 80;

    /// <summary>The first sentences of a file of one sentence or paragraph a line, cut and tagged by the finished stages.</summary>
    /// <param name="path">The file, gzip where it ends in <c>.gz</c>.</param>
    /// <param name="limit">Greatest number of sentences.</param>
    /// <param name="tokenizer">Finds sentences and words.</param>
    /// <param name="tagger">Tags them.</param>
    public static List<ParserSentence> Read(string path, int limit, ITokenizer tokenizer, ITagger tagger)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        ArgumentNullException.ThrowIfNull(tagger);
        var result = new List<ParserSentence>();
        var document = new DocumentBuilder();
        using StreamReader reader = TaggerCorpus.Open(path);
        while (result.Count < limit && reader.ReadLine() is { } line)
        {
            document.Reset(line);
            tokenizer.Tokenize(document, new TextSpan(0, line.Length));
            for (int s = 0; s < document.SentenceCount; s++)
            {
                tagger.Tag(document, s);
                int first = document.FirstWordOfSentence(s), count = document.FirstWordOfSentence(s + 1) - first;
                if (count is >= MinimumWords and <= MaximumWords) result.Add(From(document, first, count));
            }
        }

        return result;
    }

    private static ParserSentence From(DocumentBuilder document, int first, int count)
    {
        int[] words = [.. Enumerable.Range(first, count)];
        return new ParserSentence
        {
            Forms = [.. words.Select(w => document.Form(w).ToString())],
            Lemmas = [.. words.Select(w => document.Lemma(w).ToString())],
            Upos = [.. words.Select(document.Upos)],
            Feats = [.. words.Select(w => document.Feats(w) ?? "")],
            Heads = new int[count],
            Relations = [.. words.Select(_ => "root")],
        };
    }
}
