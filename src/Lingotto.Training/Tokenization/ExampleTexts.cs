using System.Text;

namespace Lingotto.Training.Tokenization;

/// <summary>
/// Labelled text of our own writing: what treebanks show too seldom. One sentence a line; <c>¦</c> is a token boundary without space,
/// <c>{…}</c> after a token its words, a line that begins with <c>¦</c> follows without space. Templates hold <c>@</c> for an abbreviation of their kind.
/// </summary>
internal static class ExampleTexts
{
    private const int Repetitions = 3;

    /// <summary>The examples and the filled templates of a language.</summary>
    public static LabelledText Read(Func<string, string> resource, string language, float weight)
    {
        var text = new LabelledText { Weight = weight, SentenceWeight = weight };
        string[] templates = Lines(resource($"{language}.templates.tsv"));
        string[] abbreviations = Lines(resource($"{language}.abbreviations.tsv"));
        string[] examples = Lines(resource($"{language}.examples.txt"));
        for (int round = 0; round < Repetitions; round++)
        {
            foreach (string example in examples) Append(text, example);
        }

        foreach (string abbreviation in abbreviations.Concat(Enumerable.Range('A', 26).Select(c => $"{(char)c}\tinitial")))
        {
            string[] fields = abbreviation.Split('\t');
            foreach (string template in templates)
            {
                string[] parts = template.Split('\t');
                if (parts[0] == fields[1]) Append(text, parts[1].Replace("@", fields[0], StringComparison.Ordinal));
            }
        }

        return text;
    }

    private static string[] Lines(string content) => content.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static void Append(LabelledText text, string line)
    {
        bool follows = line[0] == '¦';
        var raw = new StringBuilder();
        var tokens = new List<(string, string[]?)>();
        foreach (string chunk in line.Split(' ').Aggregate(new List<string>(), Collect))
        {
            if (raw.Length > 0) raw.Append(' ');
            foreach (string piece in chunk.Split(['¦'], StringSplitOptions.RemoveEmptyEntries)) AppendToken(raw, tokens, piece);
        }

        if (!text.Append(raw.ToString(), tokens, follows ? "" : text.SentenceStarts.Count % 3 == 0 ? "\n\n" : " ")) throw new InvalidOperationException($"The example '{line}' does not fit its tokens.");
    }

    // Puts together again what a blank inside braces has cut.
    private static List<string> Collect(List<string> chunks, string part)
    {
        if (chunks.Count > 0 && chunks[^1].LastIndexOf('{') > chunks[^1].LastIndexOf('}')) chunks[^1] += " " + part;
        else chunks.Add(part);
        return chunks;
    }

    private static void AppendToken(StringBuilder raw, List<(string, string[]?)> tokens, string piece)
    {
        int brace = piece.IndexOf('{', StringComparison.Ordinal);
        if (brace < 0)
        {
            raw.Append(piece);
            tokens.Add((piece, null));
            return;
        }

        int end = piece.IndexOf('}', StringComparison.Ordinal);
        raw.Append(piece, 0, brace);
        tokens.Add((piece[..brace], piece[(brace + 1)..end].Split(' ')));
        if (end + 1 < piece.Length) AppendToken(raw, tokens, piece[(end + 1)..]);
    }
}
