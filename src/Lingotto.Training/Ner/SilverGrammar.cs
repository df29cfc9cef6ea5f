using System.Reflection;
using System.Text;
using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Training.Ner;

/// <summary>Makes up annotated sentences by a grammar of symbols, with names from lists, invented names and names of the knowledge base.</summary>
internal sealed class SilverGrammar
{
    private readonly Dictionary<string, List<string>> _rules = new(StringComparer.Ordinal);
    private readonly NamePools _pools;
    private readonly Dictionary<string, string[]> _listed;
    private readonly DeterministicRandom _random;

    public SilverGrammar(NamePools pools, KnowledgeBase knowledgeBase, ulong seed)
    {
        (_pools, _random) = (pools, new DeterministicRandom(seed));
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("ner/silver.tsv")
            ?? throw new InvalidOperationException("The resource 'ner/silver.tsv' is missing.");
        using var reader = new StreamReader(stream);
        foreach (string line in reader.ReadToEnd().Split('\n'))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            string[] fields = line.Split('\t');
            if (!_rules.TryGetValue(fields[0], out List<string>? alternatives)) _rules[fields[0]] = alternatives = [];
            alternatives.AddRange(fields[1].Split('|'));
        }

        _listed = new(StringComparer.Ordinal)
        {
            ["ListedModel"] = Names(knowledgeBase, EntityKind.VehicleModel),
            ["ListedOrganization"] = Names(knowledgeBase, EntityKind.Organization),
            ["ListedPlant"] = Names(knowledgeBase, EntityKind.Plant),
        };
    }

    /// <summary>An article of one made-up sentence.</summary>
    public GoldArticle Next(Language language)
    {
        var text = new StringBuilder();
        var mentions = new List<GoldMention>();
        Expand("Sentence", language, text, mentions, isInside: false);
        return new GoldArticle
        {
            Id = "silver", Language = language, Text = text.ToString(), Mentions = mentions, IdOfTag = new Dictionary<string, string>(),
            Analysis = new ArticleAnalysis { Id = "silver", Language = language.Code, LanguageConfidence = 1 },
        };
    }

    private void Expand(string symbol, Language language, StringBuilder text, List<GoldMention> mentions, bool isInside)
    {
        int colon = symbol.IndexOf(':', StringComparison.Ordinal);
        string kindName = symbol switch { "Person1" => "Person", "Role3" => "Role", _ => colon >= 0 ? symbol[..colon] : symbol };
        EntityKind? kind = isInside ? null : EntityKind.All.Where(k => k.Name == kindName).Select(k => (EntityKind?)k).FirstOrDefault();
        int start = text.Length;
        if (Terminal(symbol, language) is { } word) text.Append(word);
        else
        {
            string rule = colon >= 0 ? symbol[(colon + 1)..] : symbol;
            List<string> alternatives = _rules[rule + "." + language.Code];
            ExpandText(alternatives[_random.Next(alternatives.Count)], language, text, mentions, isInside || kind is not null);
        }

        if (kind is not null) mentions.Add(new GoldMention("T", TextSpan.FromBounds(start, text.Length), kind.Value, null, null, null, false));
    }

    private void ExpandText(string pattern, Language language, StringBuilder text, List<GoldMention> mentions, bool isInside)
    {
        int at = 0;
        while (at < pattern.Length)
        {
            int open = pattern.IndexOf('[', at);
            if (open < 0) break;
            int close = pattern.IndexOf(']', open);
            text.Append(pattern, at, open - at);
            Expand(pattern[(open + 1)..close], language, text, mentions, isInside);
            at = close + 1;
        }

        text.Append(pattern, at, pattern.Length - at);
    }

    private string? Terminal(string symbol, Language language) => symbol switch
    {
        "Forename" => _pools.Forename(_random, language),
        "Surname" or "Person1" => _pools.Surname(_random, language),
        "Town" => _pools.Town(_random, language),
        "Firm" => _pools.Firm(_random, language),
        "LegalForm" => _pools.LegalForm(_random, language),
        "Number" => (10 + _random.Next(990)).ToString(System.Globalization.CultureInfo.InvariantCulture),
        "Year" => (2018 + _random.Next(13)).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => _listed.TryGetValue(symbol, out string[]? names) ? names[_random.Next(names.Length)] : null,
    };

    private static string[] Names(KnowledgeBase knowledgeBase, EntityKind kind) =>
        [.. knowledgeBase.Entries.Where(e => e.Kind == kind).Select(e => e.NameIt).Where(n => n.Length > 1).Distinct(StringComparer.Ordinal)];
}
