using Lingotto.Ner;

namespace Lingotto.Tests.Ner;

public sealed class UnitColumnsTests
{
    private static readonly WordLexicon Lexicon = Create();

    [Theory]
    [InlineData("ieri ha parlato di lavoro", "11110")]
    [InlineData("ieri Rossi ha parlato", "1011")]
    [InlineData("il Ministero del lavoro di ieri", "000001")]
    [InlineData("parlato di zurlo ieri", "1101")]
    public void Complete_OfWordsOfEachClass_MarksThoseThatNoNameHolds(string text, string plain)
    {
        UnitColumns units = Split(text);
        string.Concat(units.IsPlain.Take(units.Count).Select(p => p ? '1' : '0')).Should().Be(plain);
    }

    [Theory]
    [InlineData("FIAT CHIUDE MIRAFIORI", true, false)]
    [InlineData("la fiat chiude", false, true)]
    [InlineData("La Fiat chiude", false, false)]
    public void Complete_OfSentences_TellsTheirCase(string text, bool upper, bool lower)
    {
        UnitColumns units = Split(text);
        units.IsUpperCase[0].Should().Be(upper);
        units.IsLowerCase[0].Should().Be(lower);
    }

    [Fact]
    public void Find_OfEveryClass_GivesItBack()
    {
        NameClasses[] classes = Enum.GetValues<NameClasses>();
        var words = classes.Select((c, i) => KeyValuePair.Create(FeatureHash.Mix((uint)i, 3), (c, (i * 1999) % (WordLexicon.CoarseClusters * WordLexicon.FineClusters)))).ToArray();
        WordLexicon lexicon = Open(words);
        foreach ((uint word, (NameClasses expected, int cluster)) in words)
        {
            lexicon.Find(word, out int found).Should().Be(expected);
            found.Should().Be(cluster);
        }
    }

    private static UnitColumns Split(string text)
    {
        var units = new UnitColumns();
        units.AddSentence(text, 0, text.Length, Lexicon);
        return units;
    }

    private static WordLexicon Create()
    {
        const NameClasses Never = NameClasses.Ordinary | NameClasses.NeverInName;
        return Open([
            Word("ha", Never), Word("ieri", Never), Word("parlato", Never), Word("di", NameClasses.Ordinary), Word("del", NameClasses.Ordinary), Word("lavoro", NameClasses.None)]);
    }

    private static KeyValuePair<uint, (NameClasses, int)> Word(string word, NameClasses classes) => new(FeatureHash.OfLower(word), (classes, 1));

    private static WordLexicon Open(IEnumerable<KeyValuePair<uint, (NameClasses, int)>> words) =>
        WordLexicon.Open(ModelFile.Open("lexicon", new ModelWriter().Add("lexicon", WordLexicon.Write(words)).ToArray()), "lexicon");
}
