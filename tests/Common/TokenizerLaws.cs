using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Lingotto.Tests.Common;

/// <summary>What every tokenizer must keep, whatever the text: derive, give the tokenizer, and the laws run as tests.</summary>
public abstract class TokenizerLaws
{
    private const int RepeatedLength = 60_000;

    private static readonly string[] Pieces =
    [
        "fiat", "Torino", "l'", "dell’", "po'", " ", "  ", "\n", "\r\n", "\n\n", "\t", ".", "...", ",", ";", ":", "?", "!", "«", "»", "“", "”", "\"", "'", "(", ")", "[", "]",
        "1.800", "12,5%", "+", "-", "€", "2bn", "S.p.A.", "U.S.", "Inc.", "don't", "cannot", "dammelo", "della", "NEL", "http://", "www.", "a@b.it", "@", "#", "/", "\\",
        "\0", "\u0001", "\uFEFF", "\u200B", "\u200D", "\u0301", "e\u0301", "\uD83D", "\uDE00", "\uD83D\uDE00", "\uD83C\uDDEE\uD83C\uDDF9", "שלום", "مرحبا", "漢字", "İ", "ß", "ǅ", "\u2028", "\u00A0", "\u00AD",
    ];

    /// <summary>The tokenizer; null where its model is missing, and the laws are then not asked.</summary>
    protected abstract ITokenizer? Tokenizer { get; }

    [Fact]
    public void Tokenize_AnyPieces_KeepsTheLaws() => Check(Gen.Elements(Pieces).ArrayOf().Select(string.Concat));

    [Fact]
    public void Tokenize_AnyString_KeepsTheLaws() => Check(ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""));

    [Fact]
    public void Tokenize_AnyCodeUnits_KeepsTheLaws() => Check(Gen.Choose(0, 0xFFFF).Select(c => (char)c).ArrayOf().Select(c => new string(c)));

    [Theory]
    [InlineData("a")]
    [InlineData("a.")]
    [InlineData("a@")]
    [InlineData("'")]
    [InlineData("1.")]
    [InlineData("http://)")]
    [InlineData("\n")]
    [InlineData("parola \n")]
    [InlineData("\u0301")]
    [InlineData("\uD83D")]
    [InlineData("www.a)(")]
    public void Tokenize_LongRepetition_IsLinear(string piece)
    {
        if (Tokenizer is not { } tokenizer) return;
        string text = string.Concat(Enumerable.Repeat(piece, RepeatedLength / piece.Length));
        var document = new DocumentBuilder();
        var watch = System.Diagnostics.Stopwatch.StartNew();   // quadratic time would be hours
        AssertLaws(tokenizer, document, text, new TextSpan(0, text.Length));
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(60));
    }

    private void Check(Gen<string> texts)
    {
        if (Tokenizer is not { } tokenizer) return;
        var document = new DocumentBuilder();
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(texts.ToArbitrary(), text =>
        {
            AssertLaws(tokenizer, document, text, new TextSpan(0, text.Length));
            int from = text.Length / 3, to = text.Length - (text.Length / 4);
            if (to > from) AssertLaws(tokenizer, document, text, TextSpan.FromBounds(from, to));
        }));
    }

    private static void AssertLaws(ITokenizer tokenizer, DocumentBuilder document, string text, TextSpan part)
    {
        document.Reset(text);
        tokenizer.Tokenize(document, part);
        AssertTokens(document, text, part);
        AssertSentences(document);
        string first = Describe(document);
        document.Reset(text);
        tokenizer.Tokenize(document, part);
        if (Describe(document) != first) throw new InvalidOperationException("The same text gave another result.");
    }

    private static void AssertTokens(DocumentBuilder document, string text, TextSpan part)
    {
        int at = part.Start;
        for (int t = 0; t < document.TokenCount; t++)
        {
            TextSpan span = document.TokenSpan(t);
            if (span.IsEmpty || span.Start < at || span.End > part.End) throw new InvalidOperationException($"Token {span} overlaps, is empty or leaves the part.");
            AssertGap(text, at, span.Start);
            if (IsGap(text[span.Start]) || IsGap(text[span.End - 1])) throw new InvalidOperationException($"Token {span} begins or ends with white space.");
            at = span.End;
            if (document.FirstWordOfToken(t + 1) <= document.FirstWordOfToken(t)) throw new InvalidOperationException($"Token {span} has no word.");
        }

        AssertGap(text, at, part.End);
        for (int w = 0; w < document.WordCount; w++)
        {
            if (document.Form(w).IsEmpty) throw new InvalidOperationException("A word has no form.");
        }
    }

    private static void AssertGap(string text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (!IsGap(text[i])) throw new InvalidOperationException($"Offset {i} (U+{(int)text[i]:X4}) is in no token.");
        }
    }

    private static void AssertSentences(DocumentBuilder document)
    {
        if (document.TokenCount == 0 != (document.SentenceCount == 0)) throw new InvalidOperationException("A document without tokens has no sentence, one with tokens has one.");
        for (int s = 0; s < document.SentenceCount; s++)
        {
            if (document.FirstTokenOfSentence(s + 1) <= document.FirstTokenOfSentence(s)) throw new InvalidOperationException("A sentence has no token.");
        }

        if (document.SentenceCount > 0 && document.FirstTokenOfSentence(0) != 0) throw new InvalidOperationException("The first token is in no sentence.");
    }

    private static bool IsGap(char c) => char.IsWhiteSpace(c) || char.IsControl(c);

    private static string Describe(DocumentBuilder document)
    {
        var text = new System.Text.StringBuilder();
        for (int t = 0; t < document.TokenCount; t++) text.Append(document.TokenSpan(t).Start).Append(':').Append(document.FirstWordOfToken(t)).Append(' ');
        for (int s = 0; s < document.SentenceCount; s++) text.Append(document.FirstTokenOfSentence(s)).Append('|');
        return text.Append(document.Characters).ToString();
    }
}
