namespace Lingotto.Ner;

/// <summary>
/// Working memory of one sequence: scores of the labels at each position, and from them the best labels or the probability of each label.
/// Grows once and is used again. Not safe for concurrent use.
/// </summary>
internal sealed class ChainLattice
{
    private readonly ChainModel _model;
    private readonly int _labels;
    private float[] _factor = [], _forward = [], _backward = [], _best = [];
    private byte[] _from = [];

    public ChainLattice(ChainModel model)
    {
        _model = model;
        _labels = model.Scheme.LabelCount;
    }

    public int Length { get; private set; }

    /// <summary>Scores by position, then label: the caller fills them after <see cref="Reset"/>.</summary>
    public float[] Scores { get; private set; } = [];

    /// <summary>Probabilities by position, then label, after <see cref="ComputeMarginals"/>.</summary>
    public float[] Marginals { get; private set; } = [];

    /// <summary>Probability of the transition into each position, for the trainer: forward at i-1, factor and backward at i.</summary>
    public ReadOnlySpan<float> Forward => _forward;

    public ReadOnlySpan<float> Backward => _backward;

    public ReadOnlySpan<float> Factor => _factor;

    public void Reset(int length)
    {
        Length = length;
        int cells = length * _labels;
        if (Scores.Length >= cells) return;
        int capacity = Math.Max(cells, 64 * _labels) * 3 / 2;
        Scores = new float[capacity];
        Marginals = new float[capacity];
        _factor = new float[capacity];
        _forward = new float[capacity];
        _backward = new float[capacity];
        _best = new float[capacity];
        _from = new byte[capacity];
    }

    public Span<float> ScoresAt(int position) => Scores.AsSpan(position * _labels, _labels);

    public ReadOnlySpan<float> MarginalsAt(int position) => Marginals.AsSpan(position * _labels, _labels);

    /// <summary>The most probable label sequence.</summary>
    public void Decode(Span<int> labels)
    {
        if (Length == 0) return;
        float[] transition = _model.Scores;
        for (int l = 0; l < _labels; l++) _best[l] = BilouScheme.NeedsOpen(l) ? float.NegativeInfinity : Scores[l];
        for (int i = 1; i < Length; i++)
        {
            int row = i * _labels, before = row - _labels;
            for (int l = 0; l < _labels; l++)
            {
                float best = float.NegativeInfinity;
                int from = _model.Previous[l][0];
                foreach (int p in _model.Previous[l])
                {
                    float score = _best[before + p] + transition[(p * _labels) + l];
                    if (score > best) (best, from) = (score, p);
                }

                _best[row + l] = best + Scores[row + l];
                _from[row + l] = (byte)from;
            }
        }

        int last = (Length - 1) * _labels, at = BilouScheme.Outside;
        for (int l = 0; l < _labels; l++)
        {
            if (!BilouScheme.LeavesOpen(l) && _best[last + l] > _best[last + at]) at = l;
        }

        for (int i = Length - 1; i >= 0; i--)
        {
            labels[i] = at;
            at = _from[(i * _labels) + at];
        }
    }

    /// <summary>
    /// Probabilities of the labels at each position, by forward and backward sums that are normalised at each position. With <paramref name="allowed"/> only labels
    /// whose bit is set at a position take part. Returns the logarithm of the sum over all sequences, relative to the same call without constraint.
    /// </summary>
    public void ComputeMarginals(ReadOnlySpan<ulong> allowed = default)
    {
        if (Length == 0) return;
        ComputeFactors(allowed);
        ComputeForward();
        ComputeBackward();
        for (int i = 0; i < Length; i++)
        {
            int row = i * _labels;
            float sum = 0;
            for (int l = 0; l < _labels; l++) sum += Marginals[row + l] = _forward[row + l] * _backward[row + l];
            float scale = sum > 0 ? 1 / sum : 0;
            for (int l = 0; l < _labels; l++) Marginals[row + l] *= scale;
        }
    }

    private void ComputeFactors(ReadOnlySpan<ulong> allowed)
    {
        for (int i = 0; i < Length; i++)
        {
            int row = i * _labels;
            float max = float.NegativeInfinity;
            for (int l = 0; l < _labels; l++) max = Math.Max(max, Scores[row + l]);
            ulong mask = allowed.IsEmpty ? ulong.MaxValue : allowed[i];
            for (int l = 0; l < _labels; l++)
            {
                float relative = Scores[row + l] - max;
                _factor[row + l] = (mask >> l & 1) == 0 || relative < -40 ? 0 : ExactMath.Exp(relative);
                if (relative < -40 && (mask >> l & 1) != 0) _factor[row + l] = 4.2e-18f;
            }
        }
    }

    private void ComputeForward()
    {
        float[] transition = _model.Factors;
        for (int l = 0; l < _labels; l++) _forward[l] = BilouScheme.NeedsOpen(l) ? 0 : _factor[l];
        Normalize(_forward.AsSpan(0, _labels));
        for (int i = 1; i < Length; i++)
        {
            int row = i * _labels, before = row - _labels;
            for (int l = 0; l < _labels; l++)
            {
                float sum = 0;
                if (_factor[row + l] > 0)
                {
                    foreach (int p in _model.Previous[l]) sum += _forward[before + p] * transition[(p * _labels) + l];
                }

                _forward[row + l] = sum * _factor[row + l];
            }

            Normalize(_forward.AsSpan(row, _labels));
        }
    }

    private void ComputeBackward()
    {
        float[] transition = _model.Factors;
        int last = (Length - 1) * _labels;
        for (int l = 0; l < _labels; l++) _backward[last + l] = BilouScheme.LeavesOpen(l) ? 0 : 1;
        for (int i = Length - 2; i >= 0; i--)
        {
            int row = i * _labels, after = row + _labels;
            for (int l = 0; l < _labels; l++)
            {
                float sum = 0;
                foreach (int n in _model.Next[l]) sum += _backward[after + n] * _factor[after + n] * transition[(l * _labels) + n];
                _backward[row + l] = sum;
            }

            Normalize(_backward.AsSpan(row, _labels));
        }
    }

    private static void Normalize(Span<float> values)
    {
        float sum = 0;
        foreach (float value in values) sum += value;
        if (sum <= 0) return;
        float scale = 1 / sum;
        for (int i = 0; i < values.Length; i++) values[i] *= scale;
    }
}
