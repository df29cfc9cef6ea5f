using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>
/// Reads frame files. Lines: <c>event TYPE</c>; <c>LANGUAGE CLASS [STRENGTH]: trigger, trigger, …</c> with the classes verb, noun, adj, phrase,
/// block and context and the strengths strong and weak; <c>role NAME: KIND KIND/SUBKIND …</c> followed by <c>slots: SLOT|PREPOSITION …</c>;
/// <c>#</c> begins a comment. Problems are collected, not thrown.
/// </summary>
internal sealed class FrameReader(List<FrameProblem> problems)
{
    private readonly Dictionary<EventType, Draft> _drafts = [];
    private Draft? _draft;
    private RoleDraft? _role;
    private string _file = "";
    private int _line;

    private sealed class RoleDraft(EventRole role)
    {
        public EventRole Role { get; } = role;
        public List<FrameKind> Kinds { get; } = [];
        public List<uint> Prepositions { get; } = [];
        public Slot Slots { get; set; }
    }

    private sealed class Draft
    {
        public List<FrameTrigger> Triggers { get; } = [];
        public List<FrameTrigger> Blocks { get; } = [];
        public List<FrameTrigger> Context { get; } = [];
        public Dictionary<string, RoleDraft> Roles { get; } = new(StringComparer.Ordinal);
    }

    public void Read(FrameFile file)
    {
        (_file, _line, _draft, _role) = (file.Name, 0, null, null);
        foreach (string raw in file.Text.Split('\n'))
        {
            _line++;
            string line = raw.Split('#')[0].Trim();
            if (line.Length > 0) ReadLine(line);
        }
    }

    /// <summary>The frames in the order of the schema's table.</summary>
    public EventFrame[] Frames() => [.. EventSchema.Types.Where(_drafts.ContainsKey).Select(type => Frame(type, _drafts[type]))];

    private static EventFrame Frame(EventType type, Draft draft)
    {
        AddGeneralRole(draft, type, "time", [new FrameKind(FillerKind.Time, null)], "in da a nel entro dal at on by from since until for during object of di");
        AddGeneralRole(draft, type, "place", [new FrameKind(FillerKind.Place, null), new FrameKind(FillerKind.Plant, null), new FrameKind(FillerKind.Fair, null)], "a in da di presso at in of from near");
        return new EventFrame(type, draft.Triggers, draft.Blocks, draft.Context, [.. EventSchema.RolesOf(type)
            .Where(r => draft.Roles.ContainsKey(r.Name))
            .Select(r => draft.Roles[r.Name])
            .Select(r => new FrameRole(r.Role.Name, r.Role.Repeats, [.. r.Kinds], r.Slots, [.. r.Prepositions]))]);
    }

    private static void AddGeneralRole(Draft draft, EventType type, string name, FrameKind[] kinds, string prepositions)
    {
        if (draft.Roles.ContainsKey(name) || EventSchema.FindRole(type, name) is not { } role) return;
        bool hasSite = EventSchema.FindRole(type, "site") is not null;
        var general = new RoleDraft(role) { Slots = Slot.Near | Slot.Row | Slot.Caption | Slot.Understood };
        general.Kinds.AddRange(kinds.Where(k => !hasSite || k.Kind is not (FillerKind.Plant or FillerKind.Fair)));
        general.Prepositions.AddRange(prepositions.Split(' ').Where(p => !SlotNames.TryParse(p, out _)).Select(p => Hash.Of(p)));
        draft.Roles.Add(name, general);
    }

    private void ReadLine(string line)
    {
        string[] words = line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        string rest = words.Length > 1 ? words[1] : "";
        switch (words[0])
        {
            case "event": ReadEvent(rest); break;
            case "role": ReadRole(rest); break;
            case "slots:": ReadSlots(rest); break;
            case "it" or "en": ReadTriggers(Language.Parse(words[0]), rest); break;
            default: Problem($"expected 'event', 'it', 'en', 'role' or 'slots:', found '{words[0]}'"); break;
        }
    }

    private void ReadEvent(string name)
    {
        _role = null;
        var type = new EventType(name);
        if (!EventSchema.Types.Contains(type))
        {
            _draft = null;
            Problem($"expected an event type of the schema, found '{name}'");
            return;
        }

        if (!_drafts.TryGetValue(type, out _draft)) _drafts.Add(type, _draft = new Draft());
        CurrentType = type;
    }

    private EventType CurrentType { get; set; }

    private void ReadTriggers(Language language, string rest)
    {
        int colon = rest.IndexOf(':', StringComparison.Ordinal);
        if (_draft is null || colon < 0)
        {
            Problem(_draft is null ? "expected 'event' before the triggers" : "expected ':' after the class");
            return;
        }

        string[] head = rest[..colon].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        TriggerStrength strength = head.Contains("strong") ? TriggerStrength.Strong : head.Contains("weak") ? TriggerStrength.Weak : TriggerStrength.Plain;
        foreach (string text in rest[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            AddTrigger(_draft, language, head.Length > 0 ? head[0] : "", strength, text);
        }
    }

    private void AddTrigger(Draft draft, Language language, string name, TriggerStrength strength, string text)
    {
        TriggerClass? triggerClass = name switch { "verb" => TriggerClass.Verb, "noun" => TriggerClass.Noun, "adj" => TriggerClass.Adjective, "phrase" or "block" or "context" => TriggerClass.Phrase, _ => null };
        if (triggerClass is null)
        {
            Problem($"expected verb, noun, adj, phrase, block or context, found '{name}'");
            return;
        }

        if (text.Any(char.IsUpper)) Problem($"expected a lemma in lower case, found '{text}'");
        if (name == "phrase" && strength == TriggerStrength.Plain) strength = TriggerStrength.Strong;
        var trigger = new FrameTrigger(language, PhraseNormalizer.Lemmas(language, text), triggerClass.Value, strength, _file, _line);
        if (trigger.Lemmas.Length == 0) Problem($"expected a lemma, found '{text}'");
        else if (name == "block") draft.Blocks.Add(trigger);
        else if (name == "context") draft.Context.Add(trigger);
        else draft.Triggers.Add(trigger);
    }

    private void ReadRole(string rest)
    {
        _role = null;
        string[] parts = rest.Split(':', 2);
        string name = parts[0].Trim();
        if (_draft is null || EventSchema.FindRole(CurrentType, name) is not { } role)
        {
            Problem(_draft is null ? "expected 'event' before the roles" : $"expected a role of {CurrentType}, found '{name}'");
            return;
        }

        if (!_draft.Roles.TryGetValue(name, out _role)) _draft.Roles.Add(name, _role = new RoleDraft(role));
        foreach (string kind in (parts.Length > 1 ? parts[1] : "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] halves = kind.Split('/', 2);
            if (Enum.TryParse(halves[0], out FillerKind known)) _role.Kinds.Add(new FrameKind(known, halves.Length > 1 ? halves[1] : null));
            else Problem($"expected a kind, found '{kind}'");
        }

        if (_role.Kinds.Count == 0) Problem($"expected the kinds that may fill '{name}', found none");
    }

    private void ReadSlots(string rest)
    {
        if (_role is null)
        {
            Problem("expected 'role' before the slots");
            return;
        }

        foreach (string name in rest.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (SlotNames.TryParse(name, out Slot slot)) _role.Slots |= slot;
            else if (PhraseNormalizer.IsPreposition(name)) _role.Prepositions.Add(Hash.Of(PhraseNormalizer.BasePreposition(name)));
            else Problem($"expected a slot or a preposition, found '{name}'");
        }
    }

    private void Problem(string message) => problems.Add(new FrameProblem(_file, _line, message));
}
