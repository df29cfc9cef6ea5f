using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Lingotto.Automotive.Tests;

public class PageCleanerTests
{
    private const string Article =
        "Nuovo turno alla fabbrica di Borgonuovo\n\nDa lunedì la fabbrica lavora anche di notte. Lo ha detto ieri il direttore ai giornalisti riuniti in sala mensa, dopo due settimane di prove sulla linea.\n\n"
        + "I sindacati chiedono un incontro entro la fine del mese; l'azienda risponde che ne parlerà volentieri, purché i numeri della produzione restino quelli promessi a gennaio.\n";

    private const string Block =
        "\n© Riproduzione riservata\nLeggi anche: La sagra della castagna\nTi è piaciuto l’articolo?\nCondividilo con gli amici\n\nPotrebbero interessarti\n\nBorgonuovo – Chiude il ponte sul Tanaro\n\n"
        + "Il ponte sul Tanaro resterà chiuso fino a nuovo ordine: lo ha deciso il sindaco di Borgonuovo dopo la perizia dei tecnici della Provincia, che hanno trovato crepe […]\n\n04/12/2025\n";

    private static readonly PageCleaner Cleaner = new();

    [Fact]
    public void Clean_AnArticleAlone_MarksNothing() => Cleaner.Clean(Article).Boilerplate.Should().BeEmpty();

    [Fact]
    public void Clean_ABlockAtTheEnd_IsMarkedAndNothingBefore()
    {
        string marked = string.Concat(Cleaner.Clean(Article + Block).Boilerplate.Select(b => b.Of(Article + Block).ToString()));
        Cleaner.Clean(Article + Block).Boilerplate[0].Start.Should().Be(Article.Length + 1);
        marked.Should().Contain("Tanaro").And.Contain("Condividilo").And.Contain("04/12/2025");
    }

    [Theory]
    [InlineData("(Reporting by N. Writer; editing by O. Editor)")]
    [InlineData("Leggi anche: La sagra della castagna")]
    [InlineData("Unsubscribe | Forward to a friend")]
    [InlineData("Foto: archivio - Tutti i diritti riservati")]
    [InlineData("(Red/Agenzia)")]
    [InlineData("Like what you read? Buy us a coffee.")]
    public void Clean_AShareOrCreditLine_IsMarked(string line) =>
        Cleaner.Clean(Article + "\n" + line).Boilerplate.Should().ContainSingle().Which.Of(Article + "\n" + line).ToString().Should().Be(line);

    [Fact]
    public void Clean_AFirstLineLikeACue_IsTheArticle() => Cleaner.Clean("Subscribe to the strike fund, says the union").Boilerplate.Should().BeEmpty();

    [Fact]
    public void Clean_ProseAfterATeaserLine_IsTheArticleAgain()
    {
        string text = Article + "\nLeggi anche: La sagra della castagna\n\n" + Article;
        Cleaner.Clean(text).Boilerplate.Should().ContainSingle().Which.Length.Should().BeLessThan(100);
    }

    [Theory]
    [InlineData(" date 2024-06-02 The plant reopened", 2024, 6, 2)]
    [InlineData("Titolo\n\n28/04/2025\n\nTesto", 2025, 4, 28)]
    [InlineData("Titolo\nlunedì 28 aprile 2025\nTesto", 2025, 4, 28)]
    [InlineData("Title\nApril 28, 2025\nText", 2025, 4, 28)]
    public void Clean_AHeaderDate_IsRead(string text, int year, int month, int day) =>
        Cleaner.Clean(text).HeaderDate.Should().Be(new DateOnly(year, month, day));

    [Theory]
    [InlineData("")]
    [InlineData("The plant reopened on 2 June 2024 after a long strike of the workers.")]
    [InlineData("40/50/2024")]
    public void Clean_NoHeaderDate_IsNull(string text) => Cleaner.Clean(text).HeaderDate.Should().BeNull();

    [Fact]
    public void Clean_AnyText_BlocksAreOrderedAndInBounds() => Prop.ForAll<string?, string?>((head, tail) =>
    {
        string text = head + "\r\n" + Article + tail + Block + tail;
        int end = 0;
        foreach (TextSpan block in Cleaner.Clean(text).Boilerplate)
        {
            block.Start.Should().BeGreaterThanOrEqualTo(end);
            block.End.Should().BeInRange(block.Start + 1, text.Length);
            end = block.End;
        }
    }).QuickCheckThrowOnFailure();
}
