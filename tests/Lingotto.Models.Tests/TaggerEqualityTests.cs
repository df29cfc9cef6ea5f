using Lingotto.Models;
using Lingotto.Tagging;
using Lingotto.Tests.Common;
using Lingotto.Tests.Tagging;

namespace Lingotto.Models.Tests;

/// <summary>What the taggers keep of the words they saw changes nothing of what they say.</summary>
public sealed class TaggerEqualityTests
{
    [Theory]
    [InlineData("it")]
    [InlineData("en")]
    [Trait("Category", "Slow")]
    public void Tag_GeneratedSentences_EqualsThePlainTagger(string language)
    {
        ModelFile model = language == "it" ? ItalianModels.Open("tagger") : EnglishModels.Open("tagger");
        var tokenizer = Tokenizer.Open(language == "it" ? ItalianModels.Open("tokenizer") : EnglishModels.Open("tokenizer"), Language.Parse(language));
        LinearTagger tagger = PlainTagger.WithoutEarlyDecisions(model);
        var plain = new PlainTagger(model);
        DocumentBuilder found = new(), expected = new();
        foreach (string text in GeneratedText.Samples(language).Concat(GeneratedText.Sentences(language, 2000, 7)))
        {
            Tokenize(found, text, tokenizer);
            Tokenize(expected, text, tokenizer);
            for (int s = 0; s < found.SentenceCount; s++)
            {
                tagger.Tag(found, s);
                plain.Tag(expected, s);
            }

            Describe(found).Should().Be(Describe(expected));
        }
    }

    [Theory]
    [InlineData("it")]
    [InlineData("en")]
    [Trait("Category", "Slow")]
    public void Tag_Samples_EarlyDecisionsAreNearlyAlwaysThoseOfAllFeatures(string language)
    {
        const double Share = 0.005;
        ModelFile model = language == "it" ? ItalianModels.Open("tagger") : EnglishModels.Open("tagger");
        var tokenizer = Tokenizer.Open(language == "it" ? ItalianModels.Open("tokenizer") : EnglishModels.Open("tokenizer"), Language.Parse(language));
        LinearTagger early = LinearTagger.Open(model), late = PlainTagger.WithoutEarlyDecisions(model);
        int words = 0, different = 0;
        DocumentBuilder found = new(), expected = new();
        foreach (string text in GeneratedText.Samples(language))
        {
            Tokenize(found, text, tokenizer);
            Tokenize(expected, text, tokenizer);
            for (int s = 0; s < found.SentenceCount; s++)
            {
                early.Tag(found, s);
                late.Tag(expected, s);
            }

            for (int i = 0; i < found.WordCount; i++, words++)
            {
                if (found.Tag(i) != expected.Tag(i)) different++;
            }
        }

        ((double)different / words).Should().BeLessThanOrEqualTo(Share);
    }

    private static void Tokenize(DocumentBuilder document, string text, Tokenizer tokenizer)
    {
        document.Reset(text);
        tokenizer.Tokenize(document, new TextSpan(0, text.Length));
    }

    private static string Describe(DocumentBuilder d) => string.Join(' ', Enumerable.Range(0, d.WordCount).Select(i => $"{d.Lemma(i)}/{d.Tag(i)}/{d.Upos(i)}/{d.Xpos(i)}/{d.Feats(i)}"));
}
