using System.Globalization;

namespace Lingotto.Automotive;

/// <summary>The weights of the link features, from the data file.</summary>
internal sealed class LinkWeights
{
    public static readonly int Count = Enum.GetValues<LinkFeature>().Length;
    private readonly double[] _weights = new double[Count];

    public static LinkWeights Default { get; } = new();

    private LinkWeights()
    {
        foreach (string[] row in Resources.ReadRows("linking/weights.tsv"))
        {
            _weights[(int)Enum.Parse<LinkFeature>(row[0])] = double.Parse(row[1], CultureInfo.InvariantCulture);
        }
    }

    public double this[LinkFeature feature] => _weights[(int)feature];

    /// <summary>The log odds of a link.</summary>
    public double LogOdds(ReadOnlySpan<double> features)
    {
        double sum = 0;
        for (int i = 0; i < features.Length; i++) sum += features[i] * _weights[i];
        return sum;
    }

    public IReadOnlyList<LinkEvidence> Explain(ReadOnlySpan<double> features)
    {
        var evidence = new List<LinkEvidence>();
        for (int i = 0; i < features.Length; i++)
        {
            if (features[i] != 0) evidence.Add(new LinkEvidence((LinkFeature)i, features[i] * _weights[i]));
        }

        return evidence;
    }
}
