namespace Lingotto.Catalyst;

/// <summary>A token as Catalyst gives it, with an exclusive end, relative to its block.</summary>
/// <param name="Start">Offset in the block.</param>
/// <param name="End">Offset after the last code unit.</param>
/// <param name="BeginsSentence">Whether Catalyst begins a sentence here.</param>
/// <param name="Rewritten">Whether Catalyst rewrote it, so that its offsets are not to be trusted.</param>
internal readonly record struct Piece(int Start, int End, bool BeginsSentence, bool Rewritten);

/// <summary>
/// Writes Catalyst's tokens into a document so that the laws of tokens hold: in order, not overlapping, every visible character covered, no white space at the ends.
/// Adjacent rewritten pieces (<c>don't</c> is given as <c>do</c> at its first letter and <c>not</c> over the rest) become the one token that is printed.
/// </summary>
internal sealed class TokenWriter(DocumentBuilder document, ITokenizer expander)
{
    private readonly DocumentBuilder _expansion = new();
    private int _offset;
    private bool _beginsSentence;

    public void Block(TextSpan block, List<Piece> pieces)
    {
        _beginsSentence = true;
        _offset = block.Start;
        for (int i = 0; i < pieces.Count; i++)
        {
            Piece piece = pieces[i];
            int end = piece.End;
            while (piece.Rewritten && i + 1 < pieces.Count && pieces[i + 1].Rewritten && pieces[i + 1].Start <= end) end = Math.Max(end, pieces[++i].End);
            int start = Math.Max(block.Start + piece.Start, _offset);
            Gap(start);
            _beginsSentence |= piece.BeginsSentence;
            Write(start, block.Start + end);
        }

        Gap(block.End);
    }

    /// <summary>Covers what Catalyst left out before <paramref name="end"/>.</summary>
    private void Gap(int end) => Write(_offset, end);

    private void Write(int start, int end)
    {
        string text = document.Text;
        int at = start;
        while (at < end)
        {
            while (at < end && IsBlank(text[at])) at++;
            int first = at;
            while (at < end && !IsBlank(text[at])) at++;
            if (at > first) Token(first, at);
        }

        _offset = Math.Max(_offset, end);
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c);

    private void Token(int start, int end)
    {
        if (_beginsSentence) document.BeginSentence(document.Language);   // not before there is a token: a sentence has one
        _beginsSentence = false;
        ReadOnlySpan<char> text = document.Text.AsSpan(start, end - start);
        _expansion.Reset(text.ToString());
        expander.Tokenize(_expansion, new TextSpan(0, text.Length));
        if (_expansion.TokenCount != 1 || _expansion.WordCount < 2)
        {
            document.AddToken(start, end - start);
            return;
        }

        document.AddMultiwordToken(start, end - start);
        for (int word = 0; word < _expansion.WordCount; word++) document.AddWord(_expansion.Form(word));
    }
}
