using System.Globalization;
using System.Reflection;

namespace Lingotto.Automotive;

/// <summary>
/// The learned scorers of the event engine and their thresholds. Trained on the gold articles for training; weights are hashed, so that they hold no text.
/// Immutable, safe for concurrent use.
/// </summary>
internal sealed class EventModel
{
    private const string ResourceName = "events/events.weights";

    public required LinearScorer Trigger { get; init; }
    public required LinearScorer Argument { get; init; }
    /// <summary>The second pass over events with their arguments; null for a model that has none.</summary>
    public LinearScorer? Event { get; init; }
    public required LinearScorer[] Modality { get; init; }
    public required LinearScorer Polarity { get; init; }
    public required EventThresholds Thresholds { get; init; }

    /// <summary>The model that comes with the library, null where it was built without one.</summary>
    public static EventModel? BuiltIn { get; } = OpenResource();

    public EventModel With(EventThresholds thresholds) => new() { Trigger = Trigger, Argument = Argument, Modality = Modality, Polarity = Polarity, Event = Event, Thresholds = thresholds };

    public EventModel With(LinearScorer? secondPass) => new() { Trigger = Trigger, Argument = Argument, Modality = Modality, Polarity = Polarity, Event = secondPass, Thresholds = Thresholds };

    public byte[] ToBytes() => new ModelWriter()
        .Add("event", Event is null ? [] : Event.ToBytes())
        .Add("thresholds", Thresholds.ToText())
        .Add("trigger", Trigger.ToBytes())
        .Add("argument", Argument.ToBytes())
        .Add("modality.asserted", Modality[0].ToBytes())
        .Add("modality.planned", Modality[1].ToBytes())
        .Add("modality.possible", Modality[2].ToBytes())
        .Add("polarity", Polarity.ToBytes())
        .ToArray();

    public static EventModel Open(ModelFile file) => new()
    {
        Thresholds = EventThresholds.Parse(file.Text("thresholds")),
        Trigger = LinearScorer.FromBytes(file.Section("trigger").Span),
        Event = file.Section("event").Length > 0 ? LinearScorer.FromBytes(file.Section("event").Span) : null,
        Argument = LinearScorer.FromBytes(file.Section("argument").Span),
        Modality = [.. new[] { "asserted", "planned", "possible" }.Select(m => LinearScorer.FromBytes(file.Section("modality." + m).Span))],
        Polarity = LinearScorer.FromBytes(file.Section("polarity").Span),
    };

    private static EventModel? OpenResource()
    {
        Assembly assembly = typeof(EventModel).Assembly;
        return assembly.GetManifestResourceInfo(ResourceName) is null ? null : Open(ModelFile.OpenResource(assembly, ResourceName));
    }
}

/// <summary>Probabilities from which on a trigger, a second event of the same trigger, and an argument count.</summary>
internal sealed record EventThresholds
{
    /// <summary>First-pass probability from which on a trigger is looked at.</summary>
    public const double Proposal = 0.08;

    public double Trigger { get; init; } = 0.4;
    public double Twin { get; init; } = 0.5;
    public double Argument { get; init; } = 0.45;
    public double Understood { get; init; } = 0.5;
    public double Negative { get; init; } = 0.5;

    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Trigger} {Twin} {Argument} {Understood} {Negative}");

    public static EventThresholds Parse(string text)
    {
        double[] values = [.. text.Split(' ').Select(v => double.Parse(v, CultureInfo.InvariantCulture))];
        return new EventThresholds { Trigger = values[0], Twin = values[1], Argument = values[2], Understood = values[3], Negative = values[4] };
    }
}
