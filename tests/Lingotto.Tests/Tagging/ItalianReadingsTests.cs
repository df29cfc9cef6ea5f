using FluentAssertions;
using Lingotto.Training.Tagging;
using Xunit;

namespace Lingotto.Tests.Tagging;

public sealed class ItalianReadingsTests
{
    private const string Indicative = "Mood=Ind|Number=Sing|Person=2|Tense=Pres|VerbForm=Fin", Subjunctive = "Mood=Sub|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin";

    private static readonly ItalianReadings Readings = new(
    [
        new LexiconEntry("parli", "parlare", "VERB", null, Indicative), new LexiconEntry("parli", "parlare", "VERB", null, Subjunctive),
        new LexiconEntry("dormi", "dormire", "VERB", null, Indicative),
    ]);

    [Theory]
    [InlineData("ci/PRON/PC sono/VERB/V auto/NOUN/S ./PUNCT/FS", 0, "Clitic=Yes|PronType=Prs")]
    [InlineData("ci/PRON/PC vuole/VERB/V tempo/NOUN/S ./PUNCT/FS", 0, "Clitic=Yes|PronType=Prs")]
    [InlineData("ci/PRON/PC vuole/AUX/VM vedere/VERB/V ./PUNCT/FS", 0, "Clitic=Yes|Number=Plur|Person=1|PronType=Prs")]
    [InlineData("ce/PRON/PC n'/PRON/PC è/VERB/V una/PRON/PI", 0, "Clitic=Yes|PronType=Prs")]
    [InlineData("mi/PRON/PC sono/AUX/VA fermato/VERB/V", 1, "Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin")]
    [InlineData("le/DET/RD auto/NOUN/S sono/AUX/VA ferme/ADJ/A", 2, "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin")]
    [InlineData("se/SCONJ/CS ne/PRON/PC parli/VERB/V ./PUNCT/FS", 2, Indicative)]
    [InlineData("che/SCONJ/CS si/PRON/PC parli/VERB/V ./PUNCT/FS", 2, Subjunctive)]
    [InlineData("con/ADP/E chi/PRON/PQ parli/VERB/V ?/PUNCT/FS", 2, Indicative)]
    [InlineData("Dimmi/VERB/V il/DET/RD prezzo/NOUN/S", 0, "Mood=Imp|Number=Sing|Person=2|Tense=Pres|VerbForm=Fin")]
    public void Apply_WordOfTwoReadings_IsReadByWhatStandsAround(string words, int word, string expected)
    {
        TaggedSentence sentence = Sentence(words);
        Readings.Apply(sentence);
        sentence.Feats[word].Should().Be(expected);
    }

    [Fact]
    public void Apply_FormOfOneMood_IsLeft()
    {
        TaggedSentence sentence = Sentence("non/ADV/BN dormi/VERB/V");
        Readings.Apply(sentence);
        sentence.Feats.Should().OnlyContain(f => f == null);
    }

    private static TaggedSentence Sentence(string words)
    {
        string[][] fields = [.. words.Split(' ').Select(w => w.Split('/'))];
        return new TaggedSentence
        {
            Forms = [.. fields.Select(f => f[0])], Upos = [.. fields.Select(f => f[1])], Xpos = [.. fields.Select(f => f[2])],
            Feats = new string?[fields.Length], Lemmas = new string?[fields.Length], Domain = 0,
        };
    }
}
