using Lingotto.Domain;

namespace Lingotto.Automotive.Tests.Values;

public sealed class QuoteFinderTests
{
    /// <summary>Finds the quotes of a text in which persons are marked as <c>[P:name]</c>, organizations as <c>[O:name]</c>, titles as <c>[R:title]</c>; gives speaker and words.</summary>
    private static List<string> Find(string marked, string language)
    {
        ArticleAnalysis analysis = MarkedMentions.Read(marked, language, out string text);
        return [.. new QuoteFinder().Find(PlainDocument.Of(text, language), analysis).Select(q => analysis.FindEntity(q.Speaker)!.Name + ": " + q.Text)];
    }

    [Theory]
    [InlineData("«Non chiudiamo», ha detto [P:Elena Rovati].", "Elena Rovati: Non chiudiamo")]
    [InlineData("“Non chiudiamo”, spiega [P:Elena Rovati], direttrice.", "Elena Rovati: Non chiudiamo")]
    [InlineData("\"Non chiudiamo\", [P:Elena Rovati] ha ribadito in serata.", "Elena Rovati: Non chiudiamo")]
    [InlineData("[P:Elena Rovati] assicura: «Non chiudiamo».", "Elena Rovati: Non chiudiamo")]
    [InlineData("Per [P:Elena Rovati] la chiusura «non esiste».", "Elena Rovati: non esiste")]
    [InlineData("[P:Elena Rovati] è arrivata tardi. «Non chiudiamo», ha detto.", "Elena Rovati: Non chiudiamo")]
    [InlineData("«Nessun esubero», assicura un portavoce di [O:Cormec Stampi].", "Cormec Stampi: Nessun esubero")]
    [InlineData("[O:FIOM]: «ORA BASTA»", "FIOM: ORA BASTA")]
    [InlineData("«Non chiudiamo», dice [P:Elena Rovati]. «E non venderemo la fabbrica».", "Elena Rovati: Non chiudiamo", "Elena Rovati: E non venderemo la fabbrica")]
    [InlineData("«Non chiudiamo»: lo ha assicurato [P:Elena Rovati] ai delegati.", "Elena Rovati: Non chiudiamo")]
    [InlineData("«Non chiudiamo». Così [P:Elena Rovati] in serata.", "Elena Rovati: Non chiudiamo")]
    [InlineData("«Non chiudiamo». È quanto ha affermato [P:Elena Rovati].", "Elena Rovati: Non chiudiamo")]
    [InlineData("«Non chiudiamo», dice [P:Elena Rovati]. E ancora: «Il tempo c'è».", "Elena Rovati: Non chiudiamo", "Elena Rovati: Il tempo c'è")]
    [InlineData("[P:Elena Rovati] ha definito il piano «povero» e «confuso».", "Elena Rovati: povero", "Elena Rovati: confuso")]
    [InlineData("L'incontro con [P:Ugo Bassi] non ha convinto [P:Elena Rovati]. «Solo promesse», ha commentato.", "Elena Rovati: Solo promesse")]
    [InlineData("[P:Elena Rovati] risponde a [P:Ugo Bassi]: «Non accettiamo»", "Elena Rovati: Non accettiamo")]
    public void Find_Italian_GivesTheWordsToTheSpeaker(string marked, params string[] expected) => Find(marked, "it").Should().Equal(expected);

    [Theory]
    [InlineData("\"We are staying,\" said [P:Ruth Alder].", "Ruth Alder: We are staying,")]
    [InlineData("“We are staying,” [P:Ruth Alder] told reporters.", "Ruth Alder: We are staying,")]
    [InlineData("[P:Ruth Alder] called the report \"pure fiction\".", "Ruth Alder: pure fiction")]
    [InlineData("\"We are staying,\" said [R:chief executive] [P:Ruth Alder]. \"Nobody is leaving the works.\"", "Ruth Alder: We are staying,", "Ruth Alder: Nobody is leaving the works.")]
    [InlineData("[P:Ruth Alder] was late. \"We are staying,\" she said.", "Ruth Alder: We are staying,")]
    [InlineData("\"We do not comment,\" said a spokesman for [O:Halden Motors].", "Halden Motors: We do not comment,")]
    [InlineData("‘We are staying,’ said [P:Ruth Alder].", "Ruth Alder: We are staying,")]
    [InlineData("\"We are staying,\" according to [P:Ruth Alder].", "Ruth Alder: We are staying,")]
    [InlineData("\"We are staying.\" That was the message from [P:Ruth Alder] to the works.", "Ruth Alder: We are staying.")]
    [InlineData("[O:Halden Motors] is cutting shifts. A spokesperson said the cuts were \"temporary.\"", "Halden Motors: temporary.")]
    [InlineData("[P:Ruth Alder] called the talks \"useful.\" [O:Corvane] declined to comment.", "Ruth Alder: useful.")]
    public void Find_English_GivesTheWordsToTheSpeaker(string marked, params string[] expected) => Find(marked, "en").Should().Equal(expected);

    [Theory]
    [InlineData("La cosiddetta «mobilità dolce» non convince.", "it")]
    [InlineData("The \"green\" label is on every car.", "en")]
    [InlineData("Addio alla «fabbrica modello»", "it")]
    [InlineData("He typed 5\" and \" and then nothing", "en")]
    [InlineData("«Mai chiusa", "it")]
    [InlineData("Il bando del progetto «Fabbrica Aperta» scade domani.", "it")]
    public void Find_WordsThatNobodySays_FindsNothing(string text, string language) => Find(text, language).Should().BeEmpty();

    [Fact]
    public void Find_QuotationOverParagraphs_IsOneQuote() =>
        Find("[P:Ruth Alder] said: “We are staying.\n\n“Nobody is leaving.”", "en").Should().Equal("Ruth Alder: We are staying.\n\n“Nobody is leaving.");
}
