using Lingotto.Domain;
using Lingotto.Tests.Common;
using Lingotto.Training;

namespace Lingotto.Automotive.Tests.Evaluation;

public sealed class ExtractionScorerTests
{
    [ScriptFact]
    [Trait("Category", "Slow")]
    public void Score_PerturbedGold_PrintsTheFiguresOfTheScript()
    {
        string folder = SharedData.PathOf("gold", "train");
        IReadOnlyList<GoldArticle> articles = GoldArticle.ReadFolder(folder);
        var random = new Random(7);
        var parts = new SortedDictionary<string, ExtractionScore>(StringComparer.Ordinal);
        string path = Path.GetTempFileName();
        using (var lines = new StreamWriter(path))
        {
            foreach (GoldArticle article in articles)
            {
                ArticleAnalysis analysis = Perturb(article, random);
                lines.Write(AnalysisJson.Serialize(analysis) + "\n");
                foreach (string part in new[] { "all", article.Language.Code })
                {
                    if (!parts.TryGetValue(part, out ExtractionScore? score)) parts[part] = score = new ExtractionScore();
                    score.Add(ExtractionScorer.Score(article, analysis));
                }
            }
        }

        var ours = new StringWriter();
        foreach ((string part, ExtractionScore score) in parts)
        {
            ours.Write($"== {part}\n");
            score.WriteTo(ours);
        }

        ours.ToString().Should().Be(Python.Run(SharedData.PathOf("gold", "score.py"), folder, path).ReplaceLineEndings("\n"));
        File.Delete(path);
    }

    [SharedDataFact]
    public void Score_Gold_IsPerfectSaveForSharedNames()
    {
        GoldArticle article = GoldArticle.ReadFolder(SharedData.PathOf("gold", "train"))[0];
        ExtractionScore score = ExtractionScorer.Score(article, article.Analysis);
        score["mentions"].F1.Should().Be(1);
        score["facts"].F1.Should().Be(1);
    }

    private static ArticleAnalysis Perturb(GoldArticle article, Random random)
    {
        ArticleAnalysis gold = article.Analysis;
        return gold with
        {
            Language = random.Next(20) == 0 ? "fr" : gold.Language,
            Entities = gold.Entities.Select(e => e with
            {
                Kind = random.Next(8) == 0 ? EntityKind.Place : e.Kind,
                Subkind = random.Next(8) == 0 ? EntitySubkind.Other : e.Subkind,
                Kb = random.Next(6) == 0 ? (random.Next(2) == 0 ? null : EntityId.Parse("org:fiat")) : e.Kb,
                Mentions = e.Mentions.Select(m => m with { Nominal = random.Next(9) == 0, Start = Math.Max(0, m.Start - random.Next(2)), End = Math.Min(article.Text.Length, m.End + random.Next(3) * 9) }).ToValueList(),
            }).ToValueList(),
            Times = gold.Times.Select(t => t with { Value = random.Next(5) == 0 ? "2020" : t.Value }).ToValueList(),
            Quantities = gold.Quantities.Select(q => q with { Value = random.Next(5) == 0 ? q.Value + 1 : q.Value, Start = Math.Max(0, q.Start - random.Next(2)) }).ToValueList(),
            Affiliations = gold.Affiliations.Where(_ => random.Next(4) > 0).Select(a => random.Next(4) == 0 ? a with { Role = null } : a).ToValueList(),
            Quotes = gold.Quotes.Select(q => q with { End = q.End - random.Next(q.End - q.Start) }).ToValueList(),
            Events = gold.Events.Where(_ => random.Next(5) > 0).Select(e => e with
            {
                Type = random.Next(6) == 0 ? new EventType("Talks") : e.Type,
                Modality = random.Next(4) == 0 ? Modality.Possible : e.Modality,
                Arguments = e.Arguments.Where(_ => random.Next(5) > 0).ToValueList(),
            }).Reverse().ToValueList(),
        };
    }
}
