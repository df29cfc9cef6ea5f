using Catalyst;
using Catalyst.Models;
using CatalystDocument = Catalyst.Document;
using CatalystSpan = Catalyst.Span;

namespace Lingotto.Catalyst;

/// <summary>
/// Catalyst's tokenizer and sentence detector as a stage. Its inclusive, sometimes false offsets are put right against the article's own text, and its tokens are expanded
/// into syntactic words by the built-in tokenizer, since Catalyst has no multiword tokens. Safe for concurrent use.
/// </summary>
public sealed class CatalystTokenizer : Lingotto.ITokenizer
{
    private readonly CatalystModels _models;
    private readonly SentenceDetector _sentenceDetector;
    private readonly FastTokenizer _tokenizer;
    private readonly Lingotto.ITokenizer _expander;

    /// <summary>A tokenizer of the models' language.</summary>
    /// <param name="models">Must hold a sentence detector.</param>
    /// <param name="expander">The built-in tokenizer of the same language, which knows that <c>della</c> is <c>di</c> and <c>la</c>.</param>
    /// <exception cref="CatalystModelException">There is no sentence detector.</exception>
    public CatalystTokenizer(CatalystModels models, Lingotto.ITokenizer expander)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(expander);
        _models = models;
        _sentenceDetector = models.SentenceDetector;
        _tokenizer = new FastTokenizer(models.CatalystLanguage);
        _expander = expander;
    }

    /// <inheritdoc/>
    public void Tokenize(DocumentBuilder document, TextSpan part)
    {
        ArgumentNullException.ThrowIfNull(document);
        var writer = new TokenWriter(document, _expander);
        foreach (TextSpan block in CatalystText.Blocks(document.Text, part))
        {
            string text = CatalystText.Sanitize(block.Of(document.Text));
            if (string.IsNullOrWhiteSpace(text))
            {
                writer.Block(block, []);
                continue;
            }

            // A fresh document each time: Catalyst doubles the tokens of one that is processed twice.
            var catalyst = new CatalystDocument(text, _models.CatalystLanguage);
            _tokenizer.Process(catalyst);
            _sentenceDetector.Process(catalyst);
            writer.Block(block, Pieces(catalyst, text.Length));
        }
    }

    private static List<Piece> Pieces(CatalystDocument document, int length)
    {
        var pieces = new List<Piece>();
        foreach (CatalystSpan sentence in document.Spans)
        {
            bool first = true;
            foreach (IToken token in sentence.Tokens)
            {
                int start = Math.Clamp(token.Begin, 0, length), end = Math.Clamp(token.End + 1, start, length);
                if (end == start) continue;
                pieces.Add(new Piece(start, end, first, token.Replacement is not null));
                first = false;
            }
        }

        pieces.Sort((a, b) => a.Start.CompareTo(b.Start));
        return pieces;
    }
}
