using System.IO.Compression;
using Lingotto.Ner;

namespace Lingotto.Training.Ner;

/// <summary>A sentence of a corpus with its names: the units of its tokens, and spans over the units.</summary>
internal sealed record NerSentence(string Text, int[] Start, int[] Length, IReadOnlyList<NerSpan> Spans)
{
    public int Count => Start.Length;
}

/// <summary>A name over the units <c>Start</c> to <c>End</c>, exclusive.</summary>
internal readonly record struct NerSpan(int Start, int End, string Type);

/// <summary>Reads corpora of <c>token TAB IOB2 tag</c> lines with an empty line after each sentence, plain or gzip, and treebanks with marked entities.</summary>
internal static class NerCorpus
{
    public static IReadOnlyList<NerSentence> Read(string path, Func<string, string?> mapType)
    {
        using FileStream file = File.OpenRead(path);
        using Stream content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(content);
        if (path.Contains(".conllu", StringComparison.Ordinal)) return [.. TreebankNames.Read(reader, path).Select(t => Build(t, mapType))];
        var sentences = new List<NerSentence>();
        var tokens = new List<(string Form, string Tag)>();
        int number = 0;
        string? line;
        do
        {
            line = reader.ReadLine();
            number++;
            if (!string.IsNullOrEmpty(line))
            {
                int tab = line.IndexOf('\t', StringComparison.Ordinal);
                if (tab < 0) throw new CorpusFormatException(path, number, "expected token TAB tag, found no tab");
                tokens.Add((line[..tab], line[(tab + 1)..]));
            }
            else if (tokens.Count > 0)
            {
                sentences.Add(Build(tokens, mapType));
                tokens.Clear();
            }
        }
        while (line is not null);
        return sentences;
    }

    private static NerSentence Build(IReadOnlyList<(string Form, string Tag)> tokens, Func<string, string?> mapType)
    {
        var starts = new List<int>();
        var lengths = new List<int>();
        var spans = new List<NerSpan>();
        string text = string.Join(' ', tokens.Select(t => t.Form));
        int at = 0, open = -1;
        string openType = "";
        foreach ((string form, string tag) in tokens)
        {
            string type = tag.Length > 2 ? tag[2..] : "";
            if (open >= 0 && !(tag.StartsWith("I-", StringComparison.Ordinal) && type == openType)) Close();
            if (tag != "O" && open < 0) (open, openType) = (starts.Count, type);
            int end = at + form.Length;
            while (at < end)
            {
                if (UnitSplitter.IsSkipped(text[at])) { at++; continue; }
                int next = UnitSplitter.End(text, at, end);
                starts.Add(at);
                lengths.Add(next - at);
                at = next;
            }

            at = end + 1;
        }

        if (open >= 0) Close();
        return new NerSentence(text, [.. starts], [.. lengths], spans);

        void Close()
        {
            if (mapType(openType) is { } type && starts.Count > open) spans.Add(new NerSpan(open, starts.Count, type));
            open = -1;
        }
    }
}
