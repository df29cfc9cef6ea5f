using Lingotto.Tests.Common;
using Lingotto.Training.Tokenization;

namespace Lingotto.Models.Tests.Tokenization;

[Trait("Category", "Slow")]
public sealed class TokenizerQualityTests
{
    [QualityTheory]
    [InlineData("it", "it_isdt", "dev", 0.9970, 0.9960, 0.955)]
    [InlineData("it", "it_isdt", "test", 0.9980, 0.9960, 0.980)]
    [InlineData("en", "en_ewt", "dev", 0.9920, 0.9890, 0.870)]
    [InlineData("en", "en_ewt", "test", 0.9900, 0.9890, 0.860)]
    public void Tokenize_Treebank_ReachesItsThresholds(string language, string treebank, string part, double tokens, double words, double sentences)
    {
        Tokenizer tokenizer = (language == "it" ? TrainedModels.ItalianTokenizer : TrainedModels.EnglishTokenizer)!;
        TokenizerScore score = TokenizerScore.OfTreebank(tokenizer, SharedData.PathOf("data", "ud", treebank, $"{treebank}-ud-{part}.conllu"));
        score.Tokens.Should().BeGreaterThanOrEqualTo(tokens);
        score.Words.Should().BeGreaterThanOrEqualTo(words);
        score.Sentences.Should().BeGreaterThanOrEqualTo(sentences);
    }
}

[Trait("Category", "Slow")]
public sealed class ItalianTokenizerLaws : TokenizerLaws
{
    protected override ITokenizer? Tokenizer => TrainedModels.ItalianTokenizer;
}

[Trait("Category", "Slow")]
public sealed class EnglishTokenizerLaws : TokenizerLaws
{
    protected override ITokenizer? Tokenizer => TrainedModels.EnglishTokenizer;
}
