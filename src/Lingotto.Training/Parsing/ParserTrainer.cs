using System.Globalization;
using System.Text.Json;

namespace Lingotto.Training.Parsing;

/// <summary>Trains dependency parsers.</summary>
public static class ParserTrainer
{
    private const int SampleSize = 400;

    /// <summary>Trains a parser and returns its model: the same bytes from the same sentences, settings and library, on any number of threads.</summary>
    /// <remarks>
    /// Teachers learn from the gold trees alone; together they parse the sentences without trees, and the network that is shipped learns from both
    /// (self-training by an ensemble, as tri-training of Zhou and Li 2005 without its vote).
    /// </remarks>
    /// <param name="train">Training sentences, tagged as they will be when the parser is used.</param>
    /// <param name="texts">Sentences without trees, tagged likewise; may be empty.</param>
    /// <param name="development">Sentences to measure on after each epoch.</param>
    /// <param name="sources">What the training sentences are, for the manifest.</param>
    /// <param name="options">Settings.</param>
    /// <param name="report">Receives a line for each epoch.</param>
    /// <exception cref="ArgumentException">There are no training sentences.</exception>
    public static byte[] Train(IReadOnlyList<ParserSentence> train, IReadOnlyList<ParserSentence> texts, IReadOnlyList<ParserSentence> development, IReadOnlyList<string> sources, ParserTrainingOptions options, ITrainingReport report)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(development);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(report);
        if (train.Count == 0) throw new ArgumentException("There is no sentence to train on.", nameof(train));
        var vocabulary = new ParserVocabulary(train, texts);
        var shape = new ParserShape { Rows = vocabulary.Frequencies.Length, Relations = vocabulary.Relations.Length };
        List<ParserSentence> all = [.. train, .. Silver(train, texts, development, vocabulary, shape, options, report)];
        using var learner = new ParserLearner(vocabulary, shape, options, new ParserDropout());
        ParserExample[] examples = [.. all.Select(s => vocabulary.Example(s, s.Treebank))];
        report.Line(string.Create(CultureInfo.InvariantCulture, $"{all.Count} sentences, {examples.Sum(e => e.Length)} words, {shape.Rows} rows, {shape.Relations} relations"));
        ParserScore score = learner.Train(examples, development, report);
        ActivationRanges ranges = ActivationRanges.Of(learner, examples.Where((_, i) => i % Math.Max(1, examples.Length / SampleSize) == 0));
        return new ParserModelWriter(learner.Parameters, vocabulary, ranges).Write(options.TargetTreebank, Manifest(sources, options, train, texts, score));
    }

    private static List<ParserSentence> Silver(IReadOnlyList<ParserSentence> train, IReadOnlyList<ParserSentence> texts, IReadOnlyList<ParserSentence> development, ParserVocabulary vocabulary, ParserShape shape, ParserTrainingOptions options, ITrainingReport report)
    {
        if (texts.Count == 0 || options.Teachers == 0) return [];
        ParserExample[] examples = [.. train.Select(s => vocabulary.Example(s, s.Treebank))];
        var teachers = new List<ParserLearner>();
        for (int i = 0; i < options.Teachers; i++)
        {
            teachers.Add(new ParserLearner(vocabulary, shape, options with { Seed = options.Seed + 100 + (ulong)i, Epochs = options.TeacherEpochs }, new ParserDropout()));
            teachers[i].Train(examples, development, report);
        }

        var ensemble = new ParserEnsemble(teachers, vocabulary);
        ParserScore score = ensemble.Measure(development, options.TargetTreebank);
        report.Line(string.Create(CultureInfo.InvariantCulture, $"{teachers.Count} teachers together: dev UAS {score.Unlabelled:F2} LAS {score.Labelled:F2}"));
        List<ParserSentence> silver = [.. ensemble.Parse(texts, options.TargetTreebank).Select(p => p.Sentence with { Weight = options.SilverWeight })];
        foreach (ParserLearner teacher in teachers) teacher.Dispose();
        return silver;
    }

    private static string Manifest(IReadOnlyList<string> sources, ParserTrainingOptions options, IReadOnlyList<ParserSentence> train, IReadOnlyList<ParserSentence> texts, ParserScore score) => JsonSerializer.Serialize(new
    {
        component = "parser",
        sources,
        sentences = train.Count,
        words = train.Sum(s => s.Forms.Length),
        wordsWithoutTrees = texts.Sum(s => s.Forms.Length),
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
