namespace Lingotto.Ner;

/// <summary>A name over the units <c>Start</c> to <c>End</c>, exclusive, of the sentence.</summary>
internal readonly record struct UnitSpan(int Start, int End, int Type);

/// <summary>Tags the names of persons, organizations, places and others in the units of a sentence. Immutable, safe for concurrent use with a workspace for each thread.</summary>
internal sealed class NameTagger
{
    private readonly SequenceModel _model;

    /// <exception cref="ModelFormatException">A section is missing or corrupted.</exception>
    public NameTagger(ModelFile model)
    {
        Lexicon = WordLexicon.Open(model, "lexicon");
        _model = SequenceModel.Open(model, "names");
    }

    public WordLexicon Lexicon { get; }

    public IReadOnlyList<string> Types => _model.Scheme.Types;

    public Workspace CreateWorkspace() => new(_model);

    /// <summary>Scores the units in the workspace.</summary>
    public void Score(Workspace workspace)
    {
        UnitColumns units = workspace.Units;
        workspace.Lattice.Reset(units.Count);
        for (int i = 0; i < units.Count; i++)
        {
            NameFeatures.Extract(units, i, workspace.Features);
            _model.Score(workspace.Features.Features, workspace.Sums, workspace.Lattice.ScoresAt(i));
        }
    }

    /// <summary>The names in the workspace's units, in order, not overlapping.</summary>
    public IReadOnlyList<UnitSpan> Tag(Workspace workspace)
    {
        Score(workspace);
        var labels = new int[workspace.Units.Count];
        workspace.Lattice.Decode(labels);
        return Spans(labels);
    }

    public static List<UnitSpan> Spans(ReadOnlySpan<int> labels)
    {
        var spans = new List<UnitSpan>();
        int start = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            if (!BilouScheme.NeedsOpen(labels[i])) start = i;
            if (labels[i] != BilouScheme.Outside && !BilouScheme.LeavesOpen(labels[i])) spans.Add(new UnitSpan(start, i + 1, BilouScheme.TypeOf(labels[i])));
        }

        return spans;
    }

    /// <summary>What tagging one sentence needs. Not safe for concurrent use.</summary>
    internal sealed class Workspace(SequenceModel model)
    {
        public UnitColumns Units { get; } = new();

        public FeatureList Features { get; } = new();

        public ChainLattice Lattice { get; } = new(model.Chain);

        public int[] Sums { get; } = new int[model.Scheme.LabelCount];
    }
}
