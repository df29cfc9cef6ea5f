using Lingotto.Parsing;
using Lingotto.Training.Parsing;

namespace Lingotto.Tests.Parsing;

public sealed class PunctuationTests
{
    // 1 Ieri  2 ,  3 arriva  4 Anna : the comma hangs on the phrase before it, which is the lower one.
    private static readonly int[] Heads = [3, 1, 0, 3];

    [Fact]
    public void Rules_MarkThatAlwaysHangsOnThePhraseBefore_SayThat()
    {
        ParserSentence sentence = new()
        {
            Forms = ["Ieri", ",", "arriva", "Anna"], Lemmas = ["ieri", ",", "arrivare", "Anna"], Upos = [Upos.Adv, Upos.Punct, Upos.Verb, Upos.Propn],
            Feats = ["", "", "", ""], Heads = Heads, Relations = ["advmod", "punct", "root", "nsubj"],
        };
        string rules = PunctuationCounter.Rules(Enumerable.Repeat(sentence, 6));
        rules.Should().Be(",\t0\tadvmod\t3\n");

        var parsed = new PunctuationRules(rules, ["advmod", "nsubj", "punct", "root"]);
        parsed.Knows(",").Should().BeTrue();
        parsed.Knows(";").Should().BeFalse();
        parsed.Head(',', 2, [3, 4, 0, 3], [0, 2, 3, 1], [0, (byte)Upos.Adv, (byte)Upos.Punct, (byte)Upos.Verb, (byte)Upos.Propn]).Should().Be(1);
    }

    [Fact]
    public void Phrases_MarkAtTheEdge_HasNone() =>
        PunctuationRules.Phrases(4, [2, 0, 2, 2], [0, (byte)Upos.Det, (byte)Upos.Noun, (byte)Upos.Adj, (byte)Upos.Punct], out _, out _).Should().BeFalse();

    [Fact]
    public void Hang_BracketsAndLastMark_HangOnWhatTheyEncloseAndOnTheRoot()
    {
        string[] forms = ["Anna", "(", "Fiat", ")", "parla", "."];
        var document = new DocumentBuilder();
        ParserEvaluator.Load(document, new ParserSentence
        {
            Forms = forms, Lemmas = forms, Upos = [Upos.Propn, Upos.Punct, Upos.Propn, Upos.Punct, Upos.Verb, Upos.Punct],
            Feats = ["", "", "", "", "", ""], Heads = [5, 1, 1, 5, 0, 1], Relations = forms,
        });
        int[] heads = [5, 1, 1, 5, 0, 1];
        PunctuationHanger.Hang(null, document, 0, heads, new int[6], [0, (byte)Upos.Propn, (byte)Upos.Punct, (byte)Upos.Propn, (byte)Upos.Punct, (byte)Upos.Verb, (byte)Upos.Punct]);
        heads.Should().Equal(5, 3, 1, 3, 0, 5);
    }
}
