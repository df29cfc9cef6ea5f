using System.Globalization;
using System.Text.RegularExpressions;
using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Training;

/// <summary>
/// Practice sentences for modality and polarity: templates (<c>S has no plans to {inf} O</c>) filled with verbs and nouns of the frames, from
/// <c>moods.tsv</c>. They teach the scorers constructions that the gold articles show too rarely.
/// </summary>
internal static partial class MoodPractice
{
    private static readonly string[] EnglishForms = ["inf", "ger", "past", "part", "pres", "noun"];
    private static readonly string[] ItalianForms = ["inf", "ger", "part", "pres", "fut", "cond", "subj", "noun"];
    private static readonly string[] Actors = ["Stellantis", "Marelli", "Toyota", "Brembo", "Ford"];
    private static readonly DateOnly Published = new(2025, 11, 25);

    /// <summary>Every template with every lexeme of its language, as articles of one sentence.</summary>
    public static IReadOnlyList<EventArticle> Create(LinguisticPipeline linguistics)
    {
        using Stream stream = typeof(MoodPractice).Assembly.GetManifestResourceStream("events/moods.tsv")!;
        using var reader = new StreamReader(stream);
        string[][] rows = [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#').Select(l => l.Split('\t'))];
        var articles = new List<EventArticle>();
        foreach (string[] template in rows.Where(r => r[0] == "template"))
        {
            foreach (string[] lexeme in rows.Where(r => r[0] == "lexeme" && r[1] == template[1])) articles.Add(Create(linguistics, template, lexeme, articles.Count));
        }

        return articles;
    }

    private static EventArticle Create(LinguisticPipeline linguistics, string[] template, string[] lexeme, int number)
    {
        Language language = Language.Parse(template[1]);
        string[] forms = language == Language.Italian ? ItalianForms : EnglishForms;
        string text = ActorMark().Replace(ObjectMark().Replace(template[3], lexeme[^1]), Actors[number % Actors.Length]);
        Match mark = FormMark().Match(text);
        string form = mark.Groups[1].Value, words = lexeme[3 + Array.IndexOf(forms, form.ToLowerInvariant())];
        if (char.IsUpper(form[0])) words = char.ToUpperInvariant(words[0]) + words[1..];
        text = text[..mark.Index] + words + text[(mark.Index + mark.Length)..];
        (int start, int length) = form.Equals("noun", StringComparison.OrdinalIgnoreCase) ? NounOf(words) : (0, words.Length);
        start += mark.Index;
        var input = new ArticleAnalysis { Language = language.Code, Times = TimesOf(text) };
        var goldEvent = new AutomotiveEvent
        {
            Id = "v1", Type = new EventType(lexeme[2]), Trigger = new Trigger(start, start + length, text.Substring(start, length)),
            Modality = template[2][0] switch { 'A' => Modality.Asserted, 'P' => Modality.Planned, _ => Modality.Possible },
            Polarity = template[2][1] == '-' ? Polarity.Negative : Polarity.Positive,
        };
        var gold = new GoldArticle
        {
            Id = $"practice-{number}", Language = language, Published = Published, Text = text, Mentions = [], Analysis = input with { Events = [goldEvent] },
            IdOfTag = new Dictionary<string, string>(),
        };
        return new EventArticle(new ArticleContext(linguistics.Process(text, language), new PageStructure([], null), Published), input, gold);
    }

    // The noun stands between its article and its preposition: the closure of, un accordo per, l'apertura di.
    private static (int Start, int Length) NounOf(string words)
    {
        int start = words.IndexOfAny([' ', '\'']) + 1, end = words.LastIndexOf(' ');
        return (start, end - start);
    }

    private static ValueList<TimeExpression> TimesOf(string text) =>
        YearMark().Matches(text).Select((m, i) => new TimeExpression(string.Create(CultureInfo.InvariantCulture, $"t{i + 1}"), m.Index, m.Index + m.Length, m.Value, m.Value)).ToValueList();

    [GeneratedRegex(@"\bS\b", RegexOptions.CultureInvariant)]
    private static partial Regex ActorMark();

    [GeneratedRegex(@"\bO\b", RegexOptions.CultureInvariant)]
    private static partial Regex ObjectMark();

    [GeneratedRegex(@"\{([A-Za-z]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex FormMark();

    [GeneratedRegex(@"\b20[0-9]{2}\b", RegexOptions.CultureInvariant)]
    private static partial Regex YearMark();
}
