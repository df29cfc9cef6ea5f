using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Lingotto.Ner;

namespace Lingotto.Training.Ner;

/// <summary>
/// Trains a linear-chain conditional random field (Lafferty et al. 2001) by AdaGrad (Duchi et al. 2011), one sequence after the other, with labels that may be
/// known in part. The same sequences and options give the same weights.
/// </summary>
internal sealed class CrfTrainer
{
    private const float SmallestGradient = 1e-3f;
    private const int SnapshotsPerEpoch = 5;

    /// <summary>The score of names at a position without features, which is outside.</summary>
    private const float PlainScore = -50;

    private readonly CrfTrainerOptions _options;
    private readonly BilouScheme _scheme;
    private readonly int _labels;
    private readonly ChainModel _chain;
    private readonly ChainLattice _lattice, _constrained;
    private readonly float[] _chainSquares, _chainGradient;
    private readonly float[] _gradient;
    private readonly DeterministicRandom _random;
    private IReadOnlySet<uint> _trainingOnly = new HashSet<uint>();
    private uint[] _names = [];
    private float[] _weights = [], _squares = [];
    private double[] _sum = [];
    private int _snapshots;

    public CrfTrainer(BilouScheme scheme, CrfTrainerOptions options)
    {
        (_scheme, _options, _labels) = (scheme, options, scheme.LabelCount);
        _chain = new ChainModel(scheme, new float[_labels * _labels]);
        _lattice = new ChainLattice(_chain);
        _constrained = new ChainLattice(_chain);
        _chainSquares = new float[_labels * _labels];
        _chainGradient = new float[_labels * _labels];
        _gradient = new float[_labels];
        _random = new DeterministicRandom(options.Seed);
    }

    /// <summary>Trains and adds the labeller's sections to a model.</summary>
    /// <param name="sequences">What to learn from.</param>
    /// <param name="writer">Gets the sections.</param>
    /// <param name="name">Name of the sections.</param>
    /// <param name="report">Receives progress.</param>
    /// <param name="trainingOnly">Features that explain sequences in training and that the model does not keep.</param>
    public void Train(IReadOnlyList<LabelledSequence> sequences, ModelWriter writer, string name, ITrainingReport report, IReadOnlySet<uint>? trainingOnly = null)
    {
        _trainingOnly = trainingOnly ?? new HashSet<uint>();
        var numbered = new NumberedSequences(sequences, _options.MinimumCount);
        _names = numbered.Names;
        _weights = new float[_names.Length * _labels];
        _squares = new float[_weights.Length];
        report.Line($"{sequences.Count} sequences, {numbered.PositionCount} positions, {_names.Length} features, {_labels} labels");
        int[] order = [.. Enumerable.Range(0, sequences.Count)];
        TrainRuns(numbered, order, report);
        if (_names.Length > _options.MaximumFeatures) Prune(numbered);
        _sum = new double[_weights.Length + _chain.Scores.Length];
        for (int epoch = 0; epoch < _options.FineTuningEpochs; epoch++) Run(numbered, order, $"fine-tuning {epoch + 1}/{_options.FineTuningEpochs}", report);
        if (_snapshots > 0) TakeAverage();
        AddStartBias();
        Write(writer, name);
    }

    private void AddStartBias()
    {
        for (int t = 0; t < _options.StartBias.Count; t++)
        {
            for (int before = 0; before < _labels; before++)
            {
                _chain.Scores[(before * _labels) + BilouScheme.Begin(t)] += _options.StartBias[t];
                _chain.Scores[(before * _labels) + BilouScheme.Unit(t)] += _options.StartBias[t];
            }
        }
    }

    // Runs that see the sequences in different orders err in different places (Breiman 1996): their mean is kept.
    private void TrainRuns(NumberedSequences sequences, int[] order, ITrainingReport report)
    {
        float[] weights = new float[_weights.Length], squares = new float[_weights.Length], chain = new float[_chain.Scores.Length], chainSquares = new float[chain.Length];
        for (int run = 0; run < _options.Runs; run++)
        {
            foreach (float[] values in (float[][])[_weights, _squares, _chain.Scores, _chainSquares]) Array.Clear(values);
            _chain.Refresh();
            for (int epoch = 0; epoch < _options.Epochs; epoch++) Run(sequences, order, $"run {run + 1}/{_options.Runs}, epoch {epoch + 1}/{_options.Epochs}", report);
            AddShare(_weights, weights);
            AddShare(_squares, squares);
            AddShare(_chain.Scores, chain);
            AddShare(_chainSquares, chainSquares);
        }

        (_weights, _squares) = (weights, squares);
        chain.CopyTo(_chain.Scores, 0);
        chainSquares.CopyTo(_chainSquares, 0);
        _chain.Refresh();
    }

    private void AddShare(float[] values, float[] sums)
    {
        for (int i = 0; i < sums.Length; i++) sums[i] += values[i] / _options.Runs;
    }

    private void Run(NumberedSequences sequences, int[] order, string label, ITrainingReport report)
    {
        _random.Shuffle(order);
        double loss = 0;
        for (int i = 0; i < order.Length; i++)
        {
            loss += Step(sequences[order[i]]);
            if (_sum.Length > 0 && (i + 1) % ((order.Length + SnapshotsPerEpoch - 1) / SnapshotsPerEpoch) == 0) AddSnapshot();
        }

        report.Line(FormattableString.Invariant($"{label} expected errors {loss / sequences.PositionCount:0.00000} per position"));
    }

    /// <summary>One sequence; returns the probability mass on wrong labels.</summary>
    private double Step(LabelledSequence sequence)
    {
        int count = sequence.Count;
        _lattice.Reset(count);
        var hidden = new bool[count];
        for (int i = 0; i < count; i++)
        {
            hidden[i] = _random.NextDouble() < _options.LexicalDropout;
            Span<float> scores = _lattice.ScoresAt(i);
            scores.Fill(sequence.Offsets[i] == sequence.Offsets[i + 1] ? PlainScore : 0);
            scores[BilouScheme.Outside] = 0;
            for (int f = sequence.Offsets[i] + (hidden[i] ? _options.LexicalCount : 0); f < sequence.Offsets[i + 1]; f++) AddRow(sequence.Features[f], scores);
        }

        _lattice.ComputeMarginals();
        _constrained.Reset(count);
        Array.Copy(_lattice.Scores, _constrained.Scores, count * _labels);
        _constrained.ComputeMarginals(sequence.Allowed);
        UpdateChain(sequence.Weight);
        double errors = 0;
        for (int i = 0; i < count; i++) errors += Update(sequence, i, hidden[i]);
        return errors;
    }

    // Lane by lane, so that the width of vectors changes nothing.
    private void AddRow(uint feature, Span<float> scores)
    {
        if (feature == NumberedSequences.Unused) return;
        ref float row = ref _weights[(int)feature * _labels];
        ref float score = ref MemoryMarshal.GetReference(scores);
        int l = 0;
        for (; l + Vector128<float>.Count <= scores.Length; l += Vector128<float>.Count)
        {
            (Vector128.LoadUnsafe(ref score, (nuint)l) + Vector128.LoadUnsafe(ref row, (nuint)l)).StoreUnsafe(ref score, (nuint)l);
        }

        for (; l < scores.Length; l++) Unsafe.Add(ref score, l) += Unsafe.Add(ref row, l);
    }

    private double Update(LabelledSequence sequence, int position, bool hidden)
    {
        ReadOnlySpan<float> found = _lattice.MarginalsAt(position), right = _constrained.MarginalsAt(position);
        float largest = 0, errors = 0;
        for (int l = 0; l < _labels; l++)
        {
            _gradient[l] = (found[l] - right[l]) * sequence.Weight;
            largest = Math.Max(largest, Math.Abs(_gradient[l]));
            errors += Math.Max(0, found[l] - right[l]);
        }

        if (largest < SmallestGradient) return errors;
        for (int f = sequence.Offsets[position] + (hidden ? _options.LexicalCount : 0); f < sequence.Offsets[position + 1]; f++)
        {
            if (sequence.Features[f] != NumberedSequences.Unused) UpdateRow((int)sequence.Features[f] * _labels);
        }

        return errors;
    }

    private void UpdateRow(int row)
    {
        for (int l = 0; l < _labels; l++)
        {
            if (Math.Abs(_gradient[l]) < SmallestGradient) continue;
            float gradient = _gradient[l] + (_options.L2 * _weights[row + l]);
            float squares = _squares[row + l] += gradient * gradient;
            _weights[row + l] -= _options.LearningRate * gradient / MathF.Sqrt(squares + 1e-2f);
        }
    }

    private void UpdateChain(float weight)
    {
        Array.Clear(_chainGradient);
        AddTransitions(_lattice, weight);
        AddTransitions(_constrained, -weight);
        for (int t = 0; t < _chainGradient.Length; t++)
        {
            float gradient = _chainGradient[t];
            if (Math.Abs(gradient) < SmallestGradient) continue;
            _chainSquares[t] += gradient * gradient;
            _chain.Scores[t] -= _options.LearningRate * gradient / MathF.Sqrt(_chainSquares[t] + 1f);
            _chain.Factors[t] = ExactMath.Exp(Math.Clamp(_chain.Scores[t], -60f, 60f));
        }
    }

    private void AddTransitions(ChainLattice lattice, float weight)
    {
        Span<float> edges = stackalloc float[_labels * _labels];
        for (int i = 1; i < lattice.Length; i++)
        {
            int row = i * _labels, before = row - _labels;
            float sum = 0;
            for (int l = 0; l < _labels; l++)
            {
                float into = lattice.Factor[row + l] * lattice.Backward[row + l];
                if (into < 1e-9f) continue;
                foreach (int p in _chain.Previous[l]) sum += edges[(p * _labels) + l] = lattice.Forward[before + p] * _chain.Factors[(p * _labels) + l] * into;
            }

            if (sum <= 0) continue;
            float scale = weight / sum;
            for (int l = 0; l < _labels; l++)
            {
                float into = lattice.Factor[row + l] * lattice.Backward[row + l];
                if (into < 1e-9f) continue;
                foreach (int p in _chain.Previous[l]) _chainGradient[(p * _labels) + l] += edges[(p * _labels) + l] * scale;
            }
        }
    }

    private void AddSnapshot()
    {
        _snapshots++;
        for (int i = 0; i < _weights.Length; i++) _sum[i] += _weights[i];
        for (int t = 0; t < _chain.Scores.Length; t++) _sum[_weights.Length + t] += _chain.Scores[t];
    }

    // The mean of weights seen while training goes on errs less than the last ones (Polyak and Juditsky 1992).
    private void TakeAverage()
    {
        for (int i = 0; i < _weights.Length; i++) _weights[i] = (float)(_sum[i] / _snapshots);
        for (int t = 0; t < _chain.Scores.Length; t++) _chain.Scores[t] = (float)(_sum[_weights.Length + t] / _snapshots);
        _chain.Refresh();
    }

    private void Prune(NumberedSequences sequences)
    {
        int[] kept = [.. Enumerable.Range(0, _names.Length)
            .Where(f => !_trainingOnly.Contains(_names[f])).OrderByDescending(f => Spread(f)).ThenBy(f => f).Take(_options.MaximumFeatures)
            .Concat(Enumerable.Range(0, _names.Length).Where(f => _trainingOnly.Contains(_names[f]))).Order()];
        var number = new uint[_names.Length];
        Array.Fill(number, NumberedSequences.Unused);
        var weights = new float[kept.Length * _labels];
        var squares = new float[kept.Length * _labels];
        for (int i = 0; i < kept.Length; i++)
        {
            number[kept[i]] = (uint)i;
            Array.Copy(_weights, kept[i] * _labels, weights, i * _labels, _labels);
            Array.Copy(_squares, kept[i] * _labels, squares, i * _labels, _labels);
        }

        _names = [.. kept.Select(f => _names[f])];
        (_weights, _squares) = (weights, squares);
        sequences.Renumber(number);
    }

    private float Spread(int feature)
    {
        ReadOnlySpan<float> row = _weights.AsSpan(feature * _labels, _labels);
        float low = row[0], high = row[0];
        foreach (float weight in row) (low, high) = (Math.Min(low, weight), Math.Max(high, weight));
        return high - low;
    }

    private void Write(ModelWriter writer, string name)
    {
        const float LargestWeight = 8;
        int[] kept = [.. Enumerable.Range(0, _names.Length).Where(f => !_trainingOnly.Contains(_names[f]))];
        int columns = _labels - 1;
        float largest = 0;
        for (int i = 0; i < kept.Length * columns; i++) largest = Math.Max(largest, Math.Abs(Weight(i)));
        float scale = Math.Min(largest, LargestWeight) / 127;
        var rows = new sbyte[kept.Length * columns];
        for (int i = 0; i < rows.Length; i++) rows[i] = (sbyte)Math.Clamp(MathF.Round(Weight(i) / scale), -127, 127);
        SequenceModel.Write(writer, name, _scheme, [.. kept.Select(f => _names[f])], rows, scale, _chain.Scores);

        // Against that of outside: only differences count.
        float Weight(int cell)
        {
            int row = kept[cell / columns] * _labels;
            return _weights[row + 1 + (cell % columns)] - _weights[row + BilouScheme.Outside];
        }
    }
}
