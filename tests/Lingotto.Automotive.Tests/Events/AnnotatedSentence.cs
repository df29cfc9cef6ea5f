using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Lingotto.Domain;

namespace Lingotto.Automotive.Tests;

/// <summary>A sentence of the examples table: its text, the analysis that the engine gets, and the event that it must find.</summary>
internal sealed partial record AnnotatedSentence(EventType Type, Language Language, string Text, ArticleAnalysis Input, TextSpan Trigger, IReadOnlyList<EventArgument> Arguments)
{
    public static IReadOnlyList<AnnotatedSentence> ReadAll(string path) =>
        [.. File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).Select(f => Parse(new EventType(f[0]), Language.Parse(f[1]), f[2]))];

    public static AnnotatedSentence Parse(EventType type, Language language, string marked)
    {
        var text = new StringBuilder();
        var entities = new List<Entity>();
        var roles = new List<RoleMention>();
        var times = new List<TimeExpression>();
        var quantities = new List<Quantity>();
        var arguments = new List<EventArgument>();
        TextSpan trigger = default;
        int at = 0;
        foreach (Match mark in Mark().Matches(marked))
        {
            text.Append(marked, at, mark.Index - at);
            at = mark.Index + mark.Length;
            string role = mark.Groups[1].Value, kind = mark.Groups[2].Value, words = mark.Groups[3].Value;
            int start = text.Length, end = start + words.Length;
            text.Append(words);
            if (role == "!") trigger = TextSpan.FromBounds(start, end);
            else if (Add(kind, words, start, end, entities, roles, times, quantities) is { } id && role != "-") arguments.Add(new EventArgument(role, id));
        }

        text.Append(marked, at, marked.Length - at);
        var input = new ArticleAnalysis
        {
            Language = language.Code, Entities = entities.ToValueList(), Roles = roles.ToValueList(), Times = times.ToValueList(), Quantities = quantities.ToValueList(),
        };
        return new AnnotatedSentence(type, language, text.ToString(), input, trigger, arguments);
    }

    private static string Add(string kind, string words, int start, int end, List<Entity> entities, List<RoleMention> roles, List<TimeExpression> times, List<Quantity> quantities)
    {
        string[] halves = kind.Split('=', 2);
        string id = $"{char.ToLowerInvariant(kind[0])}{entities.Count + roles.Count + times.Count + quantities.Count + 1}";
        switch (halves[0])
        {
            case "Time":
                times.Add(new TimeExpression(id, start, end, words, halves[1]));
                break;
            case "Quantity":
                string[] value = halves[1].Split(' ');
                quantities.Add(new Quantity(id, start, end, words, decimal.Parse(value[0], CultureInfo.InvariantCulture), value[1]));
                break;
            case "Role":
                roles.Add(new RoleMention(id, start, end, words));
                break;
            default:
                string[] kinds = kind.Split('/', 2);
                entities.Add(new Entity
                {
                    Id = id, Kind = new EntityKind(kinds[0]), Subkind = kinds.Length > 1 ? new EntitySubkind(kinds[1]) : null, Name = words, Mentions = [new Mention(start, end, words)],
                });
                break;
        }

        return id;
    }

    [GeneratedRegex(@"\{(!|-|[a-z]+):(?:([A-Z][^:]*):)?([^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
