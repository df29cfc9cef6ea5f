namespace Lingotto.Tests.Tokenization;

public sealed class TokenizerTrainerTests
{
    [Fact]
    public void Train_Twice_SameBytes() =>
        SmallTokenizer.TrainBytes(Language.English).AsSpan().SequenceEqual(SmallTokenizer.TrainBytes(Language.English)).Should().BeTrue();

    [Fact]
    public void Open_ModelOfAnotherLanguage_Throws()
    {
        ModelFile file = ModelFile.Open("small", SmallTokenizer.TrainBytes(Language.English));
        Action open = () => Tokenizer.Open(file, Language.Italian);
        open.Should().Throw<ModelFormatException>().WithMessage("*'small'*language*'it'*'en'*");
    }

    [Fact]
    public void Tokenize_PartOutsideTheText_Throws()
    {
        var document = new DocumentBuilder();
        document.Reset("auto");
        Action tokenize = () => SmallTokenizer.Italian.Tokenize(document, new TextSpan(2, 3));
        tokenize.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Tokenize_AfterWarmUp_AllocatesNothing()
    {
        const string text = "L'ing. Rossi ha detto: «Non è finita». Nell’impianto c'è l'auto dell'anno, il calo è del 12,5%.";
        var document = new DocumentBuilder();
        for (int i = 0; i < 3; i++) Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) Run();
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);

        void Run()
        {
            document.Reset(text);
            SmallTokenizer.Italian.Tokenize(document, new TextSpan(0, text.Length));
        }
    }

    [Fact]
    public void Tokenize_Concurrently_EqualsSequentially()
    {
        const string text = "MILAN (Reuters) - It's €2bn, isn't it? The U.S. plant didn't close.They left.";
        string expected = Common.TokenizerPrint.Print(SmallTokenizer.English, text);
        Parallel.For(0, 64, _ => Common.TokenizerPrint.Print(SmallTokenizer.English, text).Should().Be(expected));
    }
}
