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

    /// <summary>Puts most candidates aside by a few features; null for a model that looks at all.</summary>
    public LinearScorer? Prior { get; init; }

    public required LinearScorer Trigger { get; init; }
    public required LinearScorer Argument { get; init; }

    /// <summary>The second pass over events with their arguments; null for a model that has none.</summary>
    public SecondPass? Second { get; init; }

    public required LinearScorer[] Modality { get; init; }
    public required LinearScorer Polarity { get; init; }
    public required EventThresholds Thresholds { get; init; }

    /// <summary>The model that comes with the library, null where it was built without one.</summary>
    public static EventModel? BuiltIn { get; } = OpenResource();

    public EventModel With(EventThresholds thresholds) => new() { Prior = Prior, Trigger = Trigger, Argument = Argument, Modality = Modality, Polarity = Polarity, Second = Second, Thresholds = thresholds };

    public EventModel With(SecondPass? second) => new() { Prior = Prior, Trigger = Trigger, Argument = Argument, Modality = Modality, Polarity = Polarity, Second = second, Thresholds = Thresholds };

    /// <summary>The model whose first pass is the mean of others' first passes.</summary>
    public static EventModel Mean(IReadOnlyList<EventModel> models) => new()
    {
        Thresholds = models[0].Thresholds,
        Prior = LinearScorer.Mean([.. models.Select(m => m.Prior!)]),
        Trigger = LinearScorer.Mean([.. models.Select(m => m.Trigger)]),
        Argument = LinearScorer.Mean([.. models.Select(m => m.Argument)]),
        Modality = [.. models[0].Modality.Select((_, i) => LinearScorer.Mean([.. models.Select(m => m.Modality[i])]))],
        Polarity = LinearScorer.Mean([.. models.Select(m => m.Polarity)]),
    };

    public byte[] ToBytes() => new ModelWriter()
        .Add("event", Second is null ? [] : Second.Event.ToBytes())
        .Add("event.trees", Second is null ? [] : Second.EventTrees.ToBytes())
        .Add("thresholds", Thresholds.ToText())
        .Add("prior", Prior is null ? [] : Prior.ToBytes())
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
        Prior = file.Section("prior").Length > 0 ? LinearScorer.FromBytes(file.Section("prior").Span) : null,
        Trigger = LinearScorer.FromBytes(file.Section("trigger").Span),
        Second = file.Section("event").Length > 0 ? new SecondPass(LinearScorer.FromBytes(file.Section("event").Span), TreeScorer.FromBytes(file.Section("event.trees").Span)) : null,
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

/// <summary>What looks again at events that have their arguments, trained on the first pass's answers for articles that it did not see.</summary>
/// <param name="Event">Whether it is an event, by features.</param>
/// <param name="EventTrees">The same by numbers; the mean of both decides.</param>
internal sealed record SecondPass(LinearScorer Event, TreeScorer EventTrees);

/// <summary>Probabilities from which on a trigger, a second event of the same trigger, and an argument count.</summary>
internal sealed record EventThresholds
{
    /// <summary>First-pass probability from which on a trigger is looked at.</summary>
    public const double Proposal = 0.08;

    /// <summary>Log-odds of the prior under which a candidate is put aside.</summary>
    public double Prior { get; init; } = -20;

    public double Trigger { get; init; } = 0.4;
    public double Twin { get; init; } = 0.5;
    public double Argument { get; init; } = 0.45;
    public double Understood { get; init; } = 0.5;
    public double Negative { get; init; } = 0.5;

    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Trigger} {Twin} {Argument} {Understood} {Negative} {Prior}");

    public static EventThresholds Parse(string text)
    {
        double[] values = [.. text.Split(' ').Select(v => double.Parse(v, CultureInfo.InvariantCulture))];
        return new EventThresholds { Trigger = values[0], Twin = values[1], Argument = values[2], Understood = values[3], Negative = values[4], Prior = values[5] };
    }
}
