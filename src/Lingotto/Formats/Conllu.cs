using System.Globalization;

namespace Lingotto;

/// <summary>Reads and writes CoNLL-U (universaldependencies.org/format.html). What is read is written back the same, byte for byte.</summary>
public static class Conllu
{
    private const int FieldCount = 10;

    /// <summary>Reads the sentences of a CoNLL-U text, one at a time.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="CorpusFormatException">A line has not ten fields, or an identifier, tag or head is malformed.</exception>
    public static IEnumerable<ConlluSentence> Read(TextReader reader, string file)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var comments = new List<string>();
        var words = new List<ConlluWord>();
        var ranges = new List<ConlluRange>();
        var empty = new List<ConlluEmptyNode>();
        int number = 0;
        string? line;
        do
        {
            line = reader.ReadLine();
            number++;
            if (string.IsNullOrEmpty(line))
            {
                if (words.Count > 0) yield return new ConlluSentence { Comments = [.. comments], Words = [.. words], Ranges = [.. ranges], EmptyNodes = [.. empty] };
                comments.Clear();
                words.Clear();
                ranges.Clear();
                empty.Clear();
            }
            else if (line[0] == '#')
            {
                comments.Add(line);
            }
            else
            {
                ReadLine(line, file, number, words, ranges, empty);
            }
        }
        while (line is not null);
    }

    private static void ReadLine(string line, string file, int number, List<ConlluWord> words, List<ConlluRange> ranges, List<ConlluEmptyNode> empty)
    {
        string[] fields = line.Split('\t');
        if (fields.Length != FieldCount) throw new CorpusFormatException(file, number, $"expected {FieldCount} fields separated by tabs, found {fields.Length}");
        string id = fields[0];
        if (id.Contains('.', StringComparison.Ordinal))
        {
            empty.Add(new ConlluEmptyNode(words.Count, line));
            return;
        }

        int dash = id.IndexOf('-', StringComparison.Ordinal);
        if (dash > 0)
        {
            if (!int.TryParse(id.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out int first)
                || !int.TryParse(id.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int last) || first != words.Count + 1 || last < first)
            {
                throw new CorpusFormatException(file, number, $"expected a range that begins with {words.Count + 1}, found '{id}'");
            }

            ranges.Add(new ConlluRange(first, last, fields[1], fields[9]));
            return;
        }

        if (id != (words.Count + 1).ToString(CultureInfo.InvariantCulture)) throw new CorpusFormatException(file, number, $"expected word number {words.Count + 1}, found '{id}'");
        if (!UposNames.TryParse(fields[3], out Upos upos)) throw new CorpusFormatException(file, number, $"expected a universal part of speech or _, found '{fields[3]}'");
        int head = -1;
        if (fields[6] != "_" && !int.TryParse(fields[6], NumberStyles.None, CultureInfo.InvariantCulture, out head)) throw new CorpusFormatException(file, number, $"expected the number of a head or _, found '{fields[6]}'");
        words.Add(new ConlluWord
        {
            Form = fields[1], Lemma = fields[2], Upos = upos, Xpos = fields[4], Feats = fields[5],
            Head = head, DepRel = fields[7], Deps = fields[8], Misc = fields[9],
        });
    }

    /// <summary>The sentences of a document as CoNLL-U has them.</summary>
    /// <param name="document">The document; what it has no tags or trees for is written as <c>_</c>.</param>
    /// <param name="id">Its name, for the comments; null where there is none.</param>
    public static IEnumerable<ConlluSentence> Sentences(Document document, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        return DocumentConllu.Sentences(document, id);
    }

    /// <summary>Writes all sentences of a document.</summary>
    public static void Write(TextWriter writer, Document document, string? id = null)
    {
        foreach (ConlluSentence sentence in Sentences(document, id)) Write(writer, sentence);
    }

    /// <summary>Writes a sentence and the empty line after it.</summary>
    public static void Write(TextWriter writer, ConlluSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(sentence);
        foreach (string comment in sentence.Comments) writer.Write(comment + "\n");
        int range = 0, empty = 0;
        for (int i = 0; i <= sentence.Words.Count; i++)
        {
            while (empty < sentence.EmptyNodes.Count && sentence.EmptyNodes[empty].After == i) writer.Write(sentence.EmptyNodes[empty++].Line + "\n");
            if (i == sentence.Words.Count) break;
            if (range < sentence.Ranges.Count && sentence.Ranges[range].First == i + 1)
            {
                ConlluRange r = sentence.Ranges[range++];
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{r.First}-{r.Last}\t{r.Form}\t_\t_\t_\t_\t_\t_\t_\t{r.Misc}\n"));
            }

            ConlluWord w = sentence.Words[i];
            string head = w.Head < 0 ? "_" : w.Head.ToString(CultureInfo.InvariantCulture);
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{i + 1}\t{w.Form}\t{w.Lemma}\t{w.Upos.ToName()}\t{w.Xpos}\t{w.Feats}\t{head}\t{w.DepRel}\t{w.Deps}\t{w.Misc}\n"));
        }

        writer.Write('\n');
    }
}
