using Lingotto.Inference;

namespace Lingotto.Parsing;

/// <summary>
/// A graph-based dependency parser: a small recurrent network reads the sentence both ways, every word scores every head
/// (after Dozat and Manning 2017), the best tree with one root is taken, and each arc gets its relation. Immutable, safe for concurrent use.
/// </summary>
/// <remarks>
/// Weights are signed bytes that are read in place, sums are exact integers, all else is elementwise: the same tree on every machine.
/// Nothing is allocated once warm. Cost is linear but for the scoring of arcs, which is quadratic with a small constant;
/// a sentence of over 160 words is cut, by punctuation where there is any, and its parts hang on the first by <c>parataxis</c>.
/// </remarks>
public sealed class DependencyParser : IParser
{
    private const string CutRelation = "parataxis";
    private const string RootRelation = "root";

    private readonly ParserModel _model;
    private readonly WorkspacePool<ParserWorkspace> _pool;

    private DependencyParser(ParserModel model)
    {
        _model = model;
        _pool = new WorkspacePool<ParserWorkspace>(() => new ParserWorkspace(model));
    }

    /// <summary>Opens a parser over a model file.</summary>
    /// <exception cref="ModelFormatException">The file holds no parser of this version, or is corrupted.</exception>
    public static DependencyParser Open(ModelFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new DependencyParser(new ParserModel(file));
    }

    /// <inheritdoc/>
    public void Parse(DocumentBuilder document, int sentence)
    {
        ArgumentNullException.ThrowIfNull(document);
        int first = document.FirstWordOfSentence(sentence), end = document.FirstWordOfSentence(sentence + 1);
        ParserWorkspace workspace = _pool.Rent();
        int root = -1;
        for (int start = first; start < end;)
        {
            int count = Segment(document, start, end);
            int local = ParseSegment(document, workspace, start, count, start == first);
            if (root < 0)
            {
                root = local;
                document.SetHead(root, -1, RootRelation);
            }
            else
            {
                document.SetHead(local, root, CutRelation);
            }

            start += count;
        }

        _pool.Return(workspace);
    }

    /// <summary>Sets heads and relations of all words of a segment but its root, which is returned.</summary>
    private int ParseSegment(DocumentBuilder document, ParserWorkspace workspace, int first, int count, bool beginsSentence)
    {
        SentenceEncoder.Encode(_model, workspace, document, first, count, beginsSentence);
        Span<int> scores = ArcScorer.Score(_model, workspace, count);
        int stride = ParserWorkspace.HeadStride(count);
        bool hadCycle = TreeDecoder.Decode(scores, stride, count, workspace.Heads, workspace.Component);
        if (count <= ProjectiveDecoder.Capacity && (hadCycle || !ProjectiveDecoder.IsProjective(workspace.Heads.AsSpan(0, count)))) workspace.Projective.Decode(scores, stride, count, workspace.Heads);
        RelationScorer.Score(_model, workspace, count);
        PunctuationHanger.Hang(_model.Punctuation, document, first, workspace.Heads.AsSpan(0, count), workspace.Relations, workspace.Upos);
        int root = first;
        for (int i = 0; i < count; i++)
        {
            if (workspace.Heads[i] == 0) root = first + i;
            else document.SetHead(first + i, first + workspace.Heads[i] - 1, _model.Relations[workspace.Relations[i]]);
        }

        return root;
    }

    /// <summary>Number of words to parse together: all that are left, or up to the last punctuation within the workspace's capacity.</summary>
    private static int Segment(DocumentBuilder document, int start, int end)
    {
        if (end - start <= ParserWorkspace.Capacity) return end - start;
        for (int count = ParserWorkspace.Capacity; count > ParserWorkspace.Capacity / 2; count--)
        {
            if (document.Upos(start + count - 1) == Upos.Punct) return count;
        }

        return ParserWorkspace.Capacity;
    }
}
