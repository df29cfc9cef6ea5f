namespace Lingotto.MicrosoftML;

/// <summary>A document as a row of a data view.</summary>
public sealed class DocumentRow
{
    /// <summary>The article's id, empty where it has none.</summary>
    public string DocumentId { get; set; } = "";

    /// <summary>ISO 639 code.</summary>
    public string Language { get; set; } = "";

    /// <summary>The text.</summary>
    public string Text { get; set; } = "";

    /// <summary>The types of its events, sorted, without repetition.</summary>
    public string[] EventTypes { get; set; } = [];

    /// <summary>The knowledge base identifiers of its entities, sorted, without repetition.</summary>
    public string[] EntityIds { get; set; } = [];
}

/// <summary>A syntactic word as a row of a data view.</summary>
public sealed class TokenRow
{
    /// <summary>The article's id, empty where it has none.</summary>
    public string DocumentId { get; set; } = "";

    /// <summary>Number of the sentence, from 0.</summary>
    public int Sentence { get; set; }

    /// <summary>Offset of the word's token in UTF-16 code units.</summary>
    public int Start { get; set; }

    /// <summary>Offset after the word's token.</summary>
    public int End { get; set; }

    /// <summary>The form.</summary>
    public string Form { get; set; } = "";

    /// <summary>The lemma, empty without a tagger.</summary>
    public string Lemma { get; set; } = "";

    /// <summary>The universal part of speech, <c>_</c> without a tagger.</summary>
    public string Upos { get; set; } = "";

    /// <summary>The features, empty where there are none.</summary>
    public string Feats { get; set; } = "";

    /// <summary>The relation to the head, empty without a parser.</summary>
    public string DepRel { get; set; } = "";
}

/// <summary>A mention of an entity as a row of a data view.</summary>
public sealed class EntityRow
{
    /// <summary>The article's id, empty where it has none.</summary>
    public string DocumentId { get; set; } = "";

    /// <summary>The kind, such as <c>Organization</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The finer kind, empty where there is none.</summary>
    public string Subkind { get; set; } = "";

    /// <summary>The identifier in the knowledge base, empty where it is NIL.</summary>
    public string Kb { get; set; } = "";

    /// <summary>The entity's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The mention as printed.</summary>
    public string Text { get; set; } = "";

    /// <summary>Offset in UTF-16 code units.</summary>
    public int Start { get; set; }

    /// <summary>Offset after the mention.</summary>
    public int End { get; set; }

    /// <summary>Whether it is a description and not a name.</summary>
    public bool Nominal { get; set; }
}

/// <summary>An argument of an event as a row of a data view; an event without arguments has one row with an empty role.</summary>
public sealed class EventRow
{
    /// <summary>The article's id, empty where it has none.</summary>
    public string DocumentId { get; set; } = "";

    /// <summary>The event's id within the analysis.</summary>
    public string EventId { get; set; } = "";

    /// <summary>The type, such as <c>ProductionStart</c>.</summary>
    public string Type { get; set; } = "";

    /// <summary>The trigger as printed.</summary>
    public string Trigger { get; set; } = "";

    /// <summary>The role, empty for an event without arguments.</summary>
    public string Role { get; set; } = "";

    /// <summary>The filler: a knowledge base identifier, a name, a time's value, or a quantity.</summary>
    public string Filler { get; set; } = "";

    /// <summary>The modality.</summary>
    public string Modality { get; set; } = "";

    /// <summary>The polarity.</summary>
    public string Polarity { get; set; } = "";

    /// <summary>Probability of the event, 0 to 1; NaN where it was not computed.</summary>
    public float Confidence { get; set; }
}
