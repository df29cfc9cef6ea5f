using System.Runtime.Intrinsics;

namespace Lingotto.Training.Parsing;

/// <content>The recurrent layers.</content>
internal sealed unsafe partial class ParserGraph
{
    private void RecurrentForward(int layer)
    {
        int hidden = _shape.Hidden, wide = _shape.Wide, gatesWide = _shape.Gates;
        float* gates = _gates[layer].Pointer;
        float* cells = _cells[layer].Reserve((long)_words * wide);
        float* output = _inputs[layer + 1].Reserve((long)_words * wide);
        for (int s = 0; _offsets[s] < _words; s++)
        {
            int first = _offsets[s], last = _offsets[s + 1] - 1;
            for (int direction = 0; direction < 2; direction++)
            {
                int step = direction == 0 ? 1 : -1, start = direction == 0 ? first : last, stop = direction == 0 ? last + 1 : first - 1;
                for (int k = 0; k < hidden; k += 16)
                {
                    Vector512<float> cell = Vector512<float>.Zero;
                    for (int i = start; i != stop; i += step)
                    {
                        float* at = gates + ((long)i * gatesWide) + (direction * 3 * hidden) + k;
                        long place = ((long)i * wide) + (direction * hidden) + k;
                        Vector512<float> z = VectorMath.Cubic(Vector512.Load(at));
                        Vector512<float> forget = VectorMath.Gate(Vector512.Load(at + hidden));
                        cell = z + (forget * (cell - z));
                        cell.Store(cells + place);
                        (cell * VectorMath.Gate(Vector512.Load(at + (2 * hidden)))).Store(output + place);
                    }
                }
            }
        }
    }

    /// <summary>Replaces the gates by their gradients.</summary>
    private void RecurrentBackward(int layer, float* up)
    {
        int hidden = _shape.Hidden, wide = _shape.Wide, gatesWide = _shape.Gates;
        float* gates = _gates[layer].Pointer;
        float* cells = _cells[layer].Pointer;
        for (int s = 0; _offsets[s] < _words; s++)
        {
            int first = _offsets[s], last = _offsets[s + 1] - 1;
            for (int direction = 0; direction < 2; direction++)
            {
                int step = direction == 0 ? 1 : -1, start = direction == 0 ? first : last, stop = direction == 0 ? last : first;
                for (int k = 0; k < hidden; k += 16)
                {
                    Vector512<float> carried = Vector512<float>.Zero;
                    for (int i = stop; i != start - step; i -= step)
                    {
                        float* at = gates + ((long)i * gatesWide) + (direction * 3 * hidden) + k;
                        long place = ((long)i * wide) + (direction * hidden) + k;
                        Vector512<float> pz = Vector512.Load(at), pf = Vector512.Load(at + hidden), po = Vector512.Load(at + (2 * hidden));
                        Vector512<float> z = VectorMath.Cubic(pz), forget = VectorMath.Gate(pf);
                        Vector512<float> cell = Vector512.Load(cells + place);
                        Vector512<float> before = i == start ? Vector512<float>.Zero : Vector512.Load(cells + place - ((long)step * wide));
                        Vector512<float> dh = Vector512.Load(up + place);
                        carried += dh * VectorMath.Gate(po);
                        (dh * cell * VectorMath.GateSlope(po)).Store(at + (2 * hidden));
                        (carried * (before - z) * VectorMath.GateSlope(pf)).Store(at + hidden);
                        (carried * (Vector512.Create(1f) - forget) * VectorMath.CubicSlope(pz)).Store(at);
                        carried *= forget;
                    }
                }
            }
        }
    }
}
