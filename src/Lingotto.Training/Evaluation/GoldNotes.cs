using System.Globalization;
using Lingotto.Domain;

namespace Lingotto.Training;

/// <summary>Gathers the notes of one gold file and makes the analysis of them.</summary>
internal sealed class GoldNotes(string file, string text, IReadOnlyDictionary<string, TextSpan> spans)
{
    private readonly List<GoldMention> _mentions = [];
    private readonly Dictionary<string, TextSpan> _triggers = new(StringComparer.Ordinal);
    private readonly List<TimeExpression> _times = [];
    private readonly List<Quantity> _quantities = [];
    private readonly List<string[]> _affiliations = [];
    private readonly List<(string Speaker, TextSpan Span)> _quotes = [];
    private readonly List<string[]> _events = [];
    private readonly Dictionary<string, string> _idOfTag = new(StringComparer.Ordinal);
    private int _line;

    private const string BoilerplateNote = "//boilerplate from: ";

    public int BoilerplateStart { get; private set; } = text.Length;

    public IReadOnlyList<GoldMention> Mentions => _mentions;

    public IReadOnlyDictionary<string, string> IdOfTag => _idOfTag;

    public void Add(string note, int line)
    {
        _line = line;
        if (note.StartsWith(BoilerplateNote, StringComparison.Ordinal)) AddBoilerplate(note[BoilerplateNote.Length..]);
        if (note.Length == 0 || note.StartsWith("//", StringComparison.Ordinal)) return;
        string[] fields = note.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        switch (note[0])
        {
            case 'T' when fields.Length >= 2: AddMark(fields); break;
            case 'A' when fields.Length >= 3: _affiliations.Add(fields); break;
            case 'Q' when fields.Length >= 3: AddQuote(note.Split(' ', 3)); break;
            case 'E' when fields.Length >= 3: _events.Add(fields); break;
            default: throw Malformed("expected a note T, A, Q or E with its fields", note);
        }
    }

    private void AddBoilerplate(string beginning)
    {
        int at = text.LastIndexOf(beginning, StringComparison.Ordinal);
        if (at >= 0) BoilerplateStart = Math.Min(BoilerplateStart, at);
    }

    private void AddMark(string[] fields)
    {
        string tag = fields[0];
        if (!spans.TryGetValue(tag, out TextSpan span)) throw Malformed("expected a mark of the text", tag);
        string words = span.Of(text).ToString();
        switch (fields[1])
        {
            case "trigger":
                _triggers[tag] = span;
                break;
            case "Time":
                _idOfTag[tag] = $"t{_times.Count + 1}";
                _times.Add(new TimeExpression(tag, span.Start, span.End, words, Field(fields, 2)));
                break;
            case "Quantity":
                if (!decimal.TryParse(Field(fields, 2), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)) throw Malformed("expected a number", fields[2]);
                _idOfTag[tag] = $"q{_quantities.Count + 1}";
                _quantities.Add(new Quantity(tag, span.Start, span.End, words, value, Field(fields, 3)));
                break;
            default:
                AddMention(tag, span, fields);
                break;
        }
    }

    private void AddMention(string tag, TextSpan span, string[] fields)
    {
        string[] kinds = fields[1].Split('/', 2);
        var kind = new EntityKind(kinds[0]);
        if (!EntityKind.All.Contains(kind)) throw Malformed("expected a kind", kinds[0]);
        string? link = fields.Length > 2 && fields[2] != "nominal" ? fields[2] : null;
        EntityId? kb = null;
        if (link is not null && !link.StartsWith("NIL", StringComparison.Ordinal))
        {
            kb = EntityId.TryParse(link, out EntityId id) ? id : throw Malformed("expected an identifier", link);
        }

        string? nil = link is not null && link.StartsWith("NIL:", StringComparison.Ordinal) ? link : null;
        _mentions.Add(new GoldMention(tag, span, kind, kinds.Length > 1 ? new EntitySubkind(kinds[1]) : null, kb, nil, fields.Skip(2).Contains("nominal")));
    }

    private void AddQuote(string[] fields)
    {
        string words = fields[2].Trim();
        if (words.StartsWith('{')) words = words[1..];
        if (words.EndsWith('}')) words = words[..^1];
        int at = text.IndexOf(words, StringComparison.Ordinal);
        if (at < 0) throw Malformed("expected words of the text", fields[2]);
        _quotes.Add((fields[1], new TextSpan(at, words.Length)));
    }

    /// <summary>The analysis with entities, under ids of its own.</summary>
    public ArticleAnalysis Analysis(string? id, Language language)
    {
        ValueList<Entity> entities = Entities();
        ValueList<RoleMention> roles = Roles();
        return Values(id, language, Id) with { Entities = entities, Roles = roles };
    }

    /// <summary>All but entities and roles, under the marks of the file.</summary>
    public ArticleAnalysis Marked(string? id, Language language) => Values(id, language, tag => tag);

    private ArticleAnalysis Values(string? id, Language language, Func<string, string> idOf) => new()
    {
        Id = id,
        Language = language.Code,
        LanguageConfidence = 1,
        Times = _times.Select(t => t with { Id = idOf(t.Id) }).ToValueList(),
        Quantities = _quantities.Select(q => q with { Id = idOf(q.Id) }).ToValueList(),
        Affiliations = _affiliations.Select(a => new Affiliation(idOf(a[1]), idOf(a[2]), a.Length > 3 && a[3] != "-" ? idOf(a[3]) : null)).ToValueList(),
        Quotes = _quotes.Select(q => new Quote(idOf(q.Speaker), q.Span.Start, q.Span.End, q.Span.Of(text).ToString())).ToValueList(),
        Events = _events.Select((e, i) => Event(e, i, idOf)).ToValueList(),
    };

    private ValueList<Entity> Entities()
    {
        var entities = new List<Entity>();
        IEnumerable<IGrouping<object, GoldMention>> groups = _mentions
            .Where(m => m.Kind != EntityKind.Role)
            .OrderBy(m => m.Span)
            .GroupBy<GoldMention, object>(m => (m.Kind, m.Kb, m.Kb is null ? m.NilSlug ?? m.Tag : null));
        foreach (IGrouping<object, GoldMention> group in groups)
        {
            GoldMention longest = group.OrderBy(m => m.Nominal).ThenByDescending(m => m.Span.Length).First();
            string id = $"e{entities.Count + 1}";
            foreach (GoldMention mention in group) _idOfTag[mention.Tag] = id;
            entities.Add(new Entity
            {
                Id = id, Kind = longest.Kind, Kb = longest.Kb, Name = longest.Span.Of(text).ToString(),
                Subkind = group.Select(m => m.Subkind).FirstOrDefault(s => s is not null),
                Mentions = group.Select(m => new Mention(m.Span.Start, m.Span.End, m.Span.Of(text).ToString(), m.Nominal)).ToValueList(),
            });
        }

        return entities.ToValueList();
    }

    private ValueList<RoleMention> Roles() => _mentions
        .Where(m => m.Kind == EntityKind.Role)
        .OrderBy(m => m.Span)
        .Select((m, i) => new RoleMention(_idOfTag[m.Tag] = $"r{i + 1}", m.Span.Start, m.Span.End, m.Span.Of(text).ToString()))
        .ToValueList();

    private AutomotiveEvent Event(string[] fields, int index, Func<string, string> idOf)
    {
        if (!_triggers.TryGetValue(fields[2], out TextSpan trigger)) throw Malformed("expected a trigger", fields[2]);
        var arguments = new List<EventArgument>();
        Modality modality = default;
        Polarity polarity = default;
        foreach (string[] pair in fields.Skip(3).Select(f => f.Split('=', 2)))
        {
            if (pair.Length < 2) throw Malformed("expected role=mark", pair[0]);
            if (pair[0] == "modality") modality = Enum.Parse<Modality>(pair[1], ignoreCase: true);
            else if (pair[0] == "polarity") polarity = Enum.Parse<Polarity>(pair[1], ignoreCase: true);
            else arguments.Add(new EventArgument(pair[0], idOf(pair[1])));
        }

        return new AutomotiveEvent
        {
            Id = $"v{index + 1}", Type = new EventType(fields[1]), Trigger = new Trigger(trigger.Start, trigger.End, trigger.Of(text).ToString()),
            Arguments = arguments.ToValueList(), Modality = modality, Polarity = polarity,
        };
    }

    private string Id(string tag) => _idOfTag.TryGetValue(tag, out string? id) ? id : throw Malformed("expected a mention, time or quantity", tag);

    private static string Field(string[] fields, int index) => fields.Length > index ? fields[index] : "";

    private CorpusFormatException Malformed(string expected, string found) => new(file, _line, $"{expected}, found '{found}'");
}
