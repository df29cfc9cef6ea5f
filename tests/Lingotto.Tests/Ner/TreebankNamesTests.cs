using Lingotto.Training.Ner;

namespace Lingotto.Tests.Ner;

public sealed class TreebankNamesTests
{
    private const string Sentence =
        """
        1	The	the	DET	DT	_	2	det	_	Entity=(1-person-new-nnnnn-cf1-2-coref
        2	mayor	mayor	NOUN	NN	_	7	nsubj	_	_
        3	Anna	Anna	PROPN	NNP	_	2	appos	_	Entity=(2-person-new-nnnnn-cf1-1-coref
        4	Bell	Bell	PROPN	NNP	_	3	flat	_	Entity=2)1)
        5	of	of	ADP	IN	_	6	case	_	_
        6	Leeds	Leeds	PROPN	NNP	_	2	nmod	_	Entity=(3-place-new-nnnnn-cf2-1-sgl-Leeds)
        7	met	meet	VERB	VBD	_	0	root	_	_
        8	the	the	DET	DT	_	9	det	_	Entity=(4-organization-new-nnnnn-cf3-2-sgl
        9	University	university	PROPN	NNP	_	7	obj	_	_
        10	of	of	ADP	IN	_	11	case	_	_
        11	York	York	PROPN	NNP	_	9	nmod	_	Entity=(5-place-new-nnnnn-cf4-1-sgl-York)4)
        12	and	and	CCONJ	CC	_	13	cc	_	_
        13	Germans	German	PROPN	NNPS	Number=Plur	9	conj	_	Entity=(6-person-new-nnnnn-cf5-1-sgl)
        14	.	.	PUNCT	.	_	7	punct	_	_


        """;

    [Fact]
    public void Read_MarkedEntities_GivesTheNameAroundEachHead()
    {
        using var reader = new StringReader(Sentence.ReplaceLineEndings("\n"));

        IReadOnlyList<(string Form, string Tag)> tokens = TreebankNames.Read(reader, "made-up").Single();

        tokens.Where(t => t.Tag != "O").Select(t => $"{t.Form}/{t.Tag}").Should().Equal(
            "Anna/B-PER", "Bell/I-PER", "Leeds/B-LOC", "University/B-ORG", "of/I-ORG", "York/I-ORG");
    }
}
