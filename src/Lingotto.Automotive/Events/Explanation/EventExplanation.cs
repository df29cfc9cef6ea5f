using System.Globalization;
using System.Text;

namespace Lingotto.Automotive;

/// <summary>Where an argument came from.</summary>
/// <param name="Role">The role.</param>
/// <param name="Filler">The words of the filler.</param>
/// <param name="Slot">The slot, with the preposition where there is one: <c>subject</c>, <c>in</c>, <c>near</c>, <c>row</c>, <c>understood</c>.</param>
/// <param name="Licensed">Whether the frame lists the slot for the role.</param>
/// <param name="Probability">Probability of the role, 0 to 1.</param>
public sealed record ArgumentExplanation(string Role, string Filler, string Slot, bool Licensed, double Probability)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Role} = “{Filler}” ({Slot}{(Licensed ? "" : ", not in the frame")}, {Probability:0.00})");
}

/// <summary>A trigger candidate of a sentence and what became of it.</summary>
/// <param name="Type">The event type whose frame lists it.</param>
/// <param name="Trigger">The words of the text.</param>
/// <param name="Source">The line of the frame: <c>file:line</c>.</param>
/// <param name="Probability">Probability that it is an event, 0 to 1.</param>
/// <param name="Outcome"><c>event v3</c>, or why it is none: the block, the slots that nothing fills, the better candidate.</param>
/// <param name="Arguments">The arguments of the event; empty where it is none.</param>
public sealed record TriggerExplanation(string Type, string Trigger, string Source, double Probability, string Outcome, IReadOnlyList<ArgumentExplanation> Arguments)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Type} “{Trigger}” ({Source}, {Probability:0.00}): {Outcome}");
}

/// <summary>What the event engine saw in a sentence.</summary>
/// <param name="Index">The sentence's index, from 0.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Triggers">Its trigger candidates in order of the text.</param>
/// <param name="NearestWords">Where there is no candidate: the words most like a trigger, as <c>word ~ trigger (type)</c>.</param>
public sealed record SentenceExplanation(int Index, string Text, IReadOnlyList<TriggerExplanation> Triggers, IReadOnlyList<string> NearestWords)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        var lines = new StringBuilder().Append('#').Append(Index + 1).Append(' ').AppendLine(Text);
        foreach (TriggerExplanation trigger in Triggers)
        {
            lines.Append("  ").Append(trigger).AppendLine();
            foreach (ArgumentExplanation argument in trigger.Arguments) lines.Append("    ").Append(argument).AppendLine();
        }

        if (Triggers.Count == 0) lines.Append("  no trigger; nearest: ").AppendLine(NearestWords.Count == 0 ? "none" : string.Join("; ", NearestWords));
        return lines.ToString();
    }
}

/// <summary>Why an article got its events, sentence by sentence: what <c>lingotto explain</c> prints.</summary>
/// <param name="Sentences">The sentences in order of the text.</param>
public sealed record EventExplanation(IReadOnlyList<SentenceExplanation> Sentences)
{
    /// <inheritdoc/>
    public override string ToString() => string.Concat(Sentences);
}
