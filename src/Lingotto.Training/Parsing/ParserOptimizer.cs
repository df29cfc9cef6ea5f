using System.Runtime.Intrinsics;
using Lingotto.Parsing;

namespace Lingotto.Training.Parsing;

/// <summary>Adam (Kingma and Ba 2015) with the norm of the dense gradient clipped; of the embeddings only rows that a batch touched are moved.</summary>
internal sealed unsafe class ParserOptimizer : IDisposable
{
    private const float Beta1 = 0.9f;
    private const float Beta2 = 0.98f;
    private const float Epsilon = 1e-8f;
    private const double GreatestNorm = 5;

    private readonly ParserParameters _parameters;
    private readonly NativeArray _first = new();
    private readonly NativeArray _second = new();
    private readonly NativeArray _firstRows = new();
    private readonly NativeArray _secondRows = new();
    private readonly NativeArray _rowGradients = new();
    private readonly bool[] _touched;
    private readonly List<int> _touchedRows = [];
    private double _power1 = 1, _power2 = 1;

    /// <summary>An optimizer with no memory yet.</summary>
    public ParserOptimizer(ParserParameters parameters)
    {
        _parameters = parameters;
        long rows = (long)parameters.Shape.Rows * parameters.Shape.Embedding;
        _first.Zeroed(parameters.Layout.Length);
        _second.Zeroed(parameters.Layout.Length);
        _firstRows.Zeroed(rows);
        _secondRows.Zeroed(rows);
        _rowGradients.Zeroed(rows);
        _touched = new bool[parameters.Shape.Rows];
    }

    /// <summary>Adds the gradients that a pass left for the rows of its words.</summary>
    public void AddRows(ParserGraph graph)
    {
        int width = _parameters.Shape.Embedding;
        ReadOnlySpan<int> rows = graph.Rows;
        for (int i = 0; i < rows.Length; i++)
        {
            int row = rows[i];
            if (!_touched[row])
            {
                _touched[row] = true;
                _touchedRows.Add(row);
            }

            VectorMath.AddTo(_rowGradients.Pointer + ((long)row * width), graph.InputGradient + ((long)(i / WordFeatures.RowCount) * width), width);
        }
    }

    /// <summary>Moves the parameters against the gradients, and sets the gradients to zero.</summary>
    public void Step(float* gradients, float rate)
    {
        _power1 *= Beta1;
        _power2 *= Beta2;
        float step = (float)(rate * Math.Sqrt(1 - _power2) / (1 - _power1));
        double norm = 0;
        for (int i = 0; i < _parameters.Layout.Length; i++) norm += (double)gradients[i] * gradients[i];
        float clip = norm > GreatestNorm * GreatestNorm ? (float)(GreatestNorm / Math.Sqrt(norm)) : 1f;
        Move(_parameters.Dense, gradients, _first.Pointer, _second.Pointer, _parameters.Layout.Length, step, clip);
        int width = _parameters.Shape.Embedding;
        foreach (int row in _touchedRows)
        {
            long at = (long)row * width;
            Move(_parameters.Embeddings + at, _rowGradients.Pointer + at, _firstRows.Pointer + at, _secondRows.Pointer + at, width, step, clip);
            _touched[row] = false;
        }

        _touchedRows.Clear();
    }

    private static void Move(float* values, float* gradients, float* first, float* second, int count, float step, float clip)
    {
        for (int i = 0; i < count; i += 16)
        {
            Vector512<float> g = Vector512.Load(gradients + i) * clip;
            Vector512<float> m = (Vector512.Load(first + i) * Beta1) + (g * (1 - Beta1));
            Vector512<float> v = (Vector512.Load(second + i) * Beta2) + (g * g * (1 - Beta2));
            m.Store(first + i);
            v.Store(second + i);
            (Vector512.Load(values + i) - (m * step / (Vector512.Sqrt(v) + Vector512.Create(Epsilon)))).Store(values + i);
            Vector512<float>.Zero.Store(gradients + i);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (NativeArray array in (NativeArray[])[_first, _second, _firstRows, _secondRows, _rowGradients]) array.Dispose();
    }
}
