using System.Globalization;

namespace Lingotto;

/// <summary>Turns documents into CoNLL-U sentences.</summary>
internal static class DocumentConllu
{
    public static IEnumerable<ConlluSentence> Sentences(Document document, string? id)
    {
        int paragraph = -1;
        foreach (Sentence sentence in document.Sentences)
        {
            bool isFirst = sentence.Index == 0;
            bool isParagraph = isFirst || HasBlankLine(document, paragraph, sentence.Span.Start);
            paragraph = sentence.Span.End;
            yield return new ConlluSentence
            {
                Comments = [.. Comments(sentence, id, isFirst, isParagraph)],
                Words = [.. sentence.Words.Select(w => ToWord(w, sentence))],
                Ranges = [.. sentence.Tokens.Where(t => t.IsMultiword).Select(t => new ConlluRange(
                    t.Words.First - sentence.Words.First + 1, t.Words.First - sentence.Words.First + t.Words.Count, Printable(t.Text), Misc(t)))],
            };
        }
    }

    private static IEnumerable<string> Comments(Sentence sentence, string? id, bool isFirst, bool isParagraph)
    {
        if (isFirst) yield return "# newdoc" + (id is null ? "" : " id = " + Printable(id));
        if (isParagraph) yield return "# newpar";
        yield return string.Create(CultureInfo.InvariantCulture, $"# sent_id = {(id is null ? "" : Printable(id) + "-")}{sentence.Index + 1}");
        if (sentence.Language != sentence.Document.Language) yield return "# lang = " + sentence.Language.Code;
        yield return "# text = " + Printable(sentence.Span.Of(sentence.Document.Text));
    }

    private static ConlluWord ToWord(Word word, Sentence sentence)
    {
        Document document = word.Document;
        string form = Printable(word.Form);
        bool hasTag = document.HasTags && word.Upos != Upos.None;
        return new ConlluWord
        {
            Form = form,
            Lemma = hasTag && word.Lemma.Length > 0 ? Printable(word.Lemma) : "_",
            Upos = hasTag ? word.Upos : Upos.None,
            Xpos = hasTag ? word.Xpos ?? "_" : "_",
            Feats = hasTag ? word.Feats ?? "_" : "_",
            Head = document.HasTrees && word.DepRel is not null ? word.HeadIndex < 0 ? 0 : word.HeadIndex - sentence.Words.First + 1 : -1,
            DepRel = document.HasTrees ? word.DepRel ?? "_" : "_",
            Misc = word.Token.IsMultiword ? "_" : Misc(word.Token),
        };
    }

    private static string Misc(Token token)
    {
        string text = token.Document.Text;
        return token.Span.End < text.Length && !char.IsWhiteSpace(text[token.Span.End]) ? "SpaceAfter=No" : "_";
    }

    private static bool HasBlankLine(Document document, int from, int to)
    {
        int lines = document.Text.AsSpan(from, to - from).Count('\n');
        return lines > 1 || (lines == 0 && document.Text.AsSpan(from, to - from).Count('\r') > 1);
    }

    /// <summary>The text on one line without tabs, as a field of CoNLL-U must be.</summary>
    private static string Printable(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny('\n', '\r', '\t') < 0) return text.ToString();
        return string.Create(text.Length, text, static (line, source) =>
        {
            for (int i = 0; i < line.Length; i++) line[i] = source[i] is '\n' or '\r' or '\t' ? ' ' : source[i];
        });
    }
}
