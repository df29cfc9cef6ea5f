using Lingotto.Domain;

namespace Lingotto.Automotive;

internal enum TriggerStrength : byte { Weak, Plain, Strong }

internal enum TriggerClass : byte { Verb, Noun, Adjective, Phrase }

/// <summary>A word or multiword that may say an event; the first lemma is its anchor.</summary>
internal sealed record FrameTrigger(Language Language, string[] Lemmas, TriggerClass Class, TriggerStrength Strength, string File, int Line)
{
    public string Text => string.Join(' ', Lemmas);
}

/// <summary>What may fill a role: a kind and, where the frame says so, a subkind, unit or class of time.</summary>
internal readonly record struct FrameKind(FillerKind Kind, string? Sub);

/// <summary>A role with what may fill it and where the filler stands.</summary>
internal sealed record FrameRole(string Name, bool Repeats, FrameKind[] Kinds, Slot Slots, uint[] Prepositions)
{
    public uint Symbol { get; } = Hash.Of(Name);

    public bool Admits(in Filler filler)
    {
        foreach (FrameKind kind in Kinds)
        {
            if (kind.Kind == filler.Kind && (kind.Sub is null || kind.Sub == filler.Sub || (kind.Sub == "currency" && filler.IsCurrency) || (kind.Sub == "date" && filler.Sub != "duration"))) return true;
        }

        return false;
    }

    public bool Licenses(Slot slot, uint preposition) => (Slots & slot) != 0 || (preposition != 0 && Prepositions.AsSpan().Contains(preposition));
}

/// <summary>How one event type is said in the languages: its triggers, blocks, topic words and roles.</summary>
internal sealed record EventFrame(EventType Type, IReadOnlyList<FrameTrigger> Triggers, IReadOnlyList<FrameTrigger> Blocks, IReadOnlyList<FrameTrigger> Context, FrameRole[] Roles)
{
    public uint Symbol { get; } = Hash.Of(Type.Name);

    public FrameRole? FindRole(string name) => Array.Find(Roles, r => r.Name == name);
}
