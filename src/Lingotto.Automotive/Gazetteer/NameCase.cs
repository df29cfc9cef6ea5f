namespace Lingotto.Automotive;

/// <summary>Compares a printed name with one of the tables, piece by piece, where both fold to the same.</summary>
internal static class NameCase
{
    private const int ShortAcronym = 2;

    /// <summary>How closely the print repeats the name; null where the capitals say that it is another word (<c>it</c> is not <c>IT</c>).</summary>
    public static GazetteerExactness? Compare(ReadOnlySpan<char> name, ReadOnlySpan<char> printed, bool plural)
    {
        if (name.SequenceEqual(printed)) return GazetteerExactness.Exact;
        int nameOffset = 0, printedOffset = 0, pieces = 0, capitals = 0, lowered = 0;
        while (FoldedName.TryNext(name, nameOffset, out NameAtom a) && FoldedName.TryNext(printed, printedOffset, out NameAtom b))
        {
            (nameOffset, printedOffset) = (a.End, b.End);
            pieces++;
            if ((a.Shape & AtomShape.AnyUpper) == 0) continue;
            capitals++;
            if ((b.Shape & AtomShape.AnyUpper) == 0) lowered++;
            else if (a.Length <= ShortAcronym && (a.Shape & AtomShape.AnyLower) == 0 && (b.Shape & AtomShape.AnyLower) != 0 && name.Length == a.Length) return null;
        }

        if (lowered == 0) return plural ? GazetteerExactness.Composed : GazetteerExactness.Variant;
        return pieces >= 2 && lowered < capitals && 2 * lowered <= capitals ? GazetteerExactness.Loose : null;
    }
}
