using System.IO.Compression;
using Lingotto.Tests.Common;

namespace Lingotto.Models.Tests.LanguageIdentification;

public sealed class LanguageIdentifierTests
{
    private static readonly HashSet<string> Small = ["co", "eml", "la", "lij", "oc", "sc", "scn", "vec", "wa"];

    [LanguageTheory]
    [InlineData("Lo stabilimento resterà chiuso fino a settembre.", "it")]
    [InlineData("The plant will stay closed until September.", "en")]
    [InlineData("Das Werk bleibt bis September geschlossen.", "de")]
    [InlineData("L'usine restera fermée jusqu'en septembre.", "fr")]
    [InlineData("La planta seguirá cerrada hasta septiembre.", "es")]
    [InlineData("Завод будет закрыт до сентября.", "ru")]
    [InlineData("", "und")]
    [InlineData("12,5% 2024 - 1.800", "und")]
    [InlineData("Marchionne", "und")]
    [InlineData("\uD83D\0 \uFEFF", "und")]
    public void Identify_Text_ItsLanguage(string text, string language) => TrainedModels.LanguageIdentifier!.Identify(text).Language.Code.Should().Be(language);

    [QualityTheory]
    [Trait("Category", "Slow")]
    [InlineData("it", 0.995, 0.92)]
    [InlineData("en", 0.995, 0.92)]
    public void Identify_TestLines_ReachesItsThresholds(string language, double full, double start)
    {
        int lines = 0, right = 0, rightStart = 0;
        foreach ((string own, string text) in TestLines())
        {
            if (own != language) continue;
            lines++;
            if (TrainedModels.LanguageIdentifier!.Identify(text).Language.Code == language) right++;
            if (TrainedModels.LanguageIdentifier!.Identify(text.AsSpan(0, Math.Min(20, text.Length))).Language.Code == language) rightStart++;
        }

        ((double)right / lines).Should().BeGreaterThanOrEqualTo(full);
        ((double)rightStart / lines).Should().BeGreaterThanOrEqualTo(start);
    }

    [QualityTheory]
    [Trait("Category", "Slow")]
    [InlineData(0.005)]
    public void Identify_OtherLanguages_SeldomTakenForItalianOrEnglish(double most)
    {
        int lines = 0, wrong = 0;
        foreach ((string own, string text) in TestLines())
        {
            if (own is "it" or "en" || Small.Contains(own)) continue;
            lines++;
            if (TrainedModels.LanguageIdentifier!.Identify(text).Language.IsSupported) wrong++;
        }

        ((double)wrong / lines).Should().BeLessThanOrEqualTo(most);
    }

    private static IEnumerable<(string Language, string Text)> TestLines()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(SharedData.PathOf("data", "langid", "test.tsv.gz")), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            string[] fields = line.Split('\t', 3);
            yield return (fields[0], fields[2]);
        }
    }
}

public sealed class LanguageIdentifierLaws : IdentifierLaws
{
    protected override ILanguageIdentifier? Identifier => TrainedModels.LanguageIdentifier;
}
