using System.Text;

namespace Lingotto.Tests.Common;

/// <summary>Prints what a tokenizer made of a text: tokens by blanks, words of multiword tokens in braces, sentences by <c> ‖ </c>.</summary>
internal static class TokenizerPrint
{
    public static string Print(ITokenizer tokenizer, string text)
    {
        var document = new DocumentBuilder();
        document.Reset(text);
        tokenizer.Tokenize(document, new TextSpan(0, text.Length));
        var result = new StringBuilder();
        for (int s = 0; s < document.SentenceCount; s++)
        {
            if (s > 0) result.Append(" ‖");
            for (int t = document.FirstTokenOfSentence(s); t < document.FirstTokenOfSentence(s + 1); t++)
            {
                if (result.Length > 0) result.Append(' ');
                result.Append(document.TokenSpan(t).Of(text));
                int first = document.FirstWordOfToken(t), end = document.FirstWordOfToken(t + 1);
                if (end - first == 1) continue;
                for (int w = first; w < end; w++) result.Append(w == first ? '{' : '+').Append(document.Form(w));
                result.Append('}');
            }
        }

        return result.ToString();
    }
}
