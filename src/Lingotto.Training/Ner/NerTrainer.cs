using Lingotto.Ner;

namespace Lingotto.Training.Ner;

/// <summary>Trains the statistical tagger of persons, organizations, places and other names of one language.</summary>
public static class NerTrainer
{
    /// <summary>The names of the types that the tagger tells apart, in the order of its labels.</summary>
    public static IReadOnlyList<string> Types { get; } = ["PER", "ORG", "LOC", "MISC"];

    /// <summary>Gathers the lexicon of a language from the name lists and unlabelled texts in a data folder.</summary>
    public static byte[] BuildLexicon(string data, Language language) => LexiconSources.Build(data, language).Write();

    /// <summary>Trains on the training corpora in a data folder and returns the model's bytes.</summary>
    /// <exception cref="CorpusFormatException">A corpus is malformed.</exception>
    public static byte[] Train(string data, Language language, NerTrainerOptions options, ITrainingReport report) =>
        Train(data, language, BuildLexicon(data, language), options, report);

    /// <summary>Trains with a lexicon that was built before.</summary>
    /// <exception cref="CorpusFormatException">A corpus is malformed.</exception>
    public static byte[] Train(string data, Language language, ReadOnlySpan<byte> lexicon, NerTrainerOptions options, ITrainingReport report)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(report);
        report.Line($"lexicon {lexicon.Length} bytes");
        ModelWriter writer = new ModelWriter().Add("lexicon", lexicon);
        var examples = new NerExamples(WordLexicon.Open(ModelFile.Open("lexicon", writer.ToArray()), "lexicon"), options);
        foreach (NerSource source in NerSource.TrainingOf(data, language)) examples.Add(source);
        report.Line($"{examples.LostNames} names cannot be found");
        CrfTrainerOptions labeller = language == Language.English ? options.Labeller with { StartBias = [0, 0, 0, options.EnglishOtherBias] } : options.Labeller;
        new CrfTrainer(new BilouScheme(Types), labeller).Train(examples.Sequences, writer, "names", report, examples.CorpusFeatures);
        return writer.ToArray();
    }
}
