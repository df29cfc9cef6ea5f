using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lingotto.Inference;

namespace Lingotto.Parsing;

/// <summary>From words to the projections that arcs and relations are scored by: embeddings, recurrent layers, projection.</summary>
internal static unsafe class SentenceEncoder
{
    private const float Unit = 127f;
    private const float Offset = 128.5f;

    /// <summary>Fills the workspace's parts of speech and projections for the words from <paramref name="first"/> on.</summary>
    public static void Encode(ParserModel model, ParserWorkspace workspace, DocumentBuilder document, int first, int count, bool beginsSentence)
    {
        Embed(model, workspace, document, first, count, beginsSentence);
        int width = model.Embedding;
        foreach (ref readonly ByteLayer layer in model.Layers)
        {
            layer.Sums(workspace.Activations, count, width, workspace.Sums, model.Gates);
            Recur(model.Hidden, in layer, workspace, count, backward: false);
            Recur(model.Hidden, in layer, workspace, count, backward: true);
            width = model.Wide;
        }

        ByteLayer projection = model.Projection;
        projection.Sums(workspace.Activations, count, width, workspace.Sums, projection.Outputs);
        for (int i = 0; i < count; i++)
        {
            int* sums = workspace.Sums + (i * projection.Outputs);
            float* to = workspace.Projected + (i * projection.Outputs);
            for (int k = 0; k < projection.Outputs; k += 8) Value(sums + k, projection.Scale + k, projection.Bias + k).Store(to + k);
        }
    }

    private static void Embed(ParserModel model, ParserWorkspace workspace, DocumentBuilder document, int first, int count, bool beginsSentence)
    {
        int* rows = stackalloc int[WordFeatures.RowCount];
        Span<ulong> keys = stackalloc ulong[WordFeatures.KeyCount];
        Vector256<float> factor = Vector256.Create(model.InputFactor);
        for (int i = 0; i < count; i++)
        {
            int word = first + i;
            ReadOnlySpan<char> form = document.Form(word);
            Upos upos = document.Upos(word);
            WordFeatures.Keys(form, document.Lemma(word), upos, document.Feats(word), keys);
            for (int k = 0; k < WordFeatures.KeyCount; k++) rows[k] = model.Keys.Find(keys[k], k);
            rows[WordFeatures.KeyCount] = WordFeatures.FirstUposRow + (int)upos;
            rows[WordFeatures.KeyCount + 1] = WordFeatures.FirstShapeRow + WordFeatures.Shape(form, beginsSentence && i == 0);
            rows[WordFeatures.TreebankSlot] = model.TreebankRow;
            workspace.Upos[i + 1] = (byte)upos;
            Sum(model, rows, factor, workspace.Activations + (i * model.Embedding));
        }
    }

    private static void Sum(ParserModel model, int* rows, Vector256<float> factor, byte* to)
    {
        for (int k = 0; k < model.Embedding; k += 16)
        {
            Vector256<short> sum = Vector256<short>.Zero;
            for (int r = 0; r < WordFeatures.RowCount; r++)
            {
                Vector128<sbyte> row = Vector128.Load(model.Rows + ((long)rows[r] * model.Embedding) + k);
                sum += Vector256.Create(Vector128.WidenLower(row), Vector128.WidenUpper(row));
            }

            Store(Quantise(Vector256.WidenLower(sum), factor), to + k);
            Store(Quantise(Vector256.WidenUpper(sum), factor), to + k + 8);
        }
    }

    private static void Recur(int hidden, in ByteLayer layer, ParserWorkspace workspace, int count, bool backward)
    {
        int column = backward ? 3 * hidden : 0;
        float* cell = workspace.Cell, scale = layer.Scale + column, bias = layer.Bias + column;
        Unsafe.InitBlockUnaligned(cell, 0, (uint)(hidden * sizeof(float)));
        for (int step = 0; step < count; step++)
        {
            int i = backward ? count - 1 - step : step;
            int* sums = workspace.Sums + (i * layer.Outputs) + column;
            byte* to = workspace.Activations + (i * 2 * hidden) + (backward ? hidden : 0);
            for (int k = 0; k < hidden; k += 8)
            {
                Vector256<float> z = Cubic(Value(sums + k, scale + k, bias + k));
                Vector256<float> forget = Gate(Value(sums + hidden + k, scale + hidden + k, bias + hidden + k));
                Vector256<float> output = Gate(Value(sums + (2 * hidden) + k, scale + (2 * hidden) + k, bias + (2 * hidden) + k));
                Vector256<float> c = z + (forget * (Vector256.Load(cell + k) - z));
                c.Store(cell + k);
                Store(Vector256.ConvertToInt32((c * output * Unit) + Vector256.Create(Offset)), to + k);
            }
        }
    }

    /// <summary>Numbers of eight sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Value(int* sums, float* scale, float* bias) =>
        (Vector256.ConvertToSingle(Vector256.Load(sums)) * Vector256.Load(scale)) + Vector256.Load(bias);

    /// <summary>Stores eight numbers of 0 to 255 as bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store(Vector256<int> values, byte* to)
    {
        Vector128<short> narrow = Vector128.Narrow(values.GetLower(), values.GetUpper());
        *(ulong*)to = Vector128.Narrow(narrow.AsUInt16(), narrow.AsUInt16()).AsUInt64().ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Quantise(Vector256<int> sum, Vector256<float> factor)
    {
        Vector256<float> value = (Vector256.ConvertToSingle(sum) * factor) + Vector256.Create(Offset);
        return Vector256.ConvertToInt32(Vector256.Max(Vector256.Min(value, Vector256.Create(255f)), Vector256.Create(1f)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Cubic(Vector256<float> x)
    {
        Vector256<float> t = Vector256.Max(Vector256.Min(x, Vector256.Create(ClippedCubic.Limit)), Vector256.Create(-ClippedCubic.Limit));
        return t * (Vector256.Create(0.75f) - (t * t * 0.0625f));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Gate(Vector256<float> x) => Vector256.Create(0.5f) + (Cubic(x * ClippedCubic.GateScale) * 0.5f);
}
