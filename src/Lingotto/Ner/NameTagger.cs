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

    public SequenceModel Model => _model;

    public Workspace CreateWorkspace() => new(_model);

    /// <summary>Scores the units of the selected sentence.</summary>
    public void Score(Workspace workspace) => Score(workspace, workspace.Units);

    /// <summary>Scores the units of the selected sentence of other columns.</summary>
    public void Score(Workspace workspace, UnitColumns units)
    {
        workspace.Lattice.Reset(units.End - units.First);
        for (int i = units.First; i < units.End; i++)
        {
            if (units.IsPlain[i])
            {
                workspace.Lattice.SetOutside(i - units.First);
                continue;
            }

            NameFeatures.Extract(units, i, workspace.Features);
            _model.Score(workspace.Features.Features, workspace.Sums, workspace.Lattice.ScoresAt(i - units.First));
        }
    }

    /// <summary>The names in the selected sentence, in order, not overlapping; indexes count from its first unit.</summary>
    public IReadOnlyList<UnitSpan> Tag(Workspace workspace)
    {
        Score(workspace);
        var labels = new int[workspace.Lattice.Length];
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

        public int[] Labels { get; set; } = new int[128];

        public FeatureBuffer Features { get; } = new();

        public ChainDecoder Lattice { get; } = new(model.Chain);

        public int[] Sums { get; } = new int[model.Scheme.LabelCount];
    }
}
