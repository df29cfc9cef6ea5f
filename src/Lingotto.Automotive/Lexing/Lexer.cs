namespace Lingotto.Automotive.Lexing;

/// <summary>Splits a text into lexemes in one pass: linear, no pattern engine, no allocation per lexeme.</summary>
internal static class Lexer
{
    /// <summary>The lexemes of a document; words are looked up in the language of their sentence.</summary>
    public static LexemeList Read(Document document)
    {
        string text = document.Text;
        WordTable table = WordTable.Of(document.Language);
        var lexemes = new Lexeme[Math.Max(16, (text.Length / 4) + 8)];
        int count = 0, sentence = 0, sentenceCount = document.Sentences.Count;
        int nextSentence = sentenceCount > 0 ? SentenceStart(document, 0) : int.MaxValue;
        bool glued = false, startsLine = true;
        for (int i = 0; i < text.Length;)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                startsLine |= c is '\n' or '\r';
                glued = false;
                i++;
                continue;
            }

            while (i >= nextSentence)
            {
                table = WordTable.Of(document.Sentences[sentence].Language is { IsSupported: true } own ? own : document.Language);
                nextSentence = ++sentence < sentenceCount ? SentenceStart(document, sentence) : int.MaxValue;
            }

            if (count == lexemes.Length) Array.Resize(ref lexemes, 2 * count);
            ref Lexeme lexeme = ref lexemes[count++];
            lexeme = default;
            lexeme.Start = i;
            lexeme.IsGlued = glued;
            lexeme.StartsLine = startsLine;
            i = char.IsAsciiDigit(c) ? Number(text, i, table, ref lexeme) : char.IsLetter(c) ? Word(text, i, table, ref lexeme) : Symbol(text, i, table, ref lexeme);
            lexeme.Length = i - lexeme.Start;
            glued = true;
            startsLine = false;
        }

        return new LexemeList(document, lexemes, count);
    }

    private static int SentenceStart(Document document, int sentence) => document.Sentences[sentence].Tokens[0].Span.Start;

    private static int Number(string text, int start, WordTable table, ref Lexeme lexeme)
    {
        lexeme.Kind = LexemeKind.Number;
        int end = DigitReader.End(text, start);
        lexeme.Shape = DigitReader.Read(text.AsSpan(start, end - start), table.IsItalian, out lexeme.Number);
        return end;
    }

    private static int Word(string text, int start, WordTable table, ref Lexeme lexeme)
    {
        int end = start + 1;
        while (end < text.Length && (char.IsLetter(text[end]) || char.GetUnicodeCategory(text[end]) == System.Globalization.UnicodeCategory.NonSpacingMark)) end++;
        lexeme.Kind = LexemeKind.Word;
        lexeme.IsCapitalized = char.IsUpper(text[start]);
        lexeme.Entry = table.Find(text.AsSpan(start, end - start));
        return end < text.Length && text[end] is '\'' or '’' ? EndOfApostrophe(text, start, end) : end;
    }

    /// <summary>An apostrophe belongs to the word that it elides or accents, not to a quotation that ends there.</summary>
    private static int EndOfApostrophe(string text, int start, int end)
    {
        bool letterFollows = end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]);
        bool accents = "aeiouAEIOU".Contains(text[end - 1], StringComparison.Ordinal) && (start == 0 || text[start - 1] is not ('\'' or '‘'));
        return letterFollows || accents ? end + 1 : end;
    }

    private static int Symbol(string text, int start, WordTable table, ref Lexeme lexeme)
    {
        char c = text[start];
        lexeme.Kind = LexemeKind.Symbol;
        lexeme.Symbol = c switch { '–' or '—' or '−' or '‐' or '‑' or '‒' or '―' => '-', '’' or '‘' or '`' or '´' => '\'', _ => c };
        if (c is '%' or '€' or '$' or '£' or '¥' or '₹' or '₩' or '°' or 'º' or 'ª' or '₽') lexeme.Entry = table.Find(text.AsSpan(start, 1));
        return start + (char.IsHighSurrogate(c) && start + 1 < text.Length && char.IsLowSurrogate(text[start + 1]) ? 2 : 1);
    }
}
