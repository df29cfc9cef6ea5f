using Lingotto.Training;
using Lingotto.Training.Tokenization;

namespace Lingotto.Tests.Tokenization;

/// <summary>Tokenizers trained from our own examples alone, so that tests need no model and no treebank.</summary>
internal static class SmallTokenizer
{
    public static Tokenizer Italian { get; } = Train(Language.Italian);

    public static Tokenizer English { get; } = Train(Language.English);

    public static byte[] TrainBytes(Language language) => TokenizerTrainer.Train(new TokenizerTrainingOptions { Language = language, Treebanks = [] }, new Silent());

    private static Tokenizer Train(Language language) => Tokenizer.Open(ModelFile.Open("small", TrainBytes(language)), language);

    private sealed class Silent : ITrainingReport
    {
        public void Line(string text) { }
    }
}

public sealed class SmallItalianTokenizerLaws : Common.TokenizerLaws
{
    protected override ITokenizer Tokenizer => SmallTokenizer.Italian;
}

public sealed class SmallEnglishTokenizerLaws : Common.TokenizerLaws
{
    protected override ITokenizer Tokenizer => SmallTokenizer.English;
}
