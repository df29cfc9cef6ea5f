namespace Lingotto.Training.Tokenization;

/// <summary>Reads treebanks as labelled raw text: sentences joined by a space, a blank line before each new paragraph or document.</summary>
internal static class TreebankTexts
{
    /// <summary>The text of a treebank file.</summary>
    public static LabelledText Read(string path, float weight = 1, float sentenceWeight = 1)
    {
        var text = new LabelledText { Weight = weight, SentenceWeight = sentenceWeight };
        using StreamReader reader = LabelledText.Open(path);
        foreach (ConlluSentence sentence in Conllu.Read(reader, path))
        {
            if (sentence.Text is { } line) text.Append(line, Tokens(sentence), sentence.BeginsParagraph ? "\n\n" : " ");
        }

        return text;
    }

    /// <summary>The tokens of a sentence, with their words where they are several.</summary>
    public static List<(string Form, string[]? Words)> Tokens(ConlluSentence sentence)
    {
        var tokens = new List<(string, string[]?)>(sentence.Words.Count);
        int range = 0;
        for (int i = 0; i < sentence.Words.Count; i++)
        {
            if (range < sentence.Ranges.Count && sentence.Ranges[range].First == i + 1)
            {
                ConlluRange r = sentence.Ranges[range++];
                tokens.Add((r.Form, [.. sentence.Words.Skip(i).Take(r.Last - r.First + 1).Select(w => w.Form)]));
                i = r.Last - 1;
            }
            else
            {
                tokens.Add((sentence.Words[i].Form, null));
            }
        }

        return tokens;
    }
}
