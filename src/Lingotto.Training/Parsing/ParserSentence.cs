using System.IO.Compression;

namespace Lingotto.Training.Parsing;

/// <summary>One sentence that a parser is trained or measured on.</summary>
public sealed record ParserSentence
{
    /// <summary>Forms of the words.</summary>
    public required string[] Forms { get; init; }

    /// <summary>Lemmas.</summary>
    public required string[] Lemmas { get; init; }

    /// <summary>Parts of speech.</summary>
    public required Upos[] Upos { get; init; }

    /// <summary>Features as CoNLL-U has them, empty where there are none.</summary>
    public required string[] Feats { get; init; }

    /// <summary>Heads, 0 for the root and from 1 for a word.</summary>
    public required int[] Heads { get; init; }

    /// <summary>Relations.</summary>
    public required string[] Relations { get; init; }

    /// <summary>Number of the treebank, 0 to 15.</summary>
    public int Treebank { get; init; }

    /// <summary>How much the sentence counts in training.</summary>
    public float Weight { get; init; } = 1;

    /// <summary>Reads the sentences of a CoNLL-U file, gzip or plain.</summary>
    /// <exception cref="CorpusFormatException">The file is not CoNLL-U, or a word has no head.</exception>
    public static List<ParserSentence> Read(string path, int treebank, float weight = 1)
    {
        using Stream file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream);
        return [.. Conllu.Read(reader, path).Select(s => From(s, treebank, weight))];
    }

    /// <summary>The sentence as the trainer has it.</summary>
    public static ParserSentence From(ConlluSentence sentence, int treebank, float weight) => new()
    {
        Forms = [.. sentence.Words.Select(w => w.Form)],
        Lemmas = [.. sentence.Words.Select(w => w.Lemma)],
        Upos = [.. sentence.Words.Select(w => w.Upos)],
        Feats = [.. sentence.Words.Select(w => w.Feats == "_" ? "" : w.Feats)],
        Heads = [.. sentence.Words.Select(w => w.Head)],
        Relations = [.. sentence.Words.Select(w => w.DepRel)],
        Treebank = treebank,
        Weight = weight,
    };
}
