using System.Numerics;
using System.Runtime.InteropServices;

namespace Lingotto.Training.LanguageIdentification;

/// <summary>
/// Multinomial logistic regression over n-gram counts divided by the root of their number, by plain gradient descent. Vectors run over the
/// languages, element by element, so that the result does not depend on their width.
/// </summary>
internal sealed class SoftmaxTrainer(byte[] ngrams, int ngramCount, int languageCount)
{
    private readonly uint[] _table = MemoryMarshal.Cast<byte, uint>(ngrams).ToArray();
    private readonly int _stride = StrideOf(languageCount);
    private readonly List<int> _found = [];
    private readonly float[] _scores = new float[StrideOf(languageCount)];

    /// <summary>Number of weights of an n-gram: one a language, and zeros up to a whole vector.</summary>
    public static int StrideOf(int languages) => (languages + 15) / 16 * 16;

    public float[] Weights { get; } = new float[ngramCount * StrideOf(languageCount)];

    /// <summary>The probabilities of the languages for a text; empty where it has no known n-gram.</summary>
    public ReadOnlySpan<float> Predict(ReadOnlySpan<char> text)
    {
        Find(text);
        if (_found.Count == 0) return [];
        Array.Clear(_scores);
        foreach (int ngram in _found) Accumulate(_scores, Weights.AsSpan(ngram * _stride, _stride));
        Softmax((float)(1 / Math.Sqrt(_found.Count)));
        return _scores.AsSpan(0, languageCount);
    }

    /// <summary>Learns from one text.</summary>
    public void Learn(ReadOnlySpan<char> text, int language, float rate)
    {
        if (Predict(text).IsEmpty) return;
        _scores[language] -= 1;
        float step = -rate / (float)Math.Sqrt(_found.Count);
        for (int i = 0; i < _scores.Length; i++) _scores[i] *= step;
        foreach (int ngram in _found) Accumulate(Weights.AsSpan(ngram * _stride, _stride), _scores);
    }

    /// <summary>The known n-grams of a text.</summary>
    public IReadOnlyList<int> Find(ReadOnlySpan<char> text)
    {
        _found.Clear();
        Span<char> normalised = stackalloc char[LanguageIdentifier.SampleLength];
        int length = NgramReader.Normalise(text, normalised, out _, out _);
        for (int i = 0; i < length; i++)
        {
            uint hash = NgramReader.Start;
            for (int j = i; j < Math.Min(length, i + NgramReader.Longest); j++)
            {
                hash = NgramReader.Extend(hash, normalised[j]);
                int number = NgramTable.Find(_table, hash);
                if (number >= 0) _found.Add(number);
            }
        }

        return _found;
    }

    private void Softmax(float scale)
    {
        float most = float.NegativeInfinity;
        for (int i = 0; i < languageCount; i++) most = Math.Max(most, _scores[i] * scale);
        double sum = 0;
        for (int i = 0; i < languageCount; i++)
        {
            _scores[i] = (float)DeterministicMath.Exp((_scores[i] * scale) - most);
            sum += _scores[i];
        }

        for (int i = 0; i < languageCount; i++) _scores[i] = (float)(_scores[i] / sum);
    }

    private static void Accumulate(Span<float> target, ReadOnlySpan<float> row)
    {
        Span<Vector<float>> targets = MemoryMarshal.Cast<float, Vector<float>>(target);
        ReadOnlySpan<Vector<float>> rows = MemoryMarshal.Cast<float, Vector<float>>(row);
        for (int i = 0; i < targets.Length; i++) targets[i] += rows[i];
    }
}
