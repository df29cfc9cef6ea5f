using System.Text;
using Lingotto.Automotive;
using Lingotto.Automotive.Quotes;
using Lingotto.Domain;

namespace Lingotto.Training;

/// <summary>Practice texts for the choice of speakers, from <c>speaker-practice.tsv</c>: constructions, and words that nobody says, that the gold articles show too rarely.</summary>
internal static class SpeakerPractice
{
    /// <summary>Every text of the file as an article.</summary>
    public static IEnumerable<SpeakerArticle> Create(LinguisticPipeline linguistics)
    {
        using Stream stream = typeof(SpeakerPractice).Assembly.GetManifestResourceStream("quotes/speaker-practice.tsv")!;
        using var reader = new StreamReader(stream);
        foreach (string line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] != '#') yield return Read(line.Split('\t'), linguistics);
        }
    }

    private static SpeakerArticle Read(string[] row, LinguisticPipeline linguistics)
    {
        ArticleAnalysis analysis = Unmark(row[1], row[0], out string text);
        var context = new ArticleContext(linguistics.Process(text, Language.Parse(row[0])), new PageStructure([], null), null);
        analysis = analysis with { Affiliations = new AffiliationFinder().Find(context, analysis) };
        List<TextSpan> spans = QuotationMarks.Find(text);
        string[] speakers = row[2] == "-" ? [] : row[2].Split('|');
        if (speakers.Length > 0 && speakers.Length != spans.Count) throw new CorpusFormatException("speaker-practice.tsv", 0, $"expected {spans.Count} speakers, found {speakers.Length}: {row[2]}");
        return new SpeakerArticle(context, analysis, [.. speakers.Select((name, i) => (spans[i], analysis.Entities.First(e => e.Name == name).Id))]);
    }

    private static ArticleAnalysis Unmark(string marked, string language, out string text)
    {
        var plain = new StringBuilder();
        var roles = new List<RoleMention>();
        var entities = new Dictionary<string, (EntityKind Kind, List<Mention> Mentions)>(StringComparer.Ordinal);
        for (int i = 0; i < marked.Length; i++)
        {
            if (marked[i] != '[')
            {
                plain.Append(marked[i]);
                continue;
            }

            int end = marked.IndexOf(']', i), start = plain.Length;
            string name = marked[(i + 3)..end];
            plain.Append(name);
            if (marked[i + 1] == 'R') roles.Add(new RoleMention($"r{roles.Count + 1}", start, plain.Length, name));
            else
            {
                if (!entities.TryGetValue(name, out var entity)) entities[name] = entity = (marked[i + 1] == 'P' ? EntityKind.Person : EntityKind.Organization, []);
                entity.Mentions.Add(new Mention(start, plain.Length, name));
            }

            i = end;
        }

        text = plain.ToString();
        return new ArticleAnalysis
        {
            Language = language, Roles = roles.ToValueList(),
            Entities = entities.OrderBy(e => e.Value.Mentions[0].Start).Select((e, i) => new Entity { Id = $"e{i + 1}", Kind = e.Value.Kind, Name = e.Key, Mentions = e.Value.Mentions.ToValueList() }).ToValueList(),
        };
    }
}
