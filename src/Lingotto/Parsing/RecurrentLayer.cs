using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lingotto.Parsing;

/// <summary>
/// The two-way simple recurrent unit (after Lei et al. 2018): gates depend on a word alone, so that the step from word to word is elementwise.
/// </summary>
internal static unsafe class RecurrentLayer
{
    private const short ByteScale = 254;
    private const short ByteOffset = 128;

    /// <summary>From sums to candidate, forget gate and output gate of both directions.</summary>
    public static void Activate(in ByteLayer layer, int hidden, int* sums, short* gates)
    {
        for (int direction = 0; direction < 2; direction++)
        {
            int column = direction * 3 * hidden;
            for (int k = column; k < column + hidden; k += FixedPoint.Lanes) FixedPoint.Cubic(FixedPoint.Scaled(sums + k, layer.Scale + k, layer.Bias + k)).Store(gates + k);
            for (int k = column + hidden; k < column + (3 * hidden); k += FixedPoint.Lanes) FixedPoint.Gate(FixedPoint.Scaled(sums + k, layer.Scale + k, layer.Bias + k)).Store(gates + k);
        }
    }

    /// <summary>Reads the gates of a segment in both directions and writes the next layer's activations.</summary>
    public static void Run(int hidden, ParserWorkspace workspace, int count)
    {
        for (int i = 0; i < count; i++) Step(hidden, workspace.Gates[i], workspace.Cell, workspace.Activations + (i * 2 * hidden), i == 0);
        for (int i = count - 1; i >= 0; i--) Step(hidden, workspace.Gates[i] + (3 * hidden), workspace.Cell, workspace.Activations + (i * 2 * hidden) + hidden, i == count - 1);
    }

    private static void Step(int hidden, short* gates, short* cell, byte* to, bool begins)
    {
        if (begins) Unsafe.InitBlockUnaligned(cell, 0, (uint)(hidden * sizeof(short)));
        Vector256<short> scale = Vector256.Create(ByteScale), offset = Vector256.Create(ByteOffset);
        for (int k = 0; k < hidden; k += FixedPoint.Lanes)
        {
            Vector256<short> z = Vector256.Load(gates + k);
            Vector256<short> c = z + FixedPoint.Product(Vector256.Load(gates + hidden + k), Vector256.Load(cell + k) - z);
            c.Store(cell + k);
            FixedPoint.Store(FixedPoint.Product(FixedPoint.Product(c, Vector256.Load(gates + (2 * hidden) + k)), scale) + offset, to + k);
        }
    }
}
