using Lingotto.Domain;

namespace Lingotto.Automotive.Quotes;

/// <summary>What an article's persons are by their names and affiliations. Immutable.</summary>
internal sealed class PersonSorts(ArticleAnalysis analysis)
{
    private static readonly Lazy<Dictionary<string, SpeakerGender>> Genders = new(ReadGenders);

    /// <summary>The gender of a person's first name; null where that is not known.</summary>
    public SpeakerGender? Gender(string person)
    {
        if (analysis.FindEntity(person) is not { } entity || entity.Kind != EntityKind.Person) return null;
        int space = entity.Name.IndexOf(' ');
        if (space <= 0) return null;
        string first = entity.Name[..space].ToLowerInvariant();
        if (Genders.Value.TryGetValue(first, out SpeakerGender gender)) return gender;
        return first[^1] switch { 'o' => SpeakerGender.Male, 'a' => SpeakerGender.Female, _ => null };
    }

    /// <summary>Whether a person is affiliated with an organization of a sort, or with none.</summary>
    public bool Fits(string person, string sort)
    {
        bool any = false;
        foreach (Affiliation affiliation in analysis.Affiliations)
        {
            if (affiliation.Person != person) continue;
            any = true;
            if (Sort(affiliation.Organization) == sort) return true;
        }

        return !any;
    }

    private string Sort(string organization) => analysis.FindEntity(organization)?.Subkind?.Name switch
    {
        "Government" => "government",
        "Union" => "union",
        _ => analysis.FindEntity(organization)?.Kind == EntityKind.Place ? "government" : "company",
    };

    private static Dictionary<string, SpeakerGender> ReadGenders()
    {
        var genders = new Dictionary<string, SpeakerGender>(StringComparer.Ordinal);
        foreach (string[] row in Resources.ReadRows("quotes/first-names.tsv"))
        {
            foreach (string name in row[1].Split('|')) genders.Add(name, row[0] == "female" ? SpeakerGender.Female : SpeakerGender.Male);
        }

        return genders;
    }
}
