using Lingotto.Tests.Common;

namespace Lingotto.Catalyst.Tests;

[Trait("Category", "Slow")]
public sealed class ItalianCatalystTokenizerLaws : TokenizerLaws
{
    protected override ITokenizer Tokenizer => Loaded.ItalianTokenizer;
}

[Trait("Category", "Slow")]
public sealed class EnglishCatalystTokenizerLaws : TokenizerLaws
{
    protected override ITokenizer Tokenizer => Loaded.EnglishTokenizer;
}

[Trait("Category", "Slow")]
public sealed class ItalianCatalystTaggerLaws : TaggerLaws
{
    protected override LinguisticPipeline? Pipeline => Loaded.Pipeline;

    protected override Language Language => Language.Italian;
}

[Trait("Category", "Slow")]
public sealed class EnglishCatalystTaggerLaws : TaggerLaws
{
    protected override LinguisticPipeline? Pipeline => Loaded.Pipeline;

    protected override Language Language => Language.English;
}

public sealed class CatalystTokenizerTests
{
    [Theory]
    [InlineData("The plant\twill close.", "The plant will close .")]
    [InlineData("The\u0001 plant\0will close.", "The plant will close .")]
    [InlineData("The plant\r\nwill close.", "The plant will close .")]
    [InlineData("  The plant will close.  ", "The plant will close .")]
    public void Tokenize_ControlCharacters_LeavesOffsetsTrue(string text, string tokens) => Tokens(text, Language.English).Should().Equal(tokens.Split(' '));

    [Theory]
    [InlineData("They don't\tclose it.", "don't")]
    [InlineData("We can't say, I'm sorry.", "can't")]
    [InlineData("We can't say, I'm sorry.", "I'm")]
    [InlineData("It isn't so: they won't.", "won't")]
    public void Tokenize_Contraction_CoversItWithWholeTokens(string text, string contraction)
    {
        int start = text.IndexOf(contraction, StringComparison.Ordinal), end = start + contraction.Length;
        Document document = Loaded.Pipeline.Process(text, Language.English);

        Token[] inside = [.. document.Tokens.Where(t => t.Span.Start < end && t.Span.End > start)];

        inside[0].Span.Start.Should().Be(start);
        inside[^1].Span.End.Should().Be(end);
        string.Concat(inside.Select(t => t.Text.ToString())).Should().Be(contraction);
    }

    [Fact]
    public void Tokenize_ArticulatedPreposition_IsOneTokenOfTwoWords()
    {
        Document document = Loaded.Pipeline.Process("I vertici della casa sono nel palazzo.", Language.Italian);

        Token token = document.Tokens.Single(t => t.Text is "della");
        token.Words.Select(w => w.Form.ToString()).Should().Equal("di", "la");
        token.Words.Select(w => w.Upos).Should().Equal(Upos.Adp, Upos.Det);
    }

    [Fact]
    public void Tokenize_BlankLine_EndsASentence() => Loaded.Pipeline.Process("Un titolo senza punto\n\nLa fabbrica chiude domani.", Language.Italian).Sentences.Count.Should().Be(2);

    [Fact]
    public void Process_OnManyThreads_GivesWhatOneThreadGives()
    {
        string[] texts = [.. Enumerable.Range(0, 100).Select(i => $"Lo stabilimento numero {i} della casa riaprirà.\tI sindacati non c'erano, dice l'azienda. Torneranno nel {2000 + i}.")];
        string[] expected = [.. texts.Select(Print)];

        texts.AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(Print).ToArray().Should().Equal(expected);
    }

    [Fact]
    public void Process_Twice_GivesTheSame() => Print("La casa chiude. Poi riapre.").Should().Be(Print("La casa chiude. Poi riapre."));

    private static string[] Tokens(string text, Language language) => [.. Loaded.Pipeline.Process(text, language).Tokens.Select(t => t.Text.ToString())];

    private static string Print(string text) => string.Join(
        '\n', Loaded.Pipeline.Process(text, Language.Italian).Sentences.Select(s => string.Join(' ', s.Words.Select(w => $"{w.Token.Span.Start}:{w.Form}/{w.Upos}/{w.Lemma}"))));
}
