using System.Text;

namespace Lingotto.Tests.Common;

/// <summary>The samples of the repository, and texts made of their words in other orders.</summary>
internal static class GeneratedText
{
    /// <summary>The sample articles of a language.</summary>
    public static IReadOnlyList<string> Samples(string language) =>
        [.. Directory.GetFiles(Path.Combine(SharedData.Repository, "samples"), $"{language}-*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    /// <summary>Sentences of the samples' words, some of them with other capitals or letters, one a line; the same for the same seed.</summary>
    public static IEnumerable<string> Sentences(string language, int count, int seed)
    {
        string[] words = [.. Samples(language).SelectMany(t => t.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))];
        var random = new Random(seed);
        for (int i = 0; i < count; i++)
        {
            var sentence = new StringBuilder();
            int way = random.Next(10), length = random.Next(1, 40);
            for (int w = 0; w < length; w++) sentence.Append(w == 0 ? "" : " ").Append(Change(words[random.Next(words.Length)], way, random));
            yield return sentence.Append('.').ToString();
        }
    }

    private static string Change(string word, int way, Random random) => way switch
    {
        0 => word.ToUpperInvariant(),
        1 => word.ToLowerInvariant(),
        2 => char.ToUpperInvariant(word[0]) + word[1..],
        3 => word + (char)random.Next('a', 'z' + 1),
        4 => (char)random.Next(' ' + 1, 0x2600) + word,
        _ => word,
    };
}
