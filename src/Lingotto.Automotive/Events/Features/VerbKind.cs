namespace Lingotto.Automotive;

/// <summary>Tense and mood of a word, from what has happened to what is only thought.</summary>
internal enum VerbKind : byte { Past, Participle, Present, Gerund, None, Infinitive, Future, Subjunctive, Imperative, Conditional }

internal static class VerbKinds
{
    /// <summary>The kind that an Italian form shows by itself, as agencies and headlines write it (<c>incontrera'</c>), which taggers know less well.</summary>
    public static VerbKind OfForm(ReadOnlySpan<char> form, VerbKind otherwise)
    {
        if (form.Length < 5) return otherwise;
        bool Ends(ReadOnlySpan<char> form, string end) => form.EndsWith(end, StringComparison.OrdinalIgnoreCase);
        if (Ends(form, "rà") || Ends(form, "ra'") || Ends(form, "ra’") || Ends(form, "ranno")) return VerbKind.Future;
        return Ends(form, "rebbe") || Ends(form, "rebbero") ? VerbKind.Conditional : otherwise;
    }

    /// <summary>The kind that a word's features say.</summary>
    public static VerbKind Of(string feats)
    {
        bool Has(string feat) => feats.Contains(feat, StringComparison.Ordinal);
        if (Has("Mood=Cnd")) return VerbKind.Conditional;
        if (Has("Mood=Sub")) return VerbKind.Subjunctive;
        if (Has("Mood=Imp")) return VerbKind.Imperative;
        if (Has("Tense=Fut")) return VerbKind.Future;
        if (Has("VerbForm=Inf")) return VerbKind.Infinitive;
        if (Has("VerbForm=Ger")) return VerbKind.Gerund;
        if (Has("VerbForm=Part")) return Has("Tense=Pres") ? VerbKind.Gerund : VerbKind.Participle;
        if (Has("Tense=Past") || Has("Tense=Imp")) return VerbKind.Past;
        return Has("VerbForm=Fin") || Has("Tense=Pres") ? VerbKind.Present : VerbKind.None;
    }
}
