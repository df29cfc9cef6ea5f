using Lingotto.Automotive;
using Lingotto.Domain;
using Lingotto.Ner;

namespace Lingotto.Training.Ner;

/// <summary>Which lists a language's lexicon is made of.</summary>
internal static class LexiconSources
{
    private const int LargeCity = 100_000, SmallestForeignCity = 15_000, CommonRank = 50, Rounds = 5, SmallestCount = 7;

    public static LexiconBuilder Build(string data, Language language) => Build(data, language, Clusters(data, language));

    internal static LexiconBuilder Build(string data, Language language, IReadOnlyDictionary<uint, int> clusters)
    {
        var lexicon = new LexiconBuilder();
        string folder = Path.Combine(data, "gazetteers");
        bool italian = language == Language.Italian;
        AddPeople(lexicon, folder, italian);
        AddPlaces(lexicon, folder, italian);
        AddOrganizations(lexicon, folder, italian);
        foreach ((string kind, string[] names) in NameLists.Known()) lexicon.AddMany(names, Enum.Parse<NameClasses>(kind));
        lexicon.AddCase(UnlabelledFiles(data, language).SelectMany(NameLists.Lines), SmallestCount);
        foreach ((uint word, int cluster) in clusters) lexicon.SetCluster(word, cluster);
        OrdinaryWords.Mark(lexicon, NerSource.TrainingOf(data, language).Where(s => !s.IsForeign));
        return lexicon;
    }

    /// <summary>The fine and the coarse cluster of each word of the unlabelled texts.</summary>
    internal static Dictionary<uint, int> Clusters(string data, Language language)
    {
        uint[][] sentences = [.. UnlabelledFiles(data, language).SelectMany(NameLists.Lines).Select(Words)];
        IReadOnlyDictionary<uint, int> coarse = ExchangeClusterer.Cluster(sentences, WordLexicon.CoarseClusters - 1, SmallestCount, Rounds);
        IReadOnlyDictionary<uint, int> fine = ExchangeClusterer.Cluster(sentences, WordLexicon.FineClusters - 1, SmallestCount, Rounds);
        return fine.ToDictionary(f => f.Key, f => (f.Value * WordLexicon.CoarseClusters) + coarse[f.Key]);
    }

    private static uint[] Words(string line)
    {
        var words = new List<uint>();
        for (int at = 0; at < line.Length;)
        {
            if (UnitSplitter.IsSkipped(line[at])) { at++; continue; }
            int end = UnitSplitter.End(line, at, line.Length);
            words.Add(FeatureHash.OfLower(line.AsSpan(at, end - at)));
            at = end;
        }

        return [.. words];
    }

    // The licence of one text forbids it; Italian software manuals would be half of all text, and make the clusters theirs.
    private static readonly string[] LeftOut = ["debian", "it_ms_"];

    /// <summary>The unlabelled texts of a language that a model learns from, in a fixed order.</summary>
    public static IEnumerable<string> UnlabelledFiles(string data, Language language) =>
        Directory.GetFiles(Path.Combine(data, "unlabelled"), language.Code + "_*.txt.gz")
            .Where(f => !Array.Exists(LeftOut, l => f.Contains(l, StringComparison.Ordinal))).Order(StringComparer.Ordinal);

    private static void AddPeople(LexiconBuilder lexicon, string folder, bool italian)
    {
        foreach (string name in NameLists.Lines(Path.Combine(folder, "it_first_names_napolux.txt"))) lexicon.Add(name, NameClasses.Forename);
        foreach (string name in NameLists.Lines(Path.Combine(folder, "first_names_us_smashew.txt"))) lexicon.Add(name, NameClasses.Forename);
        if (italian) foreach (string name in NameLists.Lines(Path.Combine(folder, "it_surnames_napolux.txt"))) lexicon.Add(name, NameClasses.Surname);
        foreach (string name in NameLists.Lines(Path.Combine(folder, "surnames_it_smashew.txt"))) lexicon.Add(name, NameClasses.Surname);
        foreach (string name in NameLists.Lines(Path.Combine(folder, "surnames_uk_smashew.txt"))) lexicon.Add(name, NameClasses.Surname);
        foreach (string[] row in NameLists.Rows(Path.Combine(folder, "common-forenames-by-country.csv"), ',', hasHeader: true))
        {
            lexicon.Add(row[^1], NameClasses.Forename | NameClasses.CommonForename);
        }

        foreach (string[] row in NameLists.Rows(Path.Combine(folder, "common-surnames-by-country.csv"), ',', hasHeader: true))
        {
            bool isCommon = LexiconBuilder.Population(row[1]) <= CommonRank;
            if (isCommon) lexicon.Add(row[5], NameClasses.Surname);
        }
    }

    private static void AddPlaces(LexiconBuilder lexicon, string folder, bool italian)
    {
        foreach (string[] row in NameLists.Rows(Path.Combine(folder, "it_comuni.tsv"), '\t', hasHeader: true))
        {
            int population = LexiconBuilder.Population(row[9]);
            if (!italian && population < 5_000) continue;
            lexicon.Add(row[1], population >= LargeCity / 2 ? NameClasses.City | NameClasses.LargeCity : NameClasses.City);
            lexicon.Add(row[4], NameClasses.Region);
            lexicon.Add(row[6], NameClasses.City | NameClasses.LargeCity);
        }

        foreach (string[] row in NameLists.Rows(Path.Combine(folder, "world_cities_pop1000.tsv.gz"), '\t', hasHeader: true))
        {
            int population = LexiconBuilder.Population(row[5]);
            bool isEnglish = row[2] is "US" or "GB" or "CA" or "AU" or "IE";
            if (population < (!italian && isEnglish ? 4_000 : SmallestForeignCity)) continue;
            lexicon.Add(row[0], population >= LargeCity ? NameClasses.City | NameClasses.LargeCity : NameClasses.City);
        }

        foreach (KnowledgeBaseEntry place in KnowledgeBase.Default.Entries)
        {
            if (place.Kind != EntityKind.Place) continue;
            NameClasses classes = place.Subkind == EntitySubkind.Country ? NameClasses.Country
                : place.Subkind == EntitySubkind.Region || place.Subkind == EntitySubkind.Province ? NameClasses.Region : NameClasses.City;
            lexicon.Add(italian ? place.NameIt : place.NameEn, classes);
        }

        foreach (string[] row in NameLists.Rows(Path.Combine(folder, "cldr_territories_it_en.tsv"), '\t', hasHeader: true))
        {
            lexicon.Add(italian ? row[1] : row[2], NameClasses.Country);
        }

        foreach (string[] row in NameLists.Rows(Path.Combine(folder, "iso3166_2_it_en.tsv"), '\t', hasHeader: true))
        {
            if (row[1].Length > 0 && italian) lexicon.Add(row[1], NameClasses.Region);
            lexicon.Add(row[2], NameClasses.Region);
        }
    }

    private static void AddOrganizations(LexiconBuilder lexicon, string folder, bool italian)
    {
        const int FrequentWord = 12;
        string[] names = [.. NameLists.Lines(Path.Combine(folder, "it_org_wikipedia_kind.txt.gz"))];
        foreach (string name in italian ? names : names.Where(n => n.Length > 3 && !n.Contains('(', StringComparison.Ordinal))) lexicon.Add(name, NameClasses.OrganizationName);
        lexicon.AddFrequentWords(names, FrequentWord, NameClasses.OrganizationWord);

        foreach (string[] row in NameLists.Rows(Path.Combine(folder, "sp500_constituents.csv"), ',', hasHeader: true)) lexicon.Add(row[1], NameClasses.OrganizationName);
        foreach (string[] row in NameLists.Rows(Path.Combine(folder, "car_brands.tsv"), '\t', hasHeader: true)) lexicon.Add(row[0], NameClasses.Brand);
    }
}
