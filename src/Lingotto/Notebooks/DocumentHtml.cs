using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Lingotto;

/// <summary>Words as an HTML table, a body a sentence.</summary>
internal static class DocumentHtml
{
    private const int SentenceLimit = 50;

    public static string Of(Document document)
    {
        StringBuilder html = Begin();
        int shown = 0;
        foreach (Sentence sentence in document.Sentences)
        {
            if (shown++ == SentenceLimit) break;
            Rows(html, sentence);
        }

        html.Append("</table>");
        if (document.Sentences.Count > SentenceLimit) html.Append(CultureInfo.InvariantCulture, $"<p>… and {document.Sentences.Count - SentenceLimit} more sentences</p>");
        return html.ToString();
    }

    public static string Of(Sentence sentence)
    {
        StringBuilder html = Begin();
        Rows(html, sentence);
        return html.Append("</table>").ToString();
    }

    private static StringBuilder Begin() => new("<table><thead><tr><th>#</th><th>Form</th><th>Lemma</th><th>UPOS</th><th>Features</th><th>Head</th><th>Relation</th></tr></thead>");

    private static void Rows(StringBuilder html, Sentence sentence)
    {
        html.Append("<tbody>");
        int number = 0;
        foreach (Word word in sentence.Words)
        {
            bool tagged = word.Document.HasTags, parsed = word.Document.HasTrees;
            string[] cells =
            [
                (++number).ToString(CultureInfo.InvariantCulture),
                word.Form.ToString(),
                tagged ? word.Lemma.ToString() : "",
                tagged ? word.Upos.ToName() : "",
                tagged ? word.Feats ?? "" : "",
                parsed ? (word.HeadIndex < 0 ? "0" : (word.HeadIndex - sentence.Words.First + 1).ToString(CultureInfo.InvariantCulture)) : "",
                parsed ? word.DepRel ?? "" : "",
            ];
            html.Append("<tr>");
            foreach (string cell in cells) html.Append("<td>").Append(HtmlEncoder.Default.Encode(cell)).Append("</td>");
            html.Append("</tr>");
        }

        html.Append("</tbody>");
    }
}
