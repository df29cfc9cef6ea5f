using Lingotto.Automotive;
using Lingotto.Domain;
using Lingotto.Training;

namespace Lingotto.Cli.Evaluation;

/// <summary>Prints the measures of extraction over a folder of gold articles.</summary>
internal sealed class GoldTable
{
    private readonly TextWriter _output;
    private readonly string _folder;
    private readonly AutomotivePipeline _pipeline;
    private readonly IReadOnlyList<GoldArticle> _articles;

    public GoldTable(TextWriter output, string folder, int? dropHalf)
    {
        _output = output;
        _folder = folder;
        KnowledgeBase full = KnowledgeBase.Default;
        KnowledgeBase known = dropHalf is { } seed ? full.WithoutRandomHalf(seed) : full;
        _pipeline = AutomotivePipeline.Create(new AutomotivePipelineOptions { KnowledgeBase = known });
        IReadOnlyList<GoldArticle> articles = GoldArticle.ReadFolder(folder);
        _articles = dropHalf is null ? articles : [.. articles.Select(a => a.WithoutLinks(id => full.Find(id) is not null && known.Find(id) is null))];
    }

    public void Measure()
    {
        var parts = new SortedDictionary<string, ExtractionScore>(StringComparer.Ordinal);
        foreach ((GoldArticle gold, ArticleAnalysis analysis) in Analyses())
        {
            ExtractionScore score = ExtractionScorer.Score(gold, analysis);
            foreach (string part in new[] { "all", gold.Language.Code })
            {
                if (!parts.TryGetValue(part, out ExtractionScore? sum)) parts[part] = sum = new ExtractionScore();
                sum.Add(score);
            }
        }

        _output.WriteLine($"# {Path.GetFileName(Path.GetFullPath(_folder))}");
        foreach ((string part, ExtractionScore score) in parts)
        {
            _output.WriteLine($"== {part}");
            score.WriteTo(_output);
        }
    }

    public void MeasurePairs()
    {
        Measure all = default;
        foreach ((string left, string right, Measure m) in Pairs())
        {
            _output.WriteLine($"{left} {right}  shared facts {m.Gold,4}  found in both {m.Correct,4}  {100 * m.Recall,5:F1}%");
            all += m;
        }

        if (all.Gold > 0) _output.WriteLine($"all pairs  shared facts {all.Gold,4}  found in both {all.Correct,4}  {100 * all.Recall,5:F1}%");
    }

    /// <summary>The facts that both articles of each pair share; none where the folder has no <c>pairs.tsv</c>.</summary>
    public IEnumerable<(string Left, string Right, Measure Measure)> Pairs()
    {
        string path = Path.Combine(_folder, "pairs.tsv");
        if (!File.Exists(path)) yield break;
        Dictionary<string, (GoldArticle, ArticleAnalysis)> byId = Analyses().ToDictionary(a => a.Gold.Id);
        foreach (string[] pair in File.ReadLines(path).Select(l => l.Split('\t')).Where(p => p.Length >= 2))
        {
            yield return (pair[0], pair[1], ExtractionScorer.SharedFacts(byId[pair[0]], byId[pair[1]]));
        }
    }

    /// <summary>The score of each article.</summary>
    public IReadOnlyList<ExtractionScore> Scores() => [.. Analyses().Select(a => ExtractionScorer.Score(a.Gold, a.Analysis))];

    private IEnumerable<(GoldArticle Gold, ArticleAnalysis Analysis)> Analyses() =>
        _articles.AsParallel().AsOrdered().Select(gold => (gold, _pipeline.Analyze(gold.ToArticle())));
}
