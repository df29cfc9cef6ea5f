using System.Runtime.CompilerServices;

namespace Lingotto.Tagging;

/// <summary>Weights of classes that follow each other.</summary>
internal interface ITransitions
{
    /// <summary>Adds to the scores of the candidates of word <paramref name="at"/> what they get after a class.</summary>
    void Add(TaggerScratch s, int at, uint before, ReadOnlySpan<byte> candidates, Span<int> scores);

    /// <summary>Adds what they get after two classes.</summary>
    void AddTrigram(uint before2, uint before, ReadOnlySpan<byte> candidates, Span<int> scores);
}

/// <summary>Transitions as the features say, each looked up.</summary>
internal readonly struct PlainTransitions<TWeights>(TWeights weights) : ITransitions
    where TWeights : IWeights
{
    public void Add(TaggerScratch s, int at, uint before, ReadOnlySpan<byte> candidates, Span<int> scores)
    {
        Span<uint> transitions = stackalloc uint[ClassFeatures.Transitions];
        ClassFeatures.FillTransitions(s, at, before, transitions);
        foreach (uint feature in transitions) weights.Accumulate(feature, candidates, scores);
    }

    public void AddTrigram(uint before2, uint before, ReadOnlySpan<byte> candidates, Span<int> scores) => weights.Accumulate(ClassFeatures.OfTrigram(before2, before), candidates, scores);
}

/// <summary>Transitions of a finished model: those of two classes lie in a table of their own.</summary>
internal sealed class TransitionTable
{
    private readonly FeatureTable _weights;
    private readonly short[] _trigrams;
    private readonly int _classes;

    public TransitionTable(FeatureTable weights, int classCount)
    {
        _weights = weights;
        _classes = classCount;
        _trigrams = new short[(classCount + 1) * (classCount + 1) * classCount];
        Span<int> scores = stackalloc int[TagInventory.MaximumClasses];
        for (int before2 = 0; before2 <= classCount; before2++)
        {
            for (int before = 0; before <= classCount; before++)
            {
                scores.Clear();
                weights.Accumulate(ClassFeatures.OfTrigram(ClassOf(before2), ClassOf(before)), default, scores);
                for (int c = 0; c < classCount; c++) _trigrams[RowOf(before2, before) + c] = (short)scores[c];
            }
        }
    }

    public View Current => new(this);

    private int RowOf(int before2, int before) => ((before2 * (_classes + 1)) + before) * _classes;

    // What lies before the sentence has the last place of the table.
    private uint ClassOf(int place) => place == _classes ? TagInventory.MaximumClasses - 1 : (uint)place;

    private int PlaceOf(uint c) => c == TagInventory.MaximumClasses - 1 ? _classes : (int)c;

    /// <summary>The table as the search asks it.</summary>
    public readonly struct View(TransitionTable table) : ITransitions
    {
        [SkipLocalsInit]
        public void Add(TaggerScratch s, int at, uint before, ReadOnlySpan<byte> candidates, Span<int> scores)
        {
            Span<uint> transitions = stackalloc uint[ClassFeatures.Transitions];
            ClassFeatures.FillTransitions(s, at, before, transitions);
            table._weights.AccumulateAll(transitions, scores);
        }

        public void AddTrigram(uint before2, uint before, ReadOnlySpan<byte> candidates, Span<int> scores)
        {
            ReadOnlySpan<short> row = table._trigrams.AsSpan(table.RowOf(table.PlaceOf(before2), table.PlaceOf(before)), table._classes);
            foreach (byte c in candidates) scores[c] += row[c];
        }
    }
}
