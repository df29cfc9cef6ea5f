using System.IO.Compression;
using System.Text;

namespace Lingotto.Training.Tokenization;

/// <summary>A text with its true sentences, tokens and words.</summary>
internal sealed class LabelledText
{
    private readonly StringBuilder _text = new();

    /// <summary>The text; complete once it is asked for.</summary>
    public string Text => _cached ??= _text.ToString();

    private string? _cached;

    /// <summary>The tokens in order: start, end, and the words where there are several.</summary>
    public List<(int Start, int End, string[]? Words)> Tokens { get; } = [];

    /// <summary>Offsets of the first tokens of sentences.</summary>
    public HashSet<int> SentenceStarts { get; } = [];

    /// <summary>How much an example of this text counts.</summary>
    public float Weight { get; init; } = 1;

    /// <summary>How much an example of a sentence end counts.</summary>
    public float SentenceWeight { get; init; } = 1;

    /// <summary>Appends a sentence by its text and its tokens in order; false where they do not fit.</summary>
    public bool Append(string sentence, IReadOnlyList<(string Form, string[]? Words)> tokens, string gap)
    {
        int start = _text.Length + (_text.Length == 0 ? 0 : gap.Length), at = 0;
        var spans = new List<(int, int, string[]?)>(tokens.Count);
        foreach ((string form, string[]? words) in tokens)
        {
            while (at < sentence.Length && char.IsWhiteSpace(sentence[at])) at++;
            if (string.CompareOrdinal(sentence, at, form, 0, form.Length) != 0) return false;
            spans.Add((start + at, start + at + form.Length, words));
            at += form.Length;
        }

        if (_text.Length > 0) _text.Append(gap);
        _text.Append(sentence);
        _cached = null;
        Tokens.AddRange(spans);
        SentenceStarts.Add(spans[0].Item1);
        return true;
    }

    /// <summary>Opens a text file, unpacking it where its name ends in <c>.gz</c>.</summary>
    public static StreamReader Open(string path)
    {
        Stream stream = File.OpenRead(path);
        if (path.EndsWith(".gz", StringComparison.Ordinal)) stream = new GZipStream(stream, CompressionMode.Decompress);
        return new StreamReader(stream, Encoding.UTF8);
    }
}
