namespace Lingotto.Automotive;

/// <summary>Where an argument candidate comes from.</summary>
internal enum ArgumentScope : byte { Sentence, Row, Caption, Before, Title, Main }

/// <summary>A filler that might play a role in an event.</summary>
/// <param name="Filler">Index of the filler.</param>
/// <param name="Scope">Where it stands with regard to the trigger.</param>
/// <param name="Rank">0 for the nearest of its kind in the scope, then 1, 2, …</param>
/// <param name="Path">How it hangs on the trigger.</param>
internal readonly record struct ArgumentCandidate(int Filler, ArgumentScope Scope, int Rank, SlotPath Path);

/// <summary>Proposes fillers for an event: those of its sentence, of its table row and caption, and what the text before speaks of.</summary>
internal static class ArgumentFinder
{
    private const int MaximumBefore = 2;
    private static readonly SlotPath NoPath = new(Slot.Near, 0, 9, Relation.Other, 9, false);

    public static void Find(EventScene scene, in EventUnit unit, List<ArgumentCandidate> found)
    {
        found.Clear();
        if (unit.Row >= 0) FindInTable(scene, unit, found);
        else FindInSentence(scene, unit, found);
        FindBefore(scene, unit, found);
    }

    private static void FindInSentence(EventScene scene, in EventUnit unit, List<ArgumentCandidate> found)
    {
        ReadOnlySpan<SlotPath> paths = scene.PathsNear(unit.Word, out int first);
        for (int i = 0; i < paths.Length; i++)
        {
            int head = scene.Text.Fillers.Fillers[first + i].Head;
            if (Math.Abs(head - unit.Word) > EventScene.MaximumPathDistance || scene.Text.IsDateline(first + i)) continue;
            found.Add(new ArgumentCandidate(first + i, ArgumentScope.Sentence, 0, paths[i]));
        }
    }

    private static void FindInTable(EventScene scene, in EventUnit unit, List<ArgumentCandidate> found)
    {
        LineIndex lines = scene.Text.Lines;
        Add(scene, lines.FirstWord(unit.Row), lines.EndWord(unit.Row), ArgumentScope.Row, found);
        int caption = lines.OfWord[unit.Word];
        Add(scene, lines.FirstWord(caption), lines.EndWord(caption), ArgumentScope.Caption, found);
        int firstRow = Math.Max(caption + 1, lines.FirstRow[unit.Row]);
        for (int line = caption + 1; line < firstRow; line++) Add(scene, lines.FirstWord(line), lines.EndWord(line), ArgumentScope.Caption, found);
    }

    private static void Add(EventScene scene, int firstWord, int endWord, ArgumentScope scope, List<ArgumentCandidate> found)
    {
        Span<byte> seen = stackalloc byte[16];
        for (int word = firstWord, last = -1; word < endWord; word++)
        {
            int filler = scene.Text.Fillers.OfWord[word];
            if (filler < 0 || filler == last) continue;
            last = filler;
            found.Add(new ArgumentCandidate(filler, scope, seen[(int)scene.Text.Fillers.Fillers[filler].Kind]++, NoPath));
        }
    }

    // Understood: the nearest things of each kind before the sentence, and the title's.
    private static void FindBefore(EventScene scene, in EventUnit unit, List<ArgumentCandidate> found)
    {
        Filler[] fillers = scene.Text.Fillers.Fillers;
        int start = scene.FillersOf(scene.Text.SentenceOf[unit.Word]).First;
        Span<byte> seen = stackalloc byte[16];
        for (int i = start - 1, looked = 0; i >= 0 && looked < 24; i--, looked++)
        {
            ref readonly Filler filler = ref fillers[i];
            if (!IsUnderstood(filler.Kind) || seen[(int)filler.Kind] >= MaximumBefore || scene.Text.IsDateline(i) || Holds(fillers, found, filler.Thing)) continue;
            found.Add(new ArgumentCandidate(i, ArgumentScope.Before, seen[(int)filler.Kind]++, NoPath));
        }

        seen.Clear();
        int titleEnd = scene.Text.Lines.Count > 0 ? scene.Text.Lines.EndWord(0) : 0;
        for (int i = 0; i < start && fillers[i].FirstWord < titleEnd; i++)
        {
            ref readonly Filler filler = ref fillers[i];
            if (!IsUnderstood(filler.Kind) || seen[(int)filler.Kind] >= MaximumBefore || Holds(fillers, found, filler.Thing)) continue;
            found.Add(new ArgumentCandidate(i, ArgumentScope.Title, seen[(int)filler.Kind]++, NoPath));
        }
    }

    private static bool IsUnderstood(FillerKind kind) => kind is FillerKind.Organization or FillerKind.Person or FillerKind.Plant or FillerKind.VehicleModel or FillerKind.Place or FillerKind.Fair;

    private static bool Holds(Filler[] fillers, List<ArgumentCandidate> found, int thing)
    {
        foreach (ArgumentCandidate candidate in found)
        {
            if (fillers[candidate.Filler].Thing == thing) return true;
        }

        return false;
    }
}
