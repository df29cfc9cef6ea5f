using Lingotto.Domain;

namespace Lingotto.Automotive;

internal enum TriggerStrength : byte { Weak, Plain, Strong }

internal enum TriggerClass : byte { Verb, Noun, Adjective, Phrase }

/// <summary>A word or multiword that may say an event; the first lemma is its anchor.</summary>
internal sealed record FrameTrigger(Language Language, string[] Lemmas, TriggerClass Class, TriggerStrength Strength, string File, int Line)
{
    public string Text => string.Join(' ', Lemmas);

    /// <summary>Language and lemmas as one symbol.</summary>
    public uint Symbol { get; } = SymbolOf(Language, Lemmas);

    /// <summary>The concept of a single word, the symbol of any other.</summary>
    public uint Concept { get; } = Lemmas.Length == 1 && ConceptLexicon.Default.Of(SymbolOf(Language, Lemmas)) is > 0 and uint concept ? concept : SymbolOf(Language, Lemmas);

    private static uint SymbolOf(Language language, string[] lemmas)
    {
        if (lemmas.Length == 0) return 0;
        uint symbol = TriggerLexicon.Key(language, Hash.Of(lemmas[0]));
        foreach (string next in lemmas.AsSpan(1)) symbol = Hash.Mix(symbol, Hash.Of(next));
        return symbol;
    }
}

/// <summary>What may fill a role: a kind and, where the frame says so, a subkind, unit or class of time.</summary>
internal readonly record struct FrameKind(FillerKind Kind, string? Sub);

/// <summary>A role with what may fill it and where the filler stands.</summary>
internal sealed record FrameRole(string Name, bool Repeats, FrameKind[] Kinds, Slot Slots, uint[] Prepositions)
{
    public uint Symbol { get; } = Hash.Of(Name);

    private readonly int _wholeKinds = Kinds.Where(k => k.Sub is null).Aggregate(0, (mask, k) => mask | (1 << (int)k.Kind));

    private readonly int _someKinds = Kinds.Aggregate(0, (mask, k) => mask | (1 << (int)k.Kind));

    public bool Admits(in Filler filler)
    {
        int bit = 1 << (int)filler.Kind;
        if ((_wholeKinds & bit) != 0) return true;
        return (_someKinds & bit) != 0 && AdmitsPart(filler);
    }

    private bool AdmitsPart(in Filler filler)
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
