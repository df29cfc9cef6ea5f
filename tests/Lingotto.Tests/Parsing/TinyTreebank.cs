using Lingotto.Training;
using Lingotto.Training.Parsing;

namespace Lingotto.Tests.Parsing;

/// <summary>A made-up grammar of a few words, small enough that a parser learns it in a second.</summary>
internal static class TinyTreebank
{
    private static readonly Lazy<byte[]> Trained = new(() => Train(1));

    public static byte[] Model => Trained.Value;

    public static byte[] Train(int threads)
    {
        List<ParserSentence> trees = [.. Sentences(120, 1)], texts = [.. Sentences(40, 4)];
        return ParserTrainer.Train(
            new ParserCorpus { Train = trees, Texts = texts, Development = [.. Sentences(20, 2)] },
            new ParserTrainingOptions { Epochs = 4, Teachers = 1, TeacherEpochs = 4, BatchWords = 60, Threads = threads }, new Silent());
    }

    public static IEnumerable<ParserSentence> Sentences(int count, int seed)
    {
        var random = new Random(seed);
        string[] nouns = ["auto", "azienda", "fabbrica", "ministro"], verbs = ["compra", "vede", "apre"], adjectives = ["grande", "nuova"];
        for (int i = 0; i < count; i++)
        {
            var words = new List<(string Form, Upos Upos, int Head, string Relation)>();
            int verb = random.Next(2) == 0 ? 3 : 4;
            Phrase(verb, "nsubj", verb == 4);
            words.Add((verbs[random.Next(verbs.Length)], Upos.Verb, 0, "root"));
            Phrase(verb, "obj", random.Next(2) == 0);
            words.Add((".", Upos.Punct, verb, "punct"));
            yield return new ParserSentence
            {
                Forms = [.. words.Select(w => w.Form)], Lemmas = [.. words.Select(w => w.Form)], Upos = [.. words.Select(w => w.Upos)],
                Feats = [.. words.Select(_ => "")], Heads = [.. words.Select(w => w.Head)], Relations = [.. words.Select(w => w.Relation)],
            };

            void Phrase(int head, string relation, bool modified)
            {
                int noun = words.Count + (modified ? 3 : 2);
                words.Add(("la", Upos.Det, noun, "det"));
                if (modified) words.Add((adjectives[random.Next(adjectives.Length)], Upos.Adj, noun, "amod"));
                words.Add((nouns[random.Next(nouns.Length)], Upos.Noun, head, relation));
            }
        }
    }

    private sealed class Silent : ITrainingReport
    {
        public void Line(string text) { }
    }
}
