using System.Text;
using Lingotto.Domain;

namespace Lingotto.Training.Ner;

/// <summary>
/// Makes variants of annotated articles in which people, firms, towns and plants bear other names, the same name for the same entity throughout, so that
/// a labeller learns the words around names and not the names.
/// </summary>
internal sealed class ArticleAugmenter(NamePools pools, double share, ulong seed)
{
    private readonly DeterministicRandom _random = new(seed);

    /// <summary>A variant in which a share of the entities is renamed.</summary>
    public GoldArticle Rename(GoldArticle article)
    {
        var renamed = new Dictionary<string, Dictionary<string, string>>();
        var text = new StringBuilder();
        var mentions = new List<GoldMention>();
        int at = 0, boilerplate = article.BoilerplateStart;
        foreach (GoldMention mention in article.Mentions.Where(m => !m.Nominal).OrderBy(m => m.Span.Start))
        {
            if (mention.Span.Start < at) continue;
            text.Append(article.Text, at, mention.Span.Start - at);
            string printed = mention.Span.Of(article.Text).ToString();
            string name = NameFor(article, mention, printed, renamed);
            mentions.Add(mention with { Span = new TextSpan(text.Length, name.Length) });
            text.Append(name);
            at = mention.Span.End;
            if (mention.Span.Start < article.BoilerplateStart && boilerplate < int.MaxValue) boilerplate += name.Length - printed.Length;
        }

        text.Append(article.Text, at, article.Text.Length - at);
        return article with { Text = text.ToString(), Mentions = mentions, BoilerplateStart = boilerplate };
    }

    private string NameFor(GoldArticle article, GoldMention mention, string printed, Dictionary<string, Dictionary<string, string>> renamed)
    {
        string key = mention.Kb?.Value ?? mention.NilSlug ?? printed;
        if (!renamed.TryGetValue(key, out Dictionary<string, string>? words))
        {
            words = _random.NextDouble() < share ? Words(article, mention, key) : [];
            renamed[key] = words;
        }

        if (words.Count == 0) return printed;
        bool upper = printed.Length > 3 && printed == printed.ToUpperInvariant();
        string name = string.Join(' ', printed.Split(' ').Select(w => words.GetValueOrDefault(w.ToLowerInvariant(), w)).Where(w => w.Length > 0));
        return upper ? name.ToUpperInvariant() : name;
    }

    // By the entity's longest name; names that hold common words are left alone.
    private Dictionary<string, string> Words(GoldArticle article, GoldMention mention, string key)
    {
        Language language = article.Language;
        string[] longest = article.Mentions.Where(m => !m.Nominal && (m.Kb?.Value ?? m.NilSlug ?? m.Span.Of(article.Text).ToString()) == key)
            .Select(m => m.Span.Of(article.Text).ToString().ToLowerInvariant().Split(' ')).MaxBy(w => w.Length)!;
        var words = new Dictionary<string, string>();
        if (mention.Kind == EntityKind.Person && longest.Length <= 3)
        {
            words[longest[^1]] = pools.Surname(_random, language);
            for (int i = 0; i + 1 < longest.Length; i++) words[longest[i]] = i == 0 ? pools.Forename(_random, language) : "";
        }
        else if (mention.Kind == EntityKind.Place && mention.Subkind == EntitySubkind.Municipality && longest.Length == 1)
        {
            words[longest[0]] = pools.Town(_random, language);
        }
        else if (mention.Kind == EntityKind.Plant && longest.Length == 1)
        {
            words[longest[0]] = pools.Plant(_random);
        }
        else if (mention.Kind == EntityKind.Organization && (mention.Subkind is null || IsFirm(mention.Subkind.Value)) && longest.Length <= 4)
        {
            string[] own = [.. longest.Where(w => !pools.IsLegalForm(w))];
            words[own.Length > 0 ? own[0] : longest[0]] = pools.Firm(_random, language);
        }

        return words;
    }

    private static bool IsFirm(EntitySubkind subkind) =>
        subkind == EntitySubkind.Supplier || subkind == EntitySubkind.Company || subkind == EntitySubkind.Carmaker || subkind == EntitySubkind.Brand;
}
