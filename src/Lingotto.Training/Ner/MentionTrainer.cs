using Lingotto.Automotive;
using Lingotto.Automotive.Mentions;
using Lingotto.Domain;
using Lingotto.Ner;

namespace Lingotto.Training.Ner;

/// <summary>Trains the labeller of mentions of all kinds on annotated articles, with all of the knowledge base and with random halves of it.</summary>
public sealed class MentionTrainer
{
    private readonly MentionReader _reader;
    private readonly MentionReader.Workspace _workspace;
    private readonly FeatureBuffer _features = new();
    private readonly MentionTrainerOptions _options;
    private readonly List<Gazetteer> _gazetteers;
    private readonly KnowledgeBase _knowledgeBase;
    private NamePools? _pools;

    /// <summary>A trainer over the name taggers of both languages.</summary>
    public MentionTrainer(ModelFile italianNames, ModelFile englishNames, KnowledgeBase knowledgeBase, MentionTrainerOptions options)
    {
        ArgumentNullException.ThrowIfNull(knowledgeBase);
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _knowledgeBase = knowledgeBase;
        _reader = new MentionReader(new Dictionary<Language, MentionLanguage>
        {
            [Language.Italian] = new(new NameTagger(italianNames), MentionCues.Italian, null),
            [Language.English] = new(new NameTagger(englishNames), MentionCues.English, null),
        });
        _workspace = _reader.CreateWorkspace();
        _gazetteers = [knowledgeBase.Gazetteer, .. Enumerable.Range(1, options.HalvedViews).Select(seed => knowledgeBase.WithoutRandomHalf(1000 + seed).Gazetteer)];
    }

    /// <summary>The kinds in the order of the labels.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. EntityKind.All.Select(k => k.Name)];

    /// <summary>Trains on articles that a pipeline reads, and adds the labeller to a model.</summary>
    /// <param name="articles">Annotated articles of both languages.</param>
    /// <param name="pipeline">Finds their sentences.</param>
    /// <param name="data">The data folder with the name lists for renamed variants; null for none.</param>
    /// <param name="writer">The model that gets the sections <c>mentions.*</c>.</param>
    /// <param name="report">Receives progress.</param>
    public void Train(IEnumerable<GoldArticle> articles, LinguisticPipeline pipeline, string? data, ModelWriter writer, ITrainingReport report)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(report);
        var sequences = new List<LabelledSequence>();
        ArticleAugmenter? augmenter = data is null ? null : new ArticleAugmenter(_pools ??= new NamePools(data, _knowledgeBase), _options.RenamedShare, _options.Labeller.Seed);
        foreach (GoldArticle article in articles)
        {
            Document document = pipeline.Process(article.Text, article.Language);
            foreach (Gazetteer gazetteer in _gazetteers) AddSequences(article, document, gazetteer, sequences);
            for (int variant = 0; augmenter is not null && variant < _options.RenamedVariants; variant++)
            {
                GoldArticle renamed = augmenter.Rename(article);
                AddSequences(renamed, pipeline.Process(renamed.Text, renamed.Language), _gazetteers[variant % _gazetteers.Count], sequences);
            }
        }

        if (data is not null) AddSilver(pipeline, sequences);
        new CrfTrainer(new BilouScheme(Kinds), _options.Labeller).Train(sequences, writer, "mentions", report);
    }

    private void AddSilver(LinguisticPipeline pipeline, List<LabelledSequence> sequences)
    {
        var grammar = new SilverGrammar(_pools!, _knowledgeBase, _options.Labeller.Seed);
        int first = sequences.Count;
        for (int i = 0; i < _options.SilverSentences; i++)
        {
            GoldArticle article = grammar.Next(i % 2 == 0 ? Language.Italian : Language.English);
            AddSequences(article, pipeline.Process(article.Text, article.Language), _gazetteers[i % _gazetteers.Count], sequences);
        }

        for (int i = first; i < sequences.Count; i++) sequences[i] = sequences[i] with { Weight = _options.SilverWeight };
    }

    private void AddSequences(GoldArticle article, Document document, Gazetteer gazetteer, List<LabelledSequence> sequences)
    {
        _reader.Read(document, gazetteer, _workspace);
        MentionColumns columns = _workspace.Columns;
        int[] labels = Labels(article, columns);
        foreach ((int first, int end, Language language) in columns.Sentences)
        {
            if (columns.Units.Start[first] >= article.BoilerplateStart) continue;
            columns.Units.Select(first, end);
            PlainUnits.Find(columns);
            uint[] cues = MentionCues.Of(language).ClassNames;
            var features = new List<uint>();
            var offsets = new int[end - first + 1];
            for (int i = first; i < end; i++)
            {
                if (!columns.IsPlain[i] || labels[i] != BilouScheme.Outside)
                {
                    MentionFeatures.Extract(columns, cues, i, _features);
                    features.AddRange(_features.Features);
                }

                offsets[i - first + 1] = features.Count;
            }

            sequences.Add(new LabelledSequence(offsets, [.. features], [.. labels.AsSpan(first, end - first).ToArray().Select(l => 1UL << l)]));
        }
    }

    // A mention that begins or ends within a unit, or crosses a sentence's end, cannot be learned and is left out.
    private static int[] Labels(GoldArticle article, MentionColumns columns)
    {
        UnitColumns units = columns.Units;
        var labels = new int[units.Count];
        foreach (GoldMention mention in article.Mentions)
        {
            if (mention.Nominal) continue;
            int first = Array.BinarySearch(units.Start, 0, units.Count, mention.Span.Start), end = first;
            if (first < 0) continue;
            while (end < units.Count && units.Start[end] < mention.Span.End) end++;
            bool fits = end > first && units.Start[end - 1] + units.Length[end - 1] == mention.Span.End;
            if (fits && columns.Sentences.Exists(s => s.First <= first && end <= s.End)) BilouScheme.Mark(labels, first, end, MentionColumns.KindIndex(mention.Kind));
        }

        return labels;
    }
}
