using System.IO.Compression;
using Lingotto.Automotive;
using Lingotto.Domain;
using Lingotto.Training;

namespace Lingotto.Engines;

/// <summary>Scores a recogniser of names on a corpus in IOB2 with the corpus's own tokens: exact span and type.</summary>
public static class NameCorpus
{
    private static readonly Dictionary<EntityKind, string> TypeOf = new() { [EntityKind.Person] = "PER", [EntityKind.Organization] = "ORG", [EntityKind.Place] = "LOC" };

    /// <summary>The types that are compared: persons, organizations, places.</summary>
    public static IReadOnlyCollection<string> Types => TypeOf.Values;

    /// <summary>The counts of each sentence.</summary>
    public static IReadOnlyList<Measure> Score(string corpus, Language language, Func<Document, IReadOnlyList<NameMention>> recognizer)
    {
        ArgumentNullException.ThrowIfNull(recognizer);
        return [.. Sentences(corpus).Select(tokens => Score(tokens, language, recognizer))];
    }

    private static Measure Score(List<(string Form, string Tag)> tokens, Language language, Func<Document, IReadOnlyList<NameMention>> recognizer)
    {
        string text = string.Join(' ', tokens.Select(t => t.Form));
        var builder = new DocumentBuilder();
        builder.Reset(text);
        builder.Language = language;
        builder.BeginSentence(language);
        int at = 0;
        foreach ((string form, _) in tokens)
        {
            builder.AddToken(at, form.Length);
            at += form.Length + 1;
        }

        HashSet<(int, int, string)> gold = Gold(tokens);
        (int, int, string)[] found = [.. recognizer(builder.Build()).Where(m => TypeOf.ContainsKey(m.Kind)).Select(m => (m.Span.Start, m.Span.End, TypeOf[m.Kind]))];
        return new Measure(found.Count(gold.Contains), gold.Count, found.Length);
    }

    private static HashSet<(int, int, string)> Gold(List<(string Form, string Tag)> tokens)
    {
        var gold = new HashSet<(int, int, string)>();
        int at = 0, start = 0, end = 0;
        string open = "";
        foreach ((string form, string tag) in tokens.Append(("", "O")))
        {
            if (open.Length > 0 && tag != "I-" + open)
            {
                if (TypeOf.ContainsValue(open)) gold.Add((start, end, open));
                open = "";
            }

            if (tag.Length > 2 && open.Length == 0) (open, start) = (tag[2..], at);
            end = at + form.Length;
            at = end + 1;
        }

        return gold;
    }

    private static IEnumerable<List<(string Form, string Tag)>> Sentences(string corpus)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(corpus), CompressionMode.Decompress));
        var sentence = new List<(string, string)>();
        while (true)
        {
            string? line = reader.ReadLine();
            if (!string.IsNullOrEmpty(line))
            {
                string[] fields = line.Split('\t');
                sentence.Add((fields[0], fields[1]));
                continue;
            }

            if (sentence.Count > 0) yield return sentence;
            if (line is null) yield break;
            sentence = [];
        }
    }
}
