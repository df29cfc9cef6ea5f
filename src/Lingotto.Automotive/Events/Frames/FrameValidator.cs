namespace Lingotto.Automotive;

/// <summary>Checks frame files: what <c>lingotto frames check</c> prints.</summary>
public static class FrameValidator
{
    /// <summary>
    /// The problems of the files in order of file and line: unknown types, roles, kinds, slots and prepositions; lemmas that no tagger would give
    /// (capitals, digits, an Italian verb that is no infinitive, and, with <paramref name="isLemma"/>, words that it does not know); a trigger listed twice;
    /// slots that no filler can reach; an event type without triggers in a language, or without a frame. Empty where all is well.
    /// </summary>
    /// <param name="files">The files; they are checked together, since they add to each other.</param>
    /// <param name="isLemma">Whether a word of a language is a lemma; null to check the form alone.</param>
    public static IReadOnlyList<FrameProblem> Check(IReadOnlyList<FrameFile> files, Func<Language, string, bool>? isLemma = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        var problems = new List<FrameProblem>();
        var reader = new FrameReader(problems);
        foreach (FrameFile file in files) reader.Read(file);
        foreach (EventFrame frame in reader.Frames())
        {
            CheckTriggers(frame, isLemma, problems);
            CheckRoles(frame, problems);
        }

        return [.. problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)];
    }

    private static void CheckTriggers(EventFrame frame, Func<Language, string, bool>? isLemma, List<FrameProblem> problems)
    {
        var seen = new Dictionary<(Language, string, TriggerClass), FrameTrigger>();
        foreach (FrameTrigger trigger in frame.Triggers)
        {
            if (!seen.TryAdd((trigger.Language, trigger.Text, trigger.Class), trigger)) problems.Add(new(trigger.File, trigger.Line, $"'{trigger.Text}' is a trigger of {frame.Type} twice"));
            if (trigger.Class == TriggerClass.Phrase) continue;
            string lemma = trigger.Lemmas[0];
            if (!lemma.All(c => char.IsLower(c) || c is '-' or '\'')) problems.Add(new(trigger.File, trigger.Line, $"expected a lemma in lower case, found '{lemma}'"));
            else if (trigger is { Class: TriggerClass.Verb } && trigger.Language == Language.Italian && !IsInfinitive(lemma)) problems.Add(new(trigger.File, trigger.Line, $"expected the infinitive of a verb, found '{lemma}'"));
            else if (isLemma is not null && !isLemma(trigger.Language, lemma)) problems.Add(new(trigger.File, trigger.Line, $"unknown lemma '{lemma}'"));
        }

        foreach (FrameTrigger block in frame.Blocks)
        {
            bool reachable = frame.Triggers.Any(t => t.Language == block.Language && t.Lemmas.All(l => block.Lemmas.Contains(l)));
            if (!reachable && isLemma is not null) problems.Add(new(block.File, block.Line, $"the block '{block.Text}' holds no trigger of {frame.Type}"));
        }

        foreach (Language language in (Language[])[Language.Italian, Language.English])
        {
            if (frame.Triggers.All(t => t.Language != language)) problems.Add(new(frame.Triggers.Count > 0 ? frame.Triggers[0].File : frame.Type.Name, 1, $"{frame.Type} has no trigger in '{language}'"));
        }
    }

    private static void CheckRoles(EventFrame frame, List<FrameProblem> problems)
    {
        string file = frame.Triggers.Count > 0 ? frame.Triggers[0].File : frame.Type.Name;
        foreach (FrameRole role in frame.Roles)
        {
            if (role.Slots == Slot.None && role.Prepositions.Length == 0) problems.Add(new(file, 1, $"the role '{role.Name}' of {frame.Type} has no slot"));
            bool verbal = (role.Slots & (Slot.Passive | Slot.Agent)) != 0;
            if (verbal && frame.Triggers.All(t => t.Class is TriggerClass.Noun or TriggerClass.Adjective)) problems.Add(new(file, 1, $"the role '{role.Name}' of {frame.Type} has a passive slot, which no verb of the frame reaches"));
        }

        foreach (Domain.EventRole role in Domain.EventSchema.RolesOf(frame.Type))
        {
            if (frame.FindRole(role.Name) is null) problems.Add(new(file, 1, $"the role '{role.Name}' of {frame.Type} has no line and is never filled"));
        }
    }

    private static bool IsInfinitive(string lemma) => lemma.EndsWith("re", StringComparison.Ordinal) || lemma.EndsWith("rsi", StringComparison.Ordinal) || lemma.EndsWith("ene", StringComparison.Ordinal);
}
