using System.Collections.Concurrent;
using Lingotto.Domain;
using Lingotto.Ner;

namespace Lingotto.Automotive.Mentions;

/// <summary>
/// Finds names and job titles with one labeller over all kinds, which weighs what a statistical tagger of names, the knowledge base, the words around
/// and the rest of the article say. Immutable, safe for concurrent use.
/// </summary>
internal sealed class MentionRecognizer : IMentionRecognizer
{
    private readonly MentionReader _reader;
    private readonly SequenceModel _model;
    private readonly Gazetteer _gazetteer;
    private readonly ConcurrentBag<Workspace> _workspaces = [];
    private readonly uint[] _italianCues = [.. CueLexicon.Italian.ClassNames], _englishCues = [.. CueLexicon.English.ClassNames];
    private readonly EntityKind[] _kinds;

    /// <exception cref="ModelFormatException">A model lacks a section.</exception>
    public MentionRecognizer(MentionReader reader, SequenceModel model, Gazetteer gazetteer)
    {
        (_reader, _model, _gazetteer) = (reader, model, gazetteer);
        _kinds = [.. model.Scheme.Types.Select(t => new EntityKind(t))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<NameMention> Find(ArticleContext article)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (!_workspaces.TryTake(out Workspace? workspace)) workspace = new Workspace(_reader.CreateWorkspace(), new ChainLattice(_model.Chain), _model.Scheme.LabelCount);
        _reader.Read(article.Document, _gazetteer, workspace.Reader);
        var mentions = new List<NameMention>();
        foreach ((int first, int end, Language language) in workspace.Reader.Columns.Sentences)
        {
            workspace.Reader.Columns.Units.Select(first, end);
            Label(workspace, language == Language.Italian ? _italianCues : _englishCues);
            AddMentions(workspace, article, mentions);
        }

        _workspaces.Add(workspace);
        return mentions;
    }

    private void Label(Workspace workspace, ReadOnlySpan<uint> cues)
    {
        UnitColumns units = workspace.Reader.Columns.Units;
        int count = units.End - units.First;
        workspace.Lattice.Reset(count);
        for (int i = 0; i < count; i++)
        {
            MentionFeatures.Extract(workspace.Reader.Columns, cues, units.First + i, workspace.Features);
            _model.Score(workspace.Features.Features, workspace.Sums, workspace.Lattice.ScoresAt(i));
        }

        if (workspace.Labels.Length < count) workspace.Labels = new int[2 * count];
        workspace.Lattice.Decode(workspace.Labels);
        workspace.Lattice.ComputeMarginals();
    }

    private void AddMentions(Workspace workspace, ArticleContext article, List<NameMention> mentions)
    {
        UnitColumns units = workspace.Reader.Columns.Units;
        int start = 0;
        float confidence = 1;
        for (int i = 0; i < units.End - units.First; i++)
        {
            int label = workspace.Labels[i];
            if (label == BilouScheme.Outside) continue;
            if (!BilouScheme.NeedsOpen(label)) (start, confidence) = (i, 1);
            confidence = Math.Min(confidence, workspace.Lattice.MarginalsAt(i)[label]);
            if (BilouScheme.LeavesOpen(label)) continue;
            int last = units.First + i;
            TextSpan span = TextSpan.FromBounds(units.Start[units.First + start], units.Start[last] + units.Length[last]);
            if (!article.IsBoilerplate(span)) mentions.Add(new NameMention(span, _kinds[BilouScheme.TypeOf(label)], Math.Round(confidence, 4)));
        }
    }

    private sealed class Workspace(MentionReader.Workspace reader, ChainLattice lattice, int labels)
    {
        public MentionReader.Workspace Reader { get; } = reader;

        public ChainLattice Lattice { get; } = lattice;

        public FeatureList Features { get; } = new();

        public int[] Sums { get; } = new int[labels];

        public int[] Labels { get; set; } = new int[128];
    }
}
