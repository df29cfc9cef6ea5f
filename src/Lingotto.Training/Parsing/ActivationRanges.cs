namespace Lingotto.Training.Parsing;

/// <summary>Greatest values of the network's activations over a sample, but for a few that are clipped: what the quantised parser maps to its bytes.</summary>
internal sealed record ActivationRanges
{
    private const double Kept = 0.9998;

    /// <summary>A word's input, by absolute value.</summary>
    public required float Input { get; init; }

    /// <summary>Word's side of the arc scorer.</summary>
    public required float Word { get; init; }

    /// <summary>The same after the bilinear form, by absolute value.</summary>
    public required float Query { get; init; }

    /// <summary>Head's side of the arc scorer.</summary>
    public required float Head { get; init; }

    /// <summary>Hidden layer of the relation scorer.</summary>
    public required float Hidden { get; init; }

    /// <summary>Measures a sample of sentences.</summary>
    public static ActivationRanges Of(ParserLearner learner, IEnumerable<ParserExample> sample)
    {
        ParserShape shape = learner.Parameters.Shape;
        List<float> input = [], word = [], query = [], head = [], hidden = [];
        foreach (ParserExample example in sample)
        {
            ParserGraph graph = learner.Observe(example);
            Collect(input, graph.Input);
            Collect(query, graph.Query(example.Length));
            Collect(hidden, graph.Hidden(example.Length));
            for (int i = 0; i < example.Length; i++)
            {
                Collect(word, graph.Projected.Slice(i * shape.Projection, shape.Arc));
                Collect(head, graph.Projected.Slice((i * shape.Projection) + shape.Arc, shape.Arc));
            }
        }

        return new ActivationRanges { Input = Range(input), Word = Range(word), Query = Range(query), Head = Range(head), Hidden = Range(hidden) };
    }

    /// <summary>The value that all but the share of clipped ones lie under; positive.</summary>
    public static float Range(List<float> values)
    {
        values.Sort();
        return values.Count == 0 ? 1f : Math.Max(1e-3f, values[(int)((values.Count - 1) * Kept)]);
    }

    private static void Collect(List<float> values, ReadOnlySpan<float> from)
    {
        foreach (float value in from)
        {
            if (value != 0) values.Add(Math.Abs(value));
        }
    }
}
