using System.Globalization;
using System.Text.Json;

namespace Lingotto.Training.Parsing;

/// <summary>Trains dependency parsers.</summary>
public static class ParserTrainer
{
    private const int SampleSize = 400;

    /// <summary>Trains a parser and returns its model: the same bytes from the same sentences, settings and library, on any number of threads.</summary>
    /// <remarks>
    /// Teachers learn from the gold trees; together they parse the sentences without trees, and the network that is shipped learns from
    /// both (self-training by an ensemble, as tri-training of Zhou and Li 2005 without its vote).
    /// </remarks>
    /// <param name="corpus">The sentences.</param>
    /// <param name="options">Settings.</param>
    /// <param name="report">Receives a line for each epoch.</param>
    /// <exception cref="ArgumentException">There are no training sentences.</exception>
    public static byte[] Train(ParserCorpus corpus, ParserTrainingOptions options, ITrainingReport report)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(report);
        if (corpus.Train.Count == 0) throw new ArgumentException("There is no sentence to train on.", nameof(corpus));
        using ParserEnsemble? teachers = corpus.Texts.Count == 0 || options.Teachers == 0 ? null : Teachers(corpus, options, report);
        return Train(corpus, teachers, options, report);
    }

    /// <summary>The teachers, which know nothing but the gold trees.</summary>
    internal static ParserEnsemble Teachers(ParserCorpus corpus, ParserTrainingOptions options, ITrainingReport report)
    {
        var vocabulary = new ParserVocabulary(corpus.Train);
        ParserExample[] examples = Examples(vocabulary, corpus.Train);
        var teachers = new List<ParserLearner>();
        for (int i = 0; i < options.Teachers; i++)
        {
            teachers.Add(Learner(vocabulary, options with { Seed = options.Seed + 100 + (ulong)i, Epochs = options.TeacherEpochs }));
            teachers[i].Train(examples, corpus.Development, report);
        }

        return new ParserEnsemble(teachers, vocabulary);
    }

    /// <summary>The parser that is shipped, and what its teachers say of the texts.</summary>
    internal static byte[] Train(ParserCorpus corpus, ParserEnsemble? teachers, ParserTrainingOptions options, ITrainingReport report)
    {
        List<ParserSentence> all = [.. corpus.Train, .. Silver(corpus, teachers, options, report)];
        var vocabulary = new ParserVocabulary(all);
        using ParserLearner learner = Learner(vocabulary, options);
        ParserExample[] examples = Examples(vocabulary, all);
        report.Line(string.Create(CultureInfo.InvariantCulture, $"{examples.Length} sentences, {examples.Sum(e => e.Length)} words, {vocabulary.Frequencies.Length} rows, {vocabulary.Relations.Length} relations"));
        ParserScore score = learner.Train(examples, corpus.Development, report);
        ActivationRanges ranges = ActivationRanges.Of(learner, examples.Where((_, i) => i % Math.Max(1, examples.Length / SampleSize) == 0));
        string punctuation = options.CountPunctuation ? PunctuationCounter.Rules(corpus.Train.Where(t => t.Treebank == options.TargetTreebank)) : "";
        return new ParserModelWriter(learner.Parameters, vocabulary, ranges).Write(options.TargetTreebank, punctuation, Manifest(corpus, options, score));
    }

    private static List<ParserSentence> Silver(ParserCorpus corpus, ParserEnsemble? teachers, ParserTrainingOptions options, ITrainingReport report)
    {
        if (teachers is null) return [];
        ParserScore score = teachers.Measure(corpus.Development, options.TargetTreebank);
        report.Line(string.Create(CultureInfo.InvariantCulture, $"{options.Teachers} teachers together: dev UAS {score.Unlabelled:F2} LAS {score.Labelled:F2}"));
        List<ParserSentence> parsed = teachers.Parse(corpus.Texts, options.TargetTreebank);
        return [.. corpus.Texts.Select((text, i) => text with { Heads = parsed[i].Heads, Relations = parsed[i].Relations, Treebank = options.TargetTreebank, Weight = options.SilverWeight })];
    }

    /// <summary>A network of the parsers' shape.</summary>
    internal static ParserLearner Learner(ParserVocabulary vocabulary, ParserTrainingOptions options) =>
        new(vocabulary, new ParserShape { Rows = vocabulary.Frequencies.Length, Relations = vocabulary.Relations.Length }, options, new ParserDropout());

    private static ParserExample[] Examples(ParserVocabulary vocabulary, IEnumerable<ParserSentence> sentences) => [.. sentences.Select(s => vocabulary.Example(s, s.Treebank))];

    private static string Manifest(ParserCorpus corpus, ParserTrainingOptions options, ParserScore score) => JsonSerializer.Serialize(new
    {
        component = "parser",
        sources = corpus.Sources,
        sentences = corpus.Train.Count,
        words = corpus.Train.Sum(s => s.Forms.Length),
        wordsWithoutTrees = corpus.Texts.Sum(s => s.Forms.Length),
        options.Teachers,
        options.TeacherEpochs,
        options.SilverWeight,
        options.Seed,
        options.Epochs,
        options.BatchWords,
        options.LearningRate,
        developmentUas = Math.Round(score.Unlabelled, 2),
        developmentLas = Math.Round(score.Labelled, 2),
    });
}
