using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Lingotto.Domain;

/// <summary>Escapes only what JSON demands: quotation marks, backslashes, control characters; lone surrogates become U+FFFD. Letters and emoji stay as they are.</summary>
internal sealed unsafe class PlainEncoder : JavaScriptEncoder
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Concat([0x7F, '"', '\\', 0x2028, 0x2029]).Concat(Enumerable.Range(0xD800, 0x800)).Select(c => (char)c)]);

    public static PlainEncoder Instance { get; } = new();

    public override int MaxOutputCharactersPerInputCharacter => 6;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < ' ' or 0x7F or '"' or '\\' or 0x2028 or 0x2029;

    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var span = new ReadOnlySpan<char>(text, textLength);
        int at = 0;
        while (at < span.Length)
        {
            int next = span[at..].IndexOfAny(Suspects);
            if (next < 0) return -1;
            at += next;
            bool isPair = at + 1 < span.Length && char.IsSurrogatePair(span[at], span[at + 1]);
            if (!isPair) return at;
            at += 2;
        }

        return -1;
    }

    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var output = new Span<char>(buffer, bufferLength);
        char shortForm = unicodeScalar switch { '"' => '"', '\\' => '\\', '\n' => 'n', '\r' => 'r', '\t' => 't', '\b' => 'b', '\f' => 'f', _ => '\0' };
        if (shortForm != 0)
        {
            numberOfCharactersWritten = 2;
            if (output.Length < 2) return false;
            output[0] = '\\';
            output[1] = shortForm;
            return true;
        }

        return WillEncode(unicodeScalar)
            ? output.TryWrite(CultureInfo.InvariantCulture, $"\\u{unicodeScalar:X4}", out numberOfCharactersWritten)
            : new Rune(unicodeScalar).TryEncodeToUtf16(output, out numberOfCharactersWritten);
    }
}
