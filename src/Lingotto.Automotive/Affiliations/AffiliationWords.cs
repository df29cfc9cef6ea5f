using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Affiliations;

/// <summary>The words that stand between persons, titles and organizations, by class. Immutable, safe for concurrent use.</summary>
internal sealed class AffiliationWords
{
    private static readonly Lazy<AffiliationWords> LazyItalian = new(() => new AffiliationWords(italian: true)), LazyEnglish = new(() => new AffiliationWords(italian: false));

    private readonly Dictionary<string, HashSet<string>> _words = [];
    private readonly Dictionary<string, List<string>> _stems = [];

    private AffiliationWords(bool italian)
    {
        foreach ((string wordClass, _, string[] forms) in TableReader.Rows("affiliation-words.tsv", italian))
        {
            _words[wordClass] = [.. forms.Where(f => !f.EndsWith('*'))];
            _stems[wordClass] = [.. forms.Where(f => f.EndsWith('*')).Select(f => f[..^1])];
        }
    }

    public static AffiliationWords Of(Language language) => language == Language.Italian ? LazyItalian.Value : LazyEnglish.Value;

    /// <summary>Whether a word, in whatever case and without its apostrophe, is of a class.</summary>
    public bool Is(string wordClass, ReadOnlySpan<char> word)
    {
        string key = word.TrimEnd('\'').TrimEnd('’').ToString().ToLowerInvariant();
        if (_words[wordClass].Contains(key)) return true;
        foreach (string stem in _stems[wordClass])
        {
            if (key.StartsWith(stem, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
