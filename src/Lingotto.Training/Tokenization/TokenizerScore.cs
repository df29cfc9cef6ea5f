namespace Lingotto.Training.Tokenization;

/// <summary>F1 of tokens, sentences and words of a tokenizer on a labelled text, 0 to 1.</summary>
/// <param name="Tokens">F1 of token spans.</param>
/// <param name="Sentences">F1 of sentence spans.</param>
/// <param name="Words">F1 of words, matched by token and form.</param>
public sealed record TokenizerScore(double Tokens, double Sentences, double Words)
{
    /// <summary>Scores a tokenizer on the raw text of a treebank file.</summary>
    public static TokenizerScore OfTreebank(ITokenizer tokenizer, string path) => Of(tokenizer, TreebankTexts.Read(path));

    internal static TokenizerScore Of(ITokenizer tokenizer, LabelledText text)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        var document = new DocumentBuilder();
        document.Reset(text.Text);
        tokenizer.Tokenize(document, new TextSpan(0, text.Text.Length));
        var gold = new Dictionary<(int, int), string[]?>();
        foreach ((int start, int end, string[]? words) in text.Tokens) gold[(start, end)] = words;
        int tokens = 0, words2 = 0;
        for (int t = 0; t < document.TokenCount; t++)
        {
            TextSpan span = document.TokenSpan(t);
            if (!gold.TryGetValue((span.Start, span.End), out string[]? words)) continue;
            tokens++;
            words2 += SameWords(document, t, words);
        }

        int goldWords = text.Tokens.Sum(t => t.Words?.Length ?? 1);
        return new TokenizerScore(F1(tokens, text.Tokens.Count, document.TokenCount), SentenceF1(document, text), F1(words2, goldWords, document.WordCount));
    }

    private static int SameWords(DocumentBuilder document, int token, string[]? words)
    {
        int first = document.FirstWordOfToken(token), count = document.FirstWordOfToken(token + 1) - first;
        if (words is null) return count == 1 ? 1 : 0;
        int same = 0;
        for (int i = 0; i < Math.Min(count, words.Length); i++)
        {
            if (document.Form(first + i).Equals(words[i], StringComparison.OrdinalIgnoreCase)) same++;
        }

        return count == words.Length ? same : 0;
    }

    private static double SentenceF1(DocumentBuilder document, LabelledText text)
    {
        var gold = new HashSet<(int, int)>();
        int first = -1;
        for (int i = 0; i < text.Tokens.Count; i++)
        {
            if (text.SentenceStarts.Contains(text.Tokens[i].Start))
            {
                if (first >= 0) gold.Add((text.Tokens[first].Start, text.Tokens[i - 1].End));
                first = i;
            }
        }

        gold.Add((text.Tokens[first].Start, text.Tokens[^1].End));
        int same = 0;
        for (int s = 0; s < document.SentenceCount; s++)
        {
            TextSpan begin = document.TokenSpan(document.FirstTokenOfSentence(s)), end = document.TokenSpan(document.FirstTokenOfSentence(s + 1) - 1);
            if (gold.Contains((begin.Start, end.End))) same++;
        }

        return F1(same, gold.Count, document.SentenceCount);
    }

    private static double F1(int same, int gold, int found) => gold + found == 0 ? 0 : 2.0 * same / (gold + found);
}
