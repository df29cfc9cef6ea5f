using Lingotto.Tests.Common;

namespace Lingotto.Models.Tests.Tokenization;

/// <summary>Real-world cases of our own writing.</summary>
public sealed class TokenizerCaseTests
{
    [TokenizerTheory]
    [InlineData("L'auto dell’anno è la Panda.", "L' auto dell’{di+l’} anno è la Panda .")]
    [InlineData("NELLA FABBRICA DELL'AUTO", "NELLA{IN+LA} FABBRICA DELL'{DI+L'} AUTO")]
    [InlineData("Un po' di citta' c'e'.", "Un po' di citta' c' e' .")]
    [InlineData("Vuole farlo e andarsene.", "Vuole farlo{far+lo} e andarsene{andar+se+ne} .")]
    [InlineData("Le parole del portale pesano.", "Le parole del{di+il} portale pesano .")]
    [InlineData("La S.p.A. dell'ing. Rossi ha chiuso.", "La S.p.A. dell'{di+l'} ing. Rossi ha chiuso .")]
    [InlineData("C. Tavares e J. Elkann hanno firmato.", "C. Tavares e J. Elkann hanno firmato .")]
    [InlineData("Il calo è del -22,2% (+12,5% nel 2024).", "Il calo è del{di+il} -22,2 % ( +12,5 % nel{in+il} 2024 ) .")]
    [InlineData("Sono 1.800 vetture, 3,5 miliardi di € e 10mila euro.", "Sono 1.800 vetture , 3,5 miliardi di € e 10mila euro .")]
    [InlineData("Alle 10:30 del 30/04/2025 è finita.", "Alle{A+le} 10:30 del{di+il} 30/04/2025 è finita .")]
    [InlineData("La riunione è finita.Poi lo sciopero.", "La riunione è finita . ‖ Poi lo sciopero .")]
    [InlineData("Vedi www.fiat.it/panda, scrivi a info@fiat.it.", "Vedi www.fiat.it/panda , scrivi a info@fiat.it .")]
    [InlineData("MIRAFIORI RIPARTE\nGli operai tornano in fabbrica.", "MIRAFIORI RIPARTE ‖ Gli operai tornano in fabbrica .")]
    [InlineData("Titolo senza punto\n\nTesto.", "Titolo senza punto ‖ Testo .")]
    [InlineData("Così no... Il governo deve agire.", "Così no ... ‖ Il governo deve agire .")]
    public void Tokenize_Italian_AsExpected(string text, string expected) => TokenizerPrint.Print(TrainedModels.ItalianTokenizer!, text).Should().Be(expected);

    [TokenizerTheory]
    [InlineData("They don't know and can’t say.", "They don't{do+n't} know and can’t{ca+n’t} say .")]
    [InlineData("We cannot wait, it's Ford's plant.", "We cannot{can+not} wait , it's{it+'s} Ford's{Ford+'s} plant .")]
    [InlineData("The workers' union met.", "The workers'{workers+'} union met .")]
    [InlineData("The U.S. plant of Ford Motor Co. said so.", "The U.S. plant of Ford Motor Co. said so .")]
    [InlineData("Mr. Smith left. He was late.", "Mr. Smith left . ‖ He was late .")]
    [InlineData("It costs €2bn, $1.5bn and 12.5% of sales.", "It costs € 2 bn , $ 1.5 bn and 12.5 % of sales .")]
    [InlineData("MILAN, Aug 28 (Reuters) - Fiat said no.", "MILAN , Aug 28 ( Reuters ) - Fiat said no .")]
    [InlineData("They left.Then it closed.", "They left . ‖ Then it closed .")]
    [InlineData("See https://www.gm.com/ev, then call.", "See https://www.gm.com/ev , then call .")]
    [InlineData("GM cuts jobs\nBy John Doe", "GM cuts jobs ‖ By John Doe")]
    public void Tokenize_English_AsExpected(string text, string expected) => TokenizerPrint.Print(TrainedModels.EnglishTokenizer!, text).Should().Be(expected);
}
