using System.Reflection;
using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Training.Ner;

/// <summary>Names to put in the place of others: people and towns from lists, firms that are made up.</summary>
internal sealed class NamePools
{
    private readonly Dictionary<string, string[]> _parts;
    private readonly string[] _forenamesIt, _surnamesIt, _forenamesEn, _surnamesEn, _townsIt, _townsEn, _plants;

    public NamePools(string data, KnowledgeBase knowledgeBase)
    {
        _plants = [.. knowledgeBase.Entries.Where(e => e.Kind == EntityKind.Plant).Select(e => e.NameIt).Where(n => !n.Contains(' ', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];
        string folder = Path.Combine(data, "gazetteers");
        string[][] towns = [.. NameLists.Rows(Path.Combine(folder, "world_cities_pop1000.tsv.gz"), '\t', hasHeader: true)];
        _townsIt = [.. NameLists.Rows(Path.Combine(folder, "it_comuni.tsv"), '\t', hasHeader: true).Select(r => r[1]),
            .. towns.Where(r => LexiconBuilder.Population(r[5]) > 300_000).Select(r => r[0])];
        _townsEn = [.. towns.Where(r => r[2] is "US" or "GB" or "CA" && LexiconBuilder.Population(r[5]) > 5_000).Select(r => r[0]),
            .. towns.Where(r => LexiconBuilder.Population(r[5]) > 300_000).Select(r => r[0])];
        string[][] forenames = [.. NameLists.Rows(Path.Combine(folder, "common-forenames-by-country.csv"), ',', hasHeader: true)];
        _forenamesIt = Latin(forenames.Where(r => r[0] == "IT").Select(r => r[^1]));
        _forenamesEn = Latin(forenames.Where(r => r[0] is "US" or "GB" or "CA" or "DE" or "FR" or "SE" or "ES").Select(r => r[^1]));
        _surnamesIt = Latin(NameLists.Lines(Path.Combine(folder, "surnames_it_smashew.txt")));
        _surnamesEn = [.. Latin(NameLists.Lines(Path.Combine(folder, "surnames_uk_smashew.txt"))), .. Latin(NameLists.Rows(Path.Combine(folder, "common-surnames-by-country.csv"), ',', hasHeader: true).Select(r => r[5]))];
        _parts = ReadParts();
    }

    public string Forename(DeterministicRandom random, Language language) => Pick(random, language == Language.Italian ? _forenamesIt : _forenamesEn);

    public string Surname(DeterministicRandom random, Language language) => Pick(random, language == Language.Italian ? _surnamesIt : _surnamesEn);

    public string Town(DeterministicRandom random, Language language) => Pick(random, language == Language.Italian ? _townsIt : _townsEn);

    /// <summary>A plant of the knowledge base whose name is one word.</summary>
    public string Plant(DeterministicRandom random) => Pick(random, _plants);

    /// <summary>A made-up firm: one word, or a surname, and now and then a tail.</summary>
    public string Firm(DeterministicRandom random, Language language)
    {
        string word = random.Next(4) == 0 ? Surname(random, language) : Pick(random, _parts["Begin"]) + Pick(random, _parts["End"]);
        if (random.Next(12) == 0) word = word.ToUpperInvariant()[..Math.Min(4, word.Length)];
        return random.Next(3) == 0 ? word + " " + Pick(random, _parts["Tail." + language.Code]) : word;
    }

    public string LegalForm(DeterministicRandom random, Language language) => Pick(random, _parts["Legal." + language.Code]);

    public bool IsLegalForm(string word) => _parts["Legal.it"].Contains(word) || _parts["Legal.en"].Contains(word);

    private static string Pick(DeterministicRandom random, string[] words) => words[random.Next(words.Length)];

    private static string[] Latin(IEnumerable<string> names) =>
        [.. names.Where(n => n.Length > 2 && n.All(c => c < 0x250 && (char.IsLetter(c) || c is ' ' or '\'' or '-'))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static Dictionary<string, string[]> ReadParts()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("ner/invented-names.tsv")
            ?? throw new InvalidOperationException("The resource 'ner/invented-names.tsv' is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).ToDictionary(f => f[0], f => f[1].Split('|'));
    }
}
