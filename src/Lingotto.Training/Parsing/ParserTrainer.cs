using System.Globalization;
using System.Text.Json;

namespace Lingotto.Training.Parsing;

/// <summary>Trains dependency parsers.</summary>
public static class ParserTrainer
{
    private const int SampleSize = 400;

    /// <summary>Trains a parser and returns its model: the same bytes from the same sentences, settings and library, on any number of threads.</summary>
    /// <param name="train">Training sentences, tagged as they will be when the parser is used.</param>
    /// <param name="development">Sentences to measure on after each epoch.</param>
    /// <param name="sources">What the training sentences are, for the manifest.</param>
    /// <param name="options">Settings.</param>
    /// <param name="report">Receives a line for each epoch.</param>
    /// <exception cref="ArgumentException">There are no training sentences.</exception>
    public static byte[] Train(IReadOnlyList<ParserSentence> train, IReadOnlyList<ParserSentence> development, IReadOnlyList<string> sources, ParserTrainingOptions options, ITrainingReport report)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(development);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(report);
        if (train.Count == 0) throw new ArgumentException("There is no sentence to train on.", nameof(train));
        var vocabulary = new ParserVocabulary(train);
        var shape = new ParserShape { Rows = vocabulary.Frequencies.Length, Relations = vocabulary.Relations.Length };
        using var learner = new ParserLearner(vocabulary, shape, options, new ParserDropout());
        ParserExample[] examples = [.. train.Select(s => vocabulary.Example(s, s.Treebank))];
        report.Line(string.Create(CultureInfo.InvariantCulture, $"{train.Count} sentences, {examples.Sum(e => e.Length)} words, {shape.Rows} rows, {shape.Relations} relations"));
        ParserScore score = learner.Train(examples, development, report);
        ActivationRanges ranges = ActivationRanges.Of(learner, examples.Where((_, i) => i % Math.Max(1, examples.Length / SampleSize) == 0));
        return new ParserModelWriter(learner.Parameters, vocabulary, ranges).Write(options.TargetTreebank, Manifest(sources, options, examples, score));
    }

    private static string Manifest(IReadOnlyList<string> sources, ParserTrainingOptions options, ParserExample[] examples, ParserScore score) => JsonSerializer.Serialize(new
    {
        component = "parser",
        sources,
        sentences = examples.Length,
        words = examples.Sum(e => e.Length),
        options.Seed,
        options.Epochs,
        options.BatchWords,
        options.LearningRate,
        developmentUas = Math.Round(score.Unlabelled, 2),
        developmentLas = Math.Round(score.Labelled, 2),
    });
}
