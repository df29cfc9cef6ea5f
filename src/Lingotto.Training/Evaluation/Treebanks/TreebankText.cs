using System.IO.Compression;
using System.Text;

namespace Lingotto.Training;

/// <summary>A CoNLL-U text as the treebank measures see it: tokens, sentences and words by their place in the text with white space removed.</summary>
public sealed class TreebankText
{
    private static readonly HashSet<string> UniversalFeatures = new(
        ("PronType NumType Poss Reflex Foreign Abbr Typo Gender Animacy NounClass Number Case Definite Deixis DeixisRef Degree VerbForm Mood Tense Aspect "
        + "Voice Evident Polarity Person Polite Clusivity").Split(' '), StringComparer.Ordinal);

    private readonly StringBuilder _characters = new();

    private TreebankText(IEnumerable<ConlluSentence> sentences)
    {
        foreach (ConlluSentence sentence in sentences) Add(sentence);
        Characters = _characters.ToString();
    }

    internal string Characters { get; }
    internal List<(int Start, int End)> Tokens { get; } = [];
    internal List<(int Start, int End)> Sentences { get; } = [];
    internal List<TreebankWord> Words { get; } = [];

    /// <summary>The text that sentences make up.</summary>
    public static TreebankText Of(IEnumerable<ConlluSentence> sentences) => new(sentences);

    /// <summary>Reads the sentences of a CoNLL-U file, which may be gzipped.</summary>
    /// <exception cref="CorpusFormatException">The file is malformed.</exception>
    public static IReadOnlyList<ConlluSentence> ReadFile(string path)
    {
        using Stream file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream);
        return [.. Conllu.Read(reader, path)];
    }

    /// <summary>The raw text of a treebank: its sentences joined by a space, a blank line before each paragraph and document.</summary>
    public static string Raw(IEnumerable<ConlluSentence> sentences)
    {
        var text = new StringBuilder();
        bool fresh = false;
        foreach (ConlluSentence sentence in sentences)
        {
            fresh |= sentence.BeginsParagraph;
            if (sentence.Text is not { } line) continue;
            if (text.Length > 0) text.Append(fresh ? "\n\n" : " ");
            text.Append(line.Trim());
            fresh = false;
        }

        return text.Append('\n').ToString();
    }

    /// <summary>The sentences with text, forms and lemmas in small letters.</summary>
    public static IReadOnlyList<ConlluSentence> WithoutCase(IEnumerable<ConlluSentence> sentences) =>
    [
        .. sentences.Select(s => s with
        {
            Comments = [.. s.Comments.Select(c => c.StartsWith("# text", StringComparison.Ordinal) ? c.ToLowerInvariant() : c)],
            Words = [.. s.Words.Select(w => w with { Form = w.Form.ToLowerInvariant(), Lemma = w.Lemma.ToLowerInvariant() })],
            Ranges = [.. s.Ranges.Select(r => r with { Form = r.Form.ToLowerInvariant() })],
        }),
    ];

    private void Add(ConlluSentence sentence)
    {
        int start = _characters.Length, first = Words.Count, range = 0, lastOfRange = 0;
        (int Start, int End) multi = default;
        bool trees = sentence.Words.Any(w => w.Head >= 0);
        for (int i = 0; i < sentence.Words.Count; i++)
        {
            if (range < sentence.Ranges.Count && sentence.Ranges[range].First == i + 1)
            {
                lastOfRange = sentence.Ranges[range].Last;
                multi = AddToken(sentence.Ranges[range++].Form);
            }

            ConlluWord word = sentence.Words[i];
            bool inside = i < lastOfRange;
            Words.Add(new TreebankWord(word, inside ? multi : AddToken(word.Form), inside, Features(word.Feats), Words.Count,
                word.Head > 0 && word.Head <= sentence.Words.Count ? first + word.Head - 1 : -1, trees && word.Head == 0));
        }

        if (sentence.Words.Count > 0) Sentences.Add((start, _characters.Length));
    }

    private (int Start, int End) AddToken(string form)
    {
        int start = _characters.Length;
        foreach (char c in form)
        {
            if (!char.IsWhiteSpace(c) && c is < '\u001c' or > '\u001f') _characters.Append(c);
        }

        Tokens.Add((start, _characters.Length));
        return (start, _characters.Length);
    }

    private static string Features(string feats) =>
        feats == "_" ? "" : string.Join('|', feats.Split('|').Where(f => UniversalFeatures.Contains(f.Split('=', 2)[0])).Order(StringComparer.Ordinal));
}

internal sealed record TreebankWord(ConlluWord Word, (int Start, int End) Span, bool IsMulti, string Features, int Index, int Parent, bool IsRoot)
{
    public string LowerForm { get; } = Word.Form.ToLowerInvariant();
    public string Relation { get; } = Word.DepRel.Split(':', 2)[0];
}
