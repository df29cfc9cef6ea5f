using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Training;

/// <summary>
/// Practice articles written for the purpose, with their events marked in the text (<c>practice.txt</c>): more ways to say an event than the gold articles
/// have room for. Their entities, times and quantities are those that the pipeline finds.
/// </summary>
internal sealed partial class PracticeArticle
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Start, int End, string Notes)> _marks = [];
    private readonly Language _language;
    private readonly DateOnly _published;

    private PracticeArticle(string header, string body)
    {
        string[] parts = header.Split(' ');
        _language = Language.Parse(parts[0]);
        _published = DateOnly.ParseExact(parts[1], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        int at = 0;
        foreach (Match mark in Mark().Matches(body))
        {
            _text.Append(body, at, mark.Index - at);
            _marks.Add((_text.Length, _text.Length + mark.Groups[2].Length, mark.Groups[1].Value));
            _text.Append(mark.Groups[2].Value);
            at = mark.Index + mark.Length;
        }

        _text.Append(body, at, body.Length - at);
    }

    /// <summary>All practice articles as the pipeline reads them, with their events.</summary>
    public static IReadOnlyList<EventArticle> ReadAll(AutomotivePipeline pipeline) => ReadAll(pipeline, "practice.txt");

    /// <summary>Those whose events have no arguments but times, and teach modality and polarity alone.</summary>
    public static IReadOnlyList<EventArticle> ReadMoods(AutomotivePipeline pipeline) => ReadAll(pipeline, "practice-moods.txt");

    private static IReadOnlyList<EventArticle> ReadAll(AutomotivePipeline pipeline, string file)
    {
        using Stream stream = typeof(PracticeArticle).Assembly.GetManifestResourceStream("events/" + file)!;
        using var reader = new StreamReader(stream);
        var articles = new List<EventArticle>();
        foreach (string part in reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n#", StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            int end = part.IndexOf('\n', StringComparison.Ordinal);
            articles.Add(new PracticeArticle(part[..end], part[(end + 1)..].Trim() + "\n").Read(pipeline, articles.Count));
        }

        return articles;
    }

    private EventArticle Read(AutomotivePipeline pipeline, int number)
    {
        string text = _text.ToString();
        AnalyzedArticle found = pipeline.Read(new Article(text) { Language = _language, Published = _published });
        ArticleAnalysis input = found.Analysis with { Events = [], MergedEvents = [] };
        var context = new ArticleContext(found.Document!, new PageCleaner().Clean(text), _published);
        Filler[] fillers = FillerIndex.Build(context, input).Fillers;
        var events = new List<AutomotiveEvent>();
        foreach ((int start, int end, string notes) in _marks)
        {
            foreach (Match note in Note().Matches(notes)) events.Add(ToEvent(note, $"v{events.Count + 1}", new Trigger(start, end, text[start..end]), text, fillers));
        }

        var gold = new GoldArticle
        {
            Id = $"practice-article-{number}", Language = _language, Published = _published, Text = text, Mentions = [], Analysis = input with { Events = events.ToValueList() },
            IdOfTag = new Dictionary<string, string>(),
        };
        return new EventArticle(context, input, gold);
    }

    private static AutomotiveEvent ToEvent(Match note, string id, Trigger trigger, string text, Filler[] fillers)
    {
        var type = new EventType(note.Groups[1].Value);
        EventFrame frame = Array.Find(FrameSet.Default.Frames, f => f.Type == type) ?? throw new CorpusFormatException("practice.txt", 0, $"no event type {type}");
        var arguments = new List<EventArgument>();
        foreach (string pair in note.Groups[3].Value.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            int at = pair.IndexOf('=', StringComparison.Ordinal);
            FrameRole role = frame.FindRole(pair[..at]) ?? throw new CorpusFormatException("practice.txt", 0, $"{type} has no role {pair[..at]}");
            if (Find(role, pair[(at + 1)..], trigger, text, fillers) is { } filler) arguments.Add(new EventArgument(role.Name, filler));
        }

        return new AutomotiveEvent
        {
            Id = id, Type = type, Trigger = trigger, Arguments = arguments.Distinct().ToValueList(),
            Modality = note.Groups[2].Value switch { ".P" or ".P-" => Modality.Planned, ".H" or ".H-" => Modality.Possible, _ => Modality.Asserted },
            Polarity = note.Groups[2].Value.EndsWith('-') ? Polarity.Negative : Polarity.Positive,
        };
    }

    // The mention nearest to the trigger that the words of the note stand in, if the pipeline found one that the role admits.
    private static string? Find(FrameRole role, string words, in Trigger trigger, string text, Filler[] fillers)
    {
        string? best = null;
        int bestDistance = int.MaxValue;
        for (int at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            int distance = Math.Abs(at - trigger.Start);
            if (distance >= bestDistance) continue;
            foreach (Filler filler in fillers)
            {
                if (filler.Start < at + words.Length && at < filler.End && role.Admits(filler)) (best, bestDistance) = (filler.Ref, distance);
            }
        }

        return best;
    }

    [GeneratedRegex(@"\{((?:[A-Za-z]+(?:\.[PH])?-?\[[^\]]*\]\+?)+):([^{}]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"([A-Za-z]+)((?:\.[PH])?-?)\[([^\]]*)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Note();
}
