using Lingotto.Ner;

namespace Lingotto.Training.Ner;

/// <summary>Trains the statistical tagger of persons, organizations, places and other names of one language.</summary>
public static class NerTrainer
{
    /// <summary>The names of the types that the tagger tells apart, in the order of its labels.</summary>
    public static IReadOnlyList<string> Types { get; } = ["PER", "ORG", "LOC", "MISC"];

    /// <summary>Trains on the training corpora in a data folder and returns the model's bytes.</summary>
    /// <exception cref="CorpusFormatException">A corpus is malformed.</exception>
    public static byte[] Train(string data, Language language, NerTrainerOptions options, ITrainingReport report)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(report);
        byte[] lexicon = LexiconSources.Build(data, language).Write();
        report.Line($"lexicon {lexicon.Length} bytes");
        var writer = new ModelWriter().Add("lexicon", lexicon);
        var examples = new NerExamples(WordLexicon.Open(ModelFile.Open("lexicon", writer.ToArray()), "lexicon"), options);
        foreach (NerSource source in NerSource.TrainingOf(data, language)) examples.Add(source);
        new CrfTrainer(new BilouScheme(Types), options.Labeller).Train(examples.Sequences, writer, "names", report);
        return writer.ToArray();
    }
}
