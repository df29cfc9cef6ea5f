namespace Lingotto.Automotive;

/// <summary>The words of works and towns of one language, from the data file. Immutable.</summary>
internal sealed class SiteCues
{
    private readonly Dictionary<string, HashSet<string>> _words = new(StringComparer.Ordinal);

    public SiteCues(string language)
    {
        foreach (string[] row in Resources.ReadRows("linking/site_cues.tsv").Where(r => r[1] == language)) _words[row[0]] = [.. row[2].Split('|')];
    }

    public bool IsWorks(string word) => _words["works"].Contains(word);

    public bool IsTown(string word) => _words["town"].Contains(word);

    public bool IsArticle(string word) => _words["article"].Contains(word);

    public bool IsPreposition(string word) => word is "^" or "the" || _words["before"].Contains(word);
}
