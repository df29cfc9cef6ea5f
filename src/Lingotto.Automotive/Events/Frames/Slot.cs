namespace Lingotto.Automotive;

/// <summary>Where a filler stands with regard to its trigger.</summary>
[Flags]
internal enum Slot : ushort
{
    None = 0,
    Subject = 1,
    Object = 2,
    Passive = 4,
    Agent = 8,
    Indirect = 16,
    Possessive = 32,
    Apposition = 64,
    Predicate = 128,
    /// <summary>Under a preposition, which the frame lists by its lemma.</summary>
    Preposition = 256,
    /// <summary>The same sentence, no recognised path.</summary>
    Near = 512,
    /// <summary>Not in the sentence: the subject or site that the text before it speaks of.</summary>
    Understood = 1024,
    /// <summary>The table row or bullet that the event is about.</summary>
    Row = 2048,
    /// <summary>The caption of the table that the row belongs to.</summary>
    Caption = 4096,
}

/// <summary>The names of slots in frame files.</summary>
internal static class SlotNames
{
    private static readonly Dictionary<string, Slot> Slots = new(StringComparer.Ordinal)
    {
        ["subject"] = Slot.Subject, ["object"] = Slot.Object, ["passive"] = Slot.Passive, ["agent"] = Slot.Agent, ["indirect"] = Slot.Indirect,
        ["possessive"] = Slot.Possessive, ["apposition"] = Slot.Apposition, ["predicate"] = Slot.Predicate, ["near"] = Slot.Near,
        ["understood"] = Slot.Understood, ["row"] = Slot.Row, ["caption"] = Slot.Caption,
    };

    public static bool TryParse(string name, out Slot slot) => Slots.TryGetValue(name, out slot);

    public static string Name(Slot slot) => slot.ToString().ToLowerInvariant();
}
