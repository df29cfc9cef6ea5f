using System.Text;
using CatalystDocument = Catalyst.Document;
using CatalystSpan = Catalyst.Span;

namespace Lingotto.Catalyst;

/// <summary>
/// A sentence as a Catalyst document of one span whose tokens are ours: forms separated by one space, so that Catalyst's models see the words that they were trained on
/// (<c>di la</c>, not <c>della</c>) and Catalyst's own tokenizer never runs.
/// </summary>
internal static class CatalystSentence
{
    public static CatalystSpan Of(IReadOnlyList<string> forms, Mosaik.Core.Language language)
    {
        var text = new StringBuilder();
        foreach (string form in forms) text.Append(CatalystText.Sanitize(form)).Append(' ');
        var document = new CatalystDocument(text.ToString().TrimEnd(' ') is { Length: > 0 } value ? value : "_", language);
        CatalystSpan span = document.AddSpan(0, document.Value.Length - 1);
        span.ReserveTokens(forms.Count);
        int offset = 0;
        foreach (string form in forms)
        {
            int last = Math.Min(offset + form.Length, document.Value.Length) - 1;
            span.AddToken(Math.Min(offset, last), last);
            offset += form.Length + 1;
        }

        return span;
    }
}
