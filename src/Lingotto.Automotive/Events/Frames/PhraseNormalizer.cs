namespace Lingotto.Automotive;

/// <summary>Brings the words of a phrase into the form that documents are matched in: lower case, no articles, prepositions without articles.</summary>
internal static class PhraseNormalizer
{
    private static readonly HashSet<string> Articles = new(StringComparer.Ordinal)
        { "il", "lo", "la", "i", "gli", "le", "l'", "un", "uno", "una", "un'", "the", "a-art", "an" };

    private static readonly Dictionary<string, string> Prepositions = BuildPrepositions();

    public static string[] Lemmas(Language language, string phrase)
    {
        string[] words = phrase.Replace('’', '\'').Replace("'", "' ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var lemmas = new List<string>(words.Length);
        foreach (string word in words)
        {
            string lower = word.ToLowerInvariant();
            if (words.Length > 1 && (Articles.Contains(lower) || (language == Language.English && lower == "a"))) continue;
            lemmas.Add(words.Length > 1 ? BasePreposition(lower) : Reflexive(language, lower));
        }

        return [.. lemmas];
    }

    public static bool IsArticle(ReadOnlySpan<char> word) => Articles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    public static bool IsPreposition(string word) => Prepositions.ContainsKey(word);

    /// <summary><c>della</c>, <c>dell'</c> and <c>di</c> are all <c>di</c>; other words stay.</summary>
    public static string BasePreposition(string word) => Prepositions.GetValueOrDefault(word, word);

    // A reflexive verb's own lemma (fermarsi) is matched by the plain one (fermare): taggers write the pronoun as a word of its own.
    private static string Reflexive(Language language, string word) =>
        language == Language.Italian && word.Length > 5 && word.EndsWith("rsi", StringComparison.Ordinal) ? word[..^2] + "e" : word;

    private static Dictionary<string, string> BuildPrepositions()
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string plain in "per tra fra contro entro presso verso davanti durante attraverso causa of to in from with of for on between at by into onto under about over against as near among outside through because due regarding worth after until since within towards alla sul dal nel".Split(' ')) all[plain] = plain;
        foreach (string name in "a da di in su con come".Split(' ')) all[name] = name;
        (string Base, string Stem)[] stems = [("a", "a"), ("da", "da"), ("di", "de"), ("in", "ne"), ("su", "su"), ("con", "co")];
        foreach ((string plain, string stem) in stems)
        {
            foreach (string end in "l llo lla ll' i gli lle".Split(' ')) all[stem + end] = plain;
        }

        return all;
    }
}
