using System.Text;
using Lingotto.Domain;

namespace Lingotto.Automotive.Tests.Values;

/// <summary>Reads a text with marked mentions: <c>[P:person]</c>, <c>[O:organization]</c>, <c>[L:place]</c>, <c>[R:title]</c>. One name is one entity.</summary>
internal static class MarkedMentions
{
    public static ArticleAnalysis Read(string marked, string language, out string text)
    {
        var plain = new StringBuilder();
        var mentions = new List<(EntityKind Kind, Mention Mention)>();
        for (int i = 0; i < marked.Length; i++)
        {
            if (marked[i] != '[' || i + 2 >= marked.Length || marked[i + 2] != ':')
            {
                plain.Append(marked[i]);
                continue;
            }

            int end = marked.IndexOf(']', i);
            string name = marked[(i + 3)..end];
            EntityKind kind = marked[i + 1] switch { 'P' => EntityKind.Person, 'O' => EntityKind.Organization, 'L' => EntityKind.Place, _ => EntityKind.Role };
            mentions.Add((kind, new Mention(plain.Length, plain.Length + name.Length, name)));
            plain.Append(name);
            i = end;
        }

        text = plain.ToString();
        var groups = mentions.Where(m => m.Kind != EntityKind.Role).GroupBy(m => (m.Kind, m.Mention.Text)).ToList();
        return new ArticleAnalysis
        {
            Language = language,
            Entities = groups.Select((g, i) => new Entity { Id = $"e{i + 1}", Kind = g.Key.Kind, Name = g.Key.Text, Mentions = g.Select(m => m.Mention).ToValueList() }).ToValueList(),
            Roles = mentions.Where(m => m.Kind == EntityKind.Role).Select((m, i) => new RoleMention($"r{i + 1}", m.Mention.Start, m.Mention.End, m.Mention.Text)).ToValueList(),
        };
    }
}
