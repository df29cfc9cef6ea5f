using Lingotto.Domain;

namespace Lingotto.Automotive.Affiliations;

/// <summary>Gathers affiliations, each pair once; one with a title takes the place of one without. Not safe for concurrent use.</summary>
internal sealed class AffiliationSet
{
    private readonly Dictionary<(string Person, string Organization), Affiliation> _found = [];
    private readonly List<(string Person, string Organization)> _order = [];

    public IEnumerable<Affiliation> InOrder => _order.Select(pair => _found[pair]);

    public bool Has(string person) => _order.Exists(pair => pair.Person == person);

    public void Add(string person, string organization, string? role)
    {
        var pair = (person, organization);
        if (_found.TryGetValue(pair, out Affiliation? known))
        {
            if (known.Role is null && role is not null) _found[pair] = known with { Role = role };
            return;
        }

        _found[pair] = new Affiliation(person, organization, role);
        _order.Add(pair);
    }
}
