using Lingotto.Tagging;
using Lingotto.Training;
using Lingotto.Training.Tagging;

namespace Lingotto.Tests.Tagging;

/// <summary>A tagger of a made-up grammar, trained in a moment: "la" is an article before a noun and a pronoun before a verb.</summary>
internal static class TinyTagger
{
    private static readonly Lazy<byte[]> Trained = new(Train);

    public static byte[] Model => Trained.Value;

    public static LinearTagger Open() => LinearTagger.Open(ModelFile.Open("tiny", Model));

    public static byte[] Train()
    {
        var options = new TaggerTrainingOptions { Language = Language.Italian, Sources = [], DevelopmentPath = "", ClassEpochs = 5, FeatsEpochs = 4, Runs = 1, FeatureCutoff = 1 };
        return TaggerTrainer.Learn([.. Sentences(300, 1)], WordClusterer.Learn([], 0, new Silent()), options, new Silent()).ToArray();
    }

    public static IEnumerable<TaggedSentence> Sentences(int count, int seed)
    {
        var random = new Random(seed);
        string[] nouns = ["auto", "azienda", "fabbrica", "piazza", "squadra"], verbs = ["comprava", "guardava", "apriva", "vendeva"];
        for (int i = 0; i < count; i++)
        {
            var words = new List<(string Form, string Lemma, string Upos, string Xpos, string Feats)>();
            if (random.Next(2) == 0)
            {
                words.Add(("La", "il", "DET", "RD", "Definite=Def|Gender=Fem|Number=Sing|PronType=Art"));
                Noun();
            }
            else
            {
                words.Add(("Torino", "Torino", "PROPN", "SP", "_"));
            }

            bool clitic = random.Next(2) == 0;
            if (clitic) words.Add(("la", "lo", "PRON", "PC", "Clitic=Yes|Gender=Fem|Number=Sing|Person=3|PronType=Prs"));
            string verb = verbs[random.Next(verbs.Length)];
            words.Add((verb, verb[..^2] + "re", "VERB", "V", "Mood=Ind|Number=Sing|Person=3|Tense=Imp|VerbForm=Fin"));
            if (!clitic)
            {
                words.Add(("la", "il", "DET", "RD", "Definite=Def|Gender=Fem|Number=Sing|PronType=Art"));
                Noun();
            }

            words.Add((".", ".", "PUNCT", "FS", "_"));
            yield return new TaggedSentence
            {
                Forms = [.. words.Select(w => w.Form)], Lemmas = [.. words.Select(w => w.Lemma)], Upos = [.. words.Select(w => w.Upos)],
                Xpos = [.. words.Select(w => w.Xpos)], Feats = [.. words.Select(w => w.Feats)], Domain = 0,
            };

            void Noun()
            {
                string noun = nouns[random.Next(nouns.Length)];
                words.Add((noun, noun, "NOUN", "S", "Gender=Fem|Number=Sing"));
            }
        }
    }

    private sealed class Silent : ITrainingReport
    {
        public void Line(string text) { }
    }
}
