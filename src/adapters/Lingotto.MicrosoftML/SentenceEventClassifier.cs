using System.Collections.Concurrent;
using Lingotto.Domain;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Transforms.Text;

namespace Lingotto.MicrosoftML;

/// <summary>
/// Says which event type a sentence tells: multiclass maximum entropy by ML.NET over n-grams of words and characters, with a class for no event. An alternative way to
/// propose triggers. Safe for concurrent use: ML.NET's prediction engines are not, so each call takes one from a pool.
/// </summary>
public sealed class SentenceEventClassifier
{
    private const string None = "None";

    private readonly MLContext _context;
    private readonly ITransformer _model;
    private readonly DataViewSchema _schema;
    private readonly string[] _classes;
    private readonly ConcurrentBag<PredictionEngine<SentenceRow, SentenceScores>> _engines = [];

    private SentenceEventClassifier(MLContext context, ITransformer model, DataViewSchema schema)
    {
        _context = context;
        _model = model;
        _schema = schema;
        PredictionEngine<SentenceRow, SentenceScores> engine = Engine();
        _classes = Classes(engine.OutputSchema);
        _engines.Add(engine);
    }

    /// <summary>The event types that it knows, in ordinal order.</summary>
    public IReadOnlyList<EventType> Types => [.. _classes.Where(c => c != None).Order(StringComparer.Ordinal).Select(c => new EventType(c))];

    /// <summary>Trains a classifier, deterministically for the same examples and options.</summary>
    /// <exception cref="ArgumentException">The examples show fewer than two classes, or an option is out of its range.</exception>
    public static SentenceEventClassifier Train(IEnumerable<SentenceExample> examples, SentenceEventOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(examples);
        options ??= new SentenceEventOptions();
        if (options.WordNgramLength < 1) throw new ArgumentException($"WordNgramLength is 1 or more, not {options.WordNgramLength}.", nameof(options));
        if (options.CharacterNgramLength < 1) throw new ArgumentException($"CharacterNgramLength is 1 or more, not {options.CharacterNgramLength}.", nameof(options));
        SentenceRow[] rows = [.. examples.Select(e => new SentenceRow { Sentence = e.Sentence, Label = e.Type?.Name ?? None })];
        if (rows.Select(r => r.Label).Distinct().Take(2).Count() < 2) throw new ArgumentException("The examples show fewer than two classes: give sentences of two event types, or of one and of no event.", nameof(examples));

        var context = new MLContext(options.Seed);
        IDataView data = context.Data.LoadFromEnumerable(rows);
        return new SentenceEventClassifier(context, Pipeline(context, options).Fit(data), data.Schema);
    }

    /// <summary>Reads a classifier that <see cref="Save"/> wrote. ML.NET's model files may name code to run: load only files that you trust.</summary>
    /// <exception cref="ModelFormatException">The stream holds no such classifier.</exception>
    public static SentenceEventClassifier Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var context = new MLContext(seed: 1);
        try
        {
            ITransformer model = context.Model.Load(stream, out DataViewSchema schema);
            return new SentenceEventClassifier(context, model, schema);
        }
        catch (Exception e) when (e is FormatException or InvalidDataException or InvalidOperationException or ArgumentException)
        {
            throw new ModelFormatException("stream", "ML.NET model", $"expected a classifier that SentenceEventClassifier.Save wrote, found: {e.Message}");
        }
    }

    /// <summary>Writes the classifier in ML.NET's format.</summary>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _context.Model.Save(_model, _schema, stream);
    }

    /// <summary>The event types of a sentence by falling probability; the probability that there is no event is what is missing to 1.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="minimumProbability">The smallest probability, 0 to 1, of a proposal.</param>
    public IReadOnlyList<EventProposal> Propose(string sentence, double minimumProbability = 0.0)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        if (!_engines.TryTake(out PredictionEngine<SentenceRow, SentenceScores>? engine)) engine = Engine();
        float[] scores = engine.Predict(new SentenceRow { Sentence = sentence }).Score;
        _engines.Add(engine);
        return [.. scores.Select((score, i) => (Class: _classes[i], Score: (double)score))
            .Where(p => p.Class != None && p.Score >= minimumProbability)
            .OrderByDescending(p => p.Score).ThenBy(p => p.Class, StringComparer.Ordinal)
            .Select(p => new EventProposal(new EventType(p.Class), p.Score))];
    }

    /// <summary>The proposals for every sentence of a document, in order of the text.</summary>
    /// <param name="document">The document.</param>
    /// <param name="minimumProbability">The smallest probability, 0 to 1, of a proposal.</param>
    public IReadOnlyList<SentenceProposal> Propose(Document document, double minimumProbability = 0.5)
    {
        ArgumentNullException.ThrowIfNull(document);
        return [.. document.Sentences.SelectMany(s => Propose(s.ToString(), minimumProbability).Select(p => new SentenceProposal(s.Span, p.Type, p.Probability)))];
    }

    private static IEstimator<ITransformer> Pipeline(MLContext context, SentenceEventOptions options)
    {
        var text = new TextFeaturizingEstimator.Options
        {
            WordFeatureExtractor = new WordBagEstimator.Options { NgramLength = options.WordNgramLength, UseAllLengths = true },
            CharFeatureExtractor = new WordBagEstimator.Options { NgramLength = options.CharacterNgramLength, UseAllLengths = false },
        };
        IEstimator<ITransformer> trainer = options.Trainer == SentenceEventTrainer.Sdca
            ? context.MulticlassClassification.Trainers.SdcaMaximumEntropy(new SdcaMaximumEntropyMulticlassTrainer.Options { NumberOfThreads = 1 })
            : context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options { NumberOfThreads = 1, L1Regularization = 0, L2Regularization = 0.1f });
        return context.Transforms.Conversion.MapValueToKey("Label", keyOrdinality: Microsoft.ML.Transforms.ValueToKeyMappingEstimator.KeyOrdinality.ByValue)
            .Append(context.Transforms.Text.FeaturizeText("Features", text, nameof(SentenceRow.Sentence)))
            .AppendCacheCheckpoint(context)
            .Append(trainer);
    }

    private static string[] Classes(DataViewSchema schema)
    {
        VBuffer<ReadOnlyMemory<char>> names = default;
        schema[nameof(SentenceScores.Score)].GetSlotNames(ref names);
        return [.. names.DenseValues().Select(n => n.ToString())];
    }

    // The label column must be there for the transformer that numbers the classes, and is not read.
    private PredictionEngine<SentenceRow, SentenceScores> Engine() => _context.Model.CreatePredictionEngine<SentenceRow, SentenceScores>(_model);
}
