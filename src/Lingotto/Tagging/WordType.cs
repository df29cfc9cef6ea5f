using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lingotto.Tagging;

/// <summary>
/// All that is known of a form wherever it occurs: how it is written, its classes, and the sums of the weights of the features that look at it only,
/// for its own class and for those of the words up to two before and after it.
/// </summary>
internal unsafe struct WordType
{
    /// <summary>Place of the row for the word's own class; those for the words after and before it follow.</summary>
    public const int OwnRow = 0, After1Row = 1, Before1Row = 2, After2Row = 3, Before2Row = 4;

    public const int Rows = 5;

    /// <summary>Length of a row: more than there are classes, for reading whole vectors.</summary>
    public const int RowLength = TagInventory.MaximumClasses;

    /// <summary>Hash of the form as it stands and of what is known of its sentence; 0 for an entry not in use.</summary>
    public ulong Key;

    public WordForm Form;
    public ulong Mask;
    public int ExactSet, LowerSet;
    public int EarlyMargin;
    public uint Ambiguity;
    public ushort Cluster;
    public byte Capitals;

    /// <summary>Of two entries that share their places, the second was used last; kept in the first.</summary>
    public bool SecondUsedLast;

    public fixed short Scores[Rows * RowLength];

    /// <summary>The distances from the word to those whose class a row is for, in the order of the rows.</summary>
    public static ReadOnlySpan<sbyte> Distances => [0, 1, -1, 2, -2];

    /// <summary>Takes what the analyser found of a word.</summary>
    public void Take(TaggerScratch s, int at)
    {
        Form = s.Forms[at];
        Mask = s.Mask[at];
        ExactSet = s.ExactSet[at];
        LowerSet = s.LowerSet[at];
        EarlyMargin = s.EarlyMargin[at];
        Ambiguity = s.Ambiguity[at];
        Cluster = s.Cluster[at];
        Capitals = s.Capitals[at];
    }

    /// <summary>Gives it for another occurrence.</summary>
    public readonly void Give(TaggerScratch s, int at)
    {
        s.Forms[at] = Form;
        s.Mask[at] = Mask;
        s.ExactSet[at] = ExactSet;
        s.LowerSet[at] = LowerSet;
        s.EarlyMargin[at] = EarlyMargin;
        s.Ambiguity[at] = Ambiguity;
        s.Cluster[at] = Cluster;
        s.Capitals[at] = Capitals;
    }

    /// <summary>Sums the weights of a word that the analyser was at; those for its own class only where there is a choice.</summary>
    [SkipLocalsInit]
    public void Sum(TaggerScratch s, int at, FeatureTable weights, SharedSums shared)
    {
        Span<uint> features = stackalloc uint[ClassFeatures.Maximum];
        Span<int> ends = stackalloc int[Rows], scores = stackalloc int[RowLength];
        bool choice = !BitOperations.IsPow2(s.Mask[at]);
        int count = choice ? ClassFeatures.FillForm(s, at, features) : 0;
        ends[OwnRow] = count;
        for (int row = OwnRow + 1; row < Rows; row++) ends[row] = count += ClassFeatures.FillNeighbour(s, at, Distances[row], features[count..]);
        foreach (uint feature in features[..count]) weights.Prefetch(feature);
        for (int row = 0, first = 0; row < Rows; first = ends[row++])
        {
            scores.Clear();
            if (row == OwnRow && choice) shared.Add(s, at, weights, scores);
            weights.AccumulateAll(features[first..ends[row]], scores);
            fixed (short* own = Scores) Narrow(scores, own + (row * RowLength));
        }
    }

    private static void Narrow(Span<int> from, short* to)
    {
        fixed (int* scores = from)
        {
            for (int c = 0; c < RowLength; c += Vector256<short>.Count) Vector256.Narrow(Vector256.Load(scores + c), Vector256.Load(scores + c + Vector256<int>.Count)).Store(to + c);
        }
    }
}
