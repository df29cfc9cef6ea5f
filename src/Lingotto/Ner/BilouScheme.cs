namespace Lingotto.Ner;

/// <summary>
/// The labels of a sequence labeller over some types: outside is 0, then for each type begin, inside, last and unit, in that order
/// (Ratinov and Roth 2009).
/// </summary>
internal sealed class BilouScheme
{
    public const int Outside = 0;

    public BilouScheme(IReadOnlyList<string> types)
    {
        Types = [.. types];
        LabelCount = 1 + (4 * types.Count);
    }

    /// <summary>Names of the types, such as <c>PER</c>.</summary>
    public IReadOnlyList<string> Types { get; }

    public int LabelCount { get; }

    public static int Begin(int type) => 1 + (4 * type);

    public static int Inside(int type) => 2 + (4 * type);

    public static int Last(int type) => 3 + (4 * type);

    public static int Unit(int type) => 4 + (4 * type);

    /// <summary>The type of a label, -1 for outside.</summary>
    public static int TypeOf(int label) => label == Outside ? -1 : (label - 1) >> 2;

    /// <summary>Whether a name is open after the label: begin or inside.</summary>
    public static bool LeavesOpen(int label) => label != Outside && ((label - 1) & 3) <= 1;

    /// <summary>Whether a label goes on with an open name: inside or last.</summary>
    public static bool NeedsOpen(int label) => label != Outside && ((label - 1) & 3) is 1 or 2;

    public static bool CanFollow(int previous, int next)
    {
        bool open = LeavesOpen(previous);
        return open == NeedsOpen(next) && (!open || TypeOf(previous) == TypeOf(next));
    }

    /// <summary>Writes the labels of a name over a run of units.</summary>
    public static void Mark(Span<int> labels, int start, int end, int type)
    {
        if (end - start == 1)
        {
            labels[start] = Unit(type);
            return;
        }

        labels[start] = Begin(type);
        labels[(start + 1)..(end - 1)].Fill(Inside(type));
        labels[end - 1] = Last(type);
    }
}
