using System.Globalization;

namespace Lingotto.Automotive.Quotes;

/// <summary>What the observations of <see cref="SpeakerScene"/> weigh: a row <c>name weight</c> each, as the trainer writes them. Immutable, safe for concurrent use.</summary>
internal sealed class SpeakerWeights
{
    private static readonly Lazy<SpeakerWeights> LazyDefault = new(() => new SpeakerWeights(Resources.ReadRows("quotes/speaker-weights.tsv").Select(r => (r[0], double.Parse(r[1], CultureInfo.InvariantCulture)))));

    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);

    public SpeakerWeights(IEnumerable<(string Name, double Weight)> weights)
    {
        foreach ((string name, double weight) in weights) _weights.Add(name, weight);
    }

    /// <summary>The weights that the library ships.</summary>
    public static SpeakerWeights Default => LazyDefault.Value;

    /// <summary>What the speaker that the rules name has ahead of others.</summary>
    public double Rule => _weights.GetValueOrDefault("rule");

    public double Score(List<string> features)
    {
        double score = 0;
        foreach (string feature in features) score += _weights.GetValueOrDefault(feature);
        return score;
    }
}
