namespace Lingotto.Training.LanguageIdentification;

/// <summary>Counts lower-case words of Italian and English and weighs what each says of the language.</summary>
internal sealed class WordEvidence
{
    private const int Most = 5400;
    private readonly Dictionary<uint, (int Italian, int English)> _counts = [];
    private int _italian, _english;

    public void Add(string text, Language language)
    {
        var reader = new AtomReader(text, 0);
        Atom atom = default;
        for (reader.Next(ref atom); atom.Kind != AtomKind.None; reader.Next(ref atom))
        {
            if (atom.Kind != AtomKind.Letters || atom.Shape != Shape.Lower) continue;
            (int italian, int english) = _counts.GetValueOrDefault(atom.Hash);
            if (language == Language.Italian)
            {
                italian++;
                _italian++;
            }
            else
            {
                english++;
                _english++;
            }

            _counts[atom.Hash] = (italian, english);
        }
    }

    /// <summary>The words that say most often most, with the evidence: ten times the natural logarithm of the ratio, at most 50.</summary>
    public IEnumerable<(uint Hash, sbyte Evidence)> Words() => _counts
        .Where(c => c.Value.Italian + c.Value.English >= 4)
        .Select(c => (Hash: c.Key, Count: c.Value.Italian + c.Value.English, Evidence: Evidence(c.Value)))
        .Where(c => Math.Abs(c.Evidence) >= 15)
        .OrderByDescending(c => c.Count).ThenBy(c => c.Hash)
        .Take(Most)
        .Select(c => (c.Hash, c.Evidence));

    private sbyte Evidence((int Italian, int English) counts)
    {
        double english = (counts.English + 0.5) / (_english + 1), italian = (counts.Italian + 0.5) / (_italian + 1);
        return (sbyte)Math.Clamp((int)Math.Round(10 * Math.Log(english / italian)), -50, 50);
    }
}
