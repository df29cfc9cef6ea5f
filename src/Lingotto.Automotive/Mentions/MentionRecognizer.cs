using System.Collections.Concurrent;
using Lingotto.Domain;
using Lingotto.Models;
using Lingotto.Ner;

namespace Lingotto.Automotive.Mentions;

/// <summary>
/// Finds names and job titles with one labeller over all kinds, which weighs what a statistical tagger of names, the knowledge base, the words around
/// and the rest of the article say. Immutable, safe for concurrent use.
/// </summary>
internal sealed class MentionRecognizer : IMentionRecognizer
{
    private const string Component = "ner";
    private readonly MentionReader _reader;
    private readonly Gazetteer _gazetteer;
    private readonly IReadOnlyDictionary<Language, MentionLanguage> _languages;
    private readonly ConcurrentBag<Workspace> _workspaces = [];

    public MentionRecognizer(IReadOnlyDictionary<Language, MentionLanguage> languages, Gazetteer gazetteer)
    {
        (_languages, _gazetteer) = (languages, gazetteer);
        _reader = new MentionReader(languages);
    }

    /// <summary>Whether a model package holds a model of names.</summary>
    public static bool IsAvailable => ItalianModels.Components.Contains(Component) || EnglishModels.Components.Contains(Component);

    /// <summary>A recogniser with the models that the model packages hold.</summary>
    /// <exception cref="ModelFormatException">A model lacks a section or is corrupted.</exception>
    public static MentionRecognizer CreateDefault(Gazetteer gazetteer)
    {
        var languages = new Dictionary<Language, MentionLanguage>();
        if (ItalianModels.Components.Contains(Component)) languages[Language.Italian] = MentionLanguage.Open(ItalianModels.Open(Component), Language.Italian);
        if (EnglishModels.Components.Contains(Component)) languages[Language.English] = MentionLanguage.Open(EnglishModels.Open(Component), Language.English);
        return new MentionRecognizer(languages, gazetteer);
    }

    /// <inheritdoc/>
    public IReadOnlyList<NameMention> Find(ArticleContext article)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (!_workspaces.TryTake(out Workspace? workspace)) workspace = new Workspace(_reader.CreateWorkspace(), _languages);
        MentionColumns columns = workspace.Reader.Columns;
        _reader.Read(article.Document, _gazetteer, workspace.Reader);
        var mentions = new List<NameMention>();
        foreach ((int first, int end, Language language) in columns.Sentences)
        {
            columns.Units.Select(first, end);
            MentionLanguage own = _languages[language];
            if (own.Mentions is not { } model) continue;
            ChainDecoder lattice = workspace[language];
            Label(workspace, own, model, lattice);
            AddMentions(workspace, lattice, model, article, mentions);
        }

        _workspaces.Add(workspace);
        return mentions;
    }

    private static void Label(Workspace workspace, MentionLanguage language, SequenceModel model, ChainDecoder lattice)
    {
        UnitColumns units = workspace.Reader.Columns.Units;
        int count = units.End - units.First;
        PlainUnits.Find(workspace.Reader.Columns);
        lattice.Reset(count);
        for (int i = 0; i < count; i++)
        {
            if (workspace.Reader.Columns.IsPlain[units.First + i])
            {
                lattice.SetOutside(i);
                continue;
            }

            MentionFeatures.Extract(workspace.Reader.Columns, language.Cues.ClassNames, units.First + i, workspace.Features);
            model.Score(workspace.Features.Features, workspace.Sums, lattice.ScoresAt(i));
        }

        if (workspace.Labels.Length < count) workspace.Labels = new int[2 * count];
        lattice.Decode(workspace.Labels);
    }

    private static void AddMentions(Workspace workspace, ChainDecoder lattice, SequenceModel model, ArticleContext article, List<NameMention> mentions)
    {
        UnitColumns units = workspace.Reader.Columns.Units;
        int start = 0;
        float confidence = 1;
        for (int i = 0; i < units.End - units.First; i++)
        {
            int label = workspace.Labels[i];
            if (label == BilouScheme.Outside) continue;
            if (!BilouScheme.NeedsOpen(label)) (start, confidence) = (i, 1);
            confidence = Math.Min(confidence, lattice.MarginalsAt(i)[label]);
            if (BilouScheme.LeavesOpen(label)) continue;
            int last = units.First + i;
            TextSpan span = TextSpan.FromBounds(units.Start[units.First + start], units.Start[last] + units.Length[last]);
            if (!article.IsBoilerplate(span)) mentions.Add(new NameMention(span, new EntityKind(model.Scheme.Types[BilouScheme.TypeOf(label)]), Math.Round(confidence, 4)));
        }
    }

    private sealed class Workspace(MentionReader.Workspace reader, IReadOnlyDictionary<Language, MentionLanguage> languages)
    {
        private readonly Dictionary<Language, ChainDecoder> _lattices =
            languages.Where(l => l.Value.Mentions is not null).ToDictionary(l => l.Key, l => new ChainDecoder(l.Value.Mentions!.Chain));

        public MentionReader.Workspace Reader { get; } = reader;

        public FeatureBuffer Features { get; } = new();

        public int[] Sums { get; } = new int[256];

        public int[] Labels { get; set; } = new int[128];

        public ChainDecoder this[Language language] => _lattices[language];
    }
}
