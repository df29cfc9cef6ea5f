using System.Buffers.Binary;

namespace Lingotto.Automotive;

/// <summary>A logistic regression over hashed binary features, its weights in eight bits. Immutable, safe for concurrent use.</summary>
internal sealed class LinearScorer
{
    private readonly sbyte[] _weights;
    private readonly uint _mask;
    private readonly float _scale;
    private readonly float _bias;

    private LinearScorer(sbyte[] weights, float scale, float bias)
    {
        (_weights, _mask, _scale, _bias) = (weights, (uint)weights.Length - 1, scale, bias);
    }

    /// <summary>The log-odds of the features.</summary>
    public float Score(ReadOnlySpan<uint> features)
    {
        int sum = 0;
        foreach (uint feature in features) sum += _weights[feature & _mask];
        return _bias + (sum * _scale);
    }

    public static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    /// <summary>Rounds weights to eight bits; the number of weights must be a power of two.</summary>
    public static LinearScorer Quantize(ReadOnlySpan<double> weights, double bias)
    {
        double largest = 1e-9;
        foreach (double weight in weights) largest = Math.Max(largest, Math.Abs(weight));
        double scale = largest / sbyte.MaxValue;
        var rounded = new sbyte[weights.Length];
        for (int i = 0; i < rounded.Length; i++) rounded[i] = (sbyte)Math.Round(weights[i] / scale);
        return new LinearScorer(rounded, (float)scale, (float)bias);
    }

    /// <summary>The scorer whose log-odds are the mean of those of others with as many weights.</summary>
    public static LinearScorer Mean(IReadOnlyList<LinearScorer> scorers)
    {
        var weights = new double[scorers[0]._weights.Length];
        double bias = 0;
        foreach (LinearScorer scorer in scorers)
        {
            bias += scorer._bias / scorers.Count;
            for (int i = 0; i < weights.Length; i++) weights[i] += (double)scorer._weights[i] * scorer._scale / scorers.Count;
        }

        return Quantize(weights, bias);
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[8 + _weights.Length];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, _scale);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(4), _bias);
        for (int i = 0; i < _weights.Length; i++) bytes[8 + i] = (byte)_weights[i];
        return bytes;
    }

    public static LinearScorer FromBytes(ReadOnlySpan<byte> bytes)
    {
        var weights = new sbyte[bytes.Length - 8];
        for (int i = 0; i < weights.Length; i++) weights[i] = (sbyte)bytes[8 + i];
        return new LinearScorer(weights, BinaryPrimitives.ReadSingleLittleEndian(bytes), BinaryPrimitives.ReadSingleLittleEndian(bytes[4..]));
    }
}
