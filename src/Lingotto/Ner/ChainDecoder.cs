namespace Lingotto.Ner;

/// <summary>
/// Finds the best labels of one sequence and their probabilities as <see cref="ChainLattice"/> does, but looks at each position only at the labels whose own
/// score is near the best one: most words can only be outside. Grows once and is used again. Not safe for concurrent use.
/// </summary>
internal sealed class ChainDecoder
{
    /// <summary>How much below the best score of its position a label may score.</summary>
    private const float Beam = 8;

    private readonly ChainModel _model;
    private readonly int _labels;
    private float[] _factor = [], _forward = [], _backward = [], _best = [], _marginals = [];
    private byte[] _from = [], _active = [];
    private int[] _activeEnd = [];

    public ChainDecoder(ChainModel model)
    {
        _model = model;
        _labels = model.Scheme.LabelCount;
    }

    public int Length { get; private set; }

    private float[] Scores { get; set; } = [];

    public void Reset(int length)
    {
        Length = length;
        int cells = length * _labels;
        if (Scores.Length >= cells) return;
        int capacity = Math.Max(cells, 64 * _labels) * 3 / 2;
        Scores = new float[capacity];
        _marginals = new float[capacity];
        _factor = new float[capacity];
        _forward = new float[capacity];
        _backward = new float[capacity];
        _best = new float[capacity];
        _from = new byte[capacity];
        _active = new byte[capacity];
        _activeEnd = new int[capacity];
    }

    public Span<float> ScoresAt(int position) => Scores.AsSpan(position * _labels, _labels);

    /// <summary>Probabilities of the labels at a position, after <see cref="Decode"/>.</summary>
    public ReadOnlySpan<float> MarginalsAt(int position) => _marginals.AsSpan(position * _labels, _labels);

    /// <summary>The most probable label sequence; computes the probabilities too.</summary>
    public void Decode(Span<int> labels)
    {
        if (Length == 0) return;
        FindActive();
        FindBest(labels);
        ComputeForward();
        ComputeBackward();
        ComputeMarginals();
    }

    private ReadOnlySpan<byte> ActiveAt(int position) => _active.AsSpan(position * _labels, _activeEnd[position]);

    // Outside is always looked at, so that there is always a way through.
    private void FindActive()
    {
        for (int i = 0; i < Length; i++)
        {
            ReadOnlySpan<float> scores = ScoresAt(i);
            float max = scores[0];
            foreach (float score in scores) max = Math.Max(max, score);
            int count = 0, row = i * _labels;
            for (int l = 0; l < scores.Length; l++)
            {
                float relative = scores[l] - max;
                if (relative < -Beam && l != BilouScheme.Outside) continue;
                _active[row + count++] = (byte)l;
                _factor[row + l] = ExactMath.Exp(Math.Max(-60f, relative));
            }

            _activeEnd[i] = count;
        }
    }

    private void FindBest(Span<int> labels)
    {
        float[] transition = _model.AllScores;
        foreach (byte l in ActiveAt(0)) _best[l] = BilouScheme.NeedsOpen(l) ? float.NegativeInfinity : Scores[l];
        for (int i = 1; i < Length; i++)
        {
            int row = i * _labels, before = row - _labels;
            ReadOnlySpan<byte> previous = ActiveAt(i - 1);
            foreach (byte l in ActiveAt(i))
            {
                float best = float.NegativeInfinity;
                byte from = BilouScheme.Outside;
                foreach (byte p in previous)
                {
                    float score = _best[before + p] + transition[(p * _labels) + l];
                    if (score > best) (best, from) = (score, p);
                }

                _best[row + l] = best + Scores[row + l];
                _from[row + l] = from;
            }
        }

        int last = (Length - 1) * _labels, at = BilouScheme.Outside;
        foreach (byte l in ActiveAt(Length - 1))
        {
            if (!BilouScheme.LeavesOpen(l) && _best[last + l] > _best[last + at]) at = l;
        }

        for (int i = Length - 1; i >= 0; i--)
        {
            labels[i] = at;
            at = _from[(i * _labels) + at];
        }
    }

    private void ComputeForward()
    {
        float[] transition = _model.Factors;
        foreach (byte l in ActiveAt(0)) _forward[l] = BilouScheme.NeedsOpen(l) ? 0 : _factor[l];
        Normalize(_forward, 0);
        for (int i = 1; i < Length; i++)
        {
            int row = i * _labels, before = row - _labels;
            ReadOnlySpan<byte> previous = ActiveAt(i - 1);
            foreach (byte l in ActiveAt(i))
            {
                float sum = 0;
                foreach (byte p in previous) sum += _forward[before + p] * transition[(p * _labels) + l];
                _forward[row + l] = sum * _factor[row + l];
            }

            Normalize(_forward, i);
        }
    }

    private void ComputeBackward()
    {
        float[] transition = _model.Factors;
        int last = (Length - 1) * _labels;
        foreach (byte l in ActiveAt(Length - 1)) _backward[last + l] = BilouScheme.LeavesOpen(l) ? 0 : 1;
        for (int i = Length - 2; i >= 0; i--)
        {
            int row = i * _labels, after = row + _labels;
            ReadOnlySpan<byte> next = ActiveAt(i + 1);
            foreach (byte l in ActiveAt(i))
            {
                float sum = 0;
                foreach (byte n in next) sum += _backward[after + n] * _factor[after + n] * transition[(l * _labels) + n];
                _backward[row + l] = sum;
            }

            Normalize(_backward, i);
        }
    }

    private void ComputeMarginals()
    {
        for (int i = 0; i < Length; i++)
        {
            int row = i * _labels;
            _marginals.AsSpan(row, _labels).Clear();
            foreach (byte l in ActiveAt(i)) _marginals[row + l] = _forward[row + l] * _backward[row + l];
            Normalize(_marginals, i);
        }
    }

    private void Normalize(float[] values, int position)
    {
        int row = position * _labels;
        float sum = 0;
        foreach (byte l in ActiveAt(position)) sum += values[row + l];
        if (sum <= 0) return;
        float scale = 1 / sum;
        foreach (byte l in ActiveAt(position)) values[row + l] *= scale;
    }
}
