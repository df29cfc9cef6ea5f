namespace Lingotto.Automotive;

/// <summary>One event to be: a trigger and, in a table, the row that the event is about (-1 elsewhere).</summary>
/// <param name="Trigger">The trigger.</param>
/// <param name="Row">The line of the row.</param>
/// <param name="First">Probability of the trigger by the first pass.</param>
internal readonly record struct EventUnit(TriggerCandidate Trigger, int Row, double First = 1)
{
    /// <summary>First-pass probability from which on an event competes with its neighbours for fillers.</summary>
    public const double Competes = 0.4;

    public int Word => Trigger.Word;
}
