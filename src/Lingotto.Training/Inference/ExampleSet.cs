namespace Lingotto.Training;

/// <summary>Examples of a binary decision: hashed features, answer, weight.</summary>
internal sealed class ExampleSet
{
    private readonly List<uint> _features = [];
    private readonly List<int> _ends = [0];
    private readonly List<bool> _answers = [];
    private readonly List<float> _weights = [];

    public int Count => _answers.Count;

    public void Add(ReadOnlySpan<uint> features, bool answer, float weight)
    {
        foreach (uint feature in features) _features.Add(feature);
        _ends.Add(_features.Count);
        _answers.Add(answer);
        _weights.Add(weight);
    }

    /// <summary>The same examples without the features that fewer than <paramref name="least"/> of them have.</summary>
    public ExampleSet WithoutRareFeatures(int least)
    {
        var counts = new Dictionary<uint, int>();
        foreach (uint feature in _features) counts[feature] = counts.GetValueOrDefault(feature) + 1;
        var result = new ExampleSet();
        var kept = new List<uint>();
        for (int i = 0; i < Count; i++)
        {
            kept.Clear();
            foreach (uint feature in Features(i))
            {
                if (counts[feature] >= least) kept.Add(feature);
            }

            result.Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(kept), Answer(i), Weight(i));
        }

        return result;
    }

    public ReadOnlySpan<uint> Features(int example) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_features)[_ends[example].._ends[example + 1]];

    public bool Answer(int example) => _answers[example];

    public float Weight(int example) => _weights[example];
}
