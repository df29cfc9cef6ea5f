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
    private byte[] _from = [], _active = [], _closed = [], _starts = [];
    private bool[] _outside = [];
    private ulong[] _isActive = [];
    private int[] _activeCount = [], _closedCount = [], _startCount = [];

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
        if (_outside.Length < length) GrowPositions(Math.Max(64, length) * 3 / 2);
        Array.Clear(_outside, 0, length);
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
        _closed = new byte[capacity];
        _starts = new byte[capacity];
    }

    private void GrowPositions(int capacity)
    {
        _outside = new bool[capacity];
        _isActive = new ulong[capacity];
        _activeCount = new int[capacity];
        _closedCount = new int[capacity];
        _startCount = new int[capacity];
    }

    public Span<float> ScoresAt(int position) => Scores.AsSpan(position * _labels, _labels);

    /// <summary>Says that a position can only be outside.</summary>
    public void SetOutside(int position)
    {
        _outside[position] = true;
        Scores[position * _labels] = 0;
    }

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

    private ReadOnlySpan<byte> ActiveAt(int position) => _active.AsSpan(position * _labels, _activeCount[position]);

    /// <summary>The active labels after which no name is open.</summary>
    private ReadOnlySpan<byte> ClosedAt(int position) => _closed.AsSpan(position * _labels, _closedCount[position]);

    /// <summary>The active labels that go on with no name.</summary>
    private ReadOnlySpan<byte> StartsAt(int position) => _starts.AsSpan(position * _labels, _startCount[position]);

    private bool IsActive(int position, int label) => (_isActive[position] >> label & 1) != 0;

    // Outside is always looked at, so that there is always a way through.
    private void FindActive()
    {
        for (int i = 0; i < Length; i++)
        {
            int row = i * _labels;
            (_activeCount[i], _closedCount[i], _startCount[i], _isActive[i]) = (0, 0, 0, 0);
            if (_outside[i])
            {
                AddActive(i, row, BilouScheme.Outside, 1);
                continue;
            }

            ReadOnlySpan<float> scores = ScoresAt(i);
            float max = scores[0];
            foreach (float score in scores) max = Math.Max(max, score);
            for (int l = 0; l < scores.Length; l++)
            {
                float relative = scores[l] - max;
                if (relative >= -Beam || l == BilouScheme.Outside) AddActive(i, row, l, ExactMath.Exp(Math.Max(-60f, relative)));
            }
        }
    }

    private void AddActive(int position, int row, int label, float factor)
    {
        _active[row + _activeCount[position]++] = (byte)label;
        if (!BilouScheme.LeavesOpen(label)) _closed[row + _closedCount[position]++] = (byte)label;
        if (!BilouScheme.NeedsOpen(label)) _starts[row + _startCount[position]++] = (byte)label;
        _isActive[position] |= 1UL << label;
        _factor[row + label] = factor;
    }

    // A label that goes on with a name can follow two labels alone: begin and inside of its type, which stand before it.
    private void FindBest(Span<int> labels)
    {
        float[] transition = _model.AllScores;
        foreach (byte l in ActiveAt(0)) _best[l] = BilouScheme.NeedsOpen(l) ? float.NegativeInfinity : Scores[l];
        for (int i = 1; i < Length; i++)
        {
            int row = i * _labels, before = row - _labels;
            ReadOnlySpan<byte> closed = ClosedAt(i - 1);
            foreach (byte l in ActiveAt(i))
            {
                float best = float.NegativeInfinity;
                byte from = BilouScheme.Outside;
                if (BilouScheme.NeedsOpen(l))
                {
                    int begin = BilouScheme.Begin(BilouScheme.TypeOf(l));
                    for (int p = begin; p <= begin + 1; p++)
                    {
                        if (!IsActive(i - 1, p)) continue;
                        float score = _best[before + p] + transition[(p * _labels) + l];
                        if (score > best) (best, from) = (score, (byte)p);
                    }
                }
                else
                {
                    foreach (byte p in closed)
                    {
                        float score = _best[before + p] + transition[(p * _labels) + l];
                        if (score > best) (best, from) = (score, p);
                    }
                }

                _best[row + l] = best + Scores[row + l];
                _from[row + l] = from;
            }
        }

        TraceBack(labels);
    }

    private void TraceBack(Span<int> labels)
    {
        int last = (Length - 1) * _labels, at = BilouScheme.Outside;
        foreach (byte l in ClosedAt(Length - 1))
        {
            if (_best[last + l] > _best[last + at]) at = l;
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
            ReadOnlySpan<byte> closed = ClosedAt(i - 1);
            foreach (byte l in ActiveAt(i))
            {
                float sum = 0;
                if (BilouScheme.NeedsOpen(l))
                {
                    int begin = BilouScheme.Begin(BilouScheme.TypeOf(l));
                    for (int p = begin; p <= begin + 1; p++)
                    {
                        if (IsActive(i - 1, p)) sum += _forward[before + p] * transition[(p * _labels) + l];
                    }
                }
                else
                {
                    foreach (byte p in closed) sum += _forward[before + p] * transition[(p * _labels) + l];
                }

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
            ReadOnlySpan<byte> starts = StartsAt(i + 1);
            foreach (byte l in ActiveAt(i))
            {
                float sum = 0;
                if (BilouScheme.LeavesOpen(l))
                {
                    int inside = BilouScheme.Inside(BilouScheme.TypeOf(l));
                    for (int n = inside; n <= inside + 1; n++)
                    {
                        if (IsActive(i + 1, n)) sum += _backward[after + n] * _factor[after + n] * transition[(l * _labels) + n];
                    }
                }
                else
                {
                    foreach (byte n in starts) sum += _backward[after + n] * _factor[after + n] * transition[(l * _labels) + n];
                }

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
