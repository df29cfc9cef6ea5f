using System.Runtime.Intrinsics;

namespace Lingotto.Parsing;

/// <summary>From words to the sums that arcs and relations are scored by: embeddings, recurrent layers, projection.</summary>
internal static unsafe class SentenceEncoder
{
    private const float Offset = 128.5f;

    /// <summary>Fills the workspace's parts of speech and the sums of the projections for the words from <paramref name="first"/> on.</summary>
    public static void Encode(ParserModel model, ParserWorkspace workspace, DocumentBuilder document, int first, int count, bool beginsSentence)
    {
        FirstGates(model, workspace, document, first, count, beginsSentence);
        RecurrentLayer.Run(model.Hidden, workspace, count);
        foreach (ref readonly ByteLayer layer in model.Layers[1..])
        {
            layer.Sums(workspace.Activations, count, model.Wide, workspace.Sums, model.Gates);
            for (int i = 0; i < count; i++)
            {
                workspace.Gates[i] = workspace.SegmentGates + (i * model.Gates);
                RecurrentLayer.Activate(in layer, model.Hidden, workspace.Sums + (i * model.Gates), workspace.Gates[i]);
            }

            RecurrentLayer.Run(model.Hidden, workspace, count);
        }

        model.Projection.Sums(workspace.Activations, count, model.Wide, workspace.Sums, model.Projection.Outputs);
    }

    /// <summary>Finds the first layer's gates of every word, or computes them.</summary>
    private static void FirstGates(ParserModel model, ParserWorkspace workspace, DocumentBuilder document, int first, int count, bool beginsSentence)
    {
        WordGateCache cache = workspace.Words;
        cache.BeginSegment();
        int missing = 0;
        for (int i = 0; i < count; i++)
        {
            int word = first + i;
            bool begins = beginsSentence && i == 0;
            Upos upos = document.Upos(word);
            workspace.Upos[i + 1] = (byte)upos;
            bool known = cache.Find(WordGateCache.Key(document.Form(word), document.Lemma(word), upos, begins), document.Feats(word), out short* gates);
            workspace.Gates[i] = gates;
            if (known) continue;
            workspace.Missing[missing] = i;
            Embed(model, document, word, begins, workspace.Activations + (missing++ * model.Embedding));
        }

        if (missing == 0) return;
        ref readonly ByteLayer layer = ref model.Layers[0];
        layer.Sums(workspace.Activations, missing, model.Embedding, workspace.Sums, model.Gates);
        for (int m = 0; m < missing; m++) RecurrentLayer.Activate(in layer, model.Hidden, workspace.Sums + (m * model.Gates), workspace.Gates[workspace.Missing[m]]);
    }

    private static void Embed(ParserModel model, DocumentBuilder document, int word, bool begins, byte* to)
    {
        int* rows = stackalloc int[WordFeatures.RowCount];
        Span<ulong> keys = stackalloc ulong[WordFeatures.KeyCount];
        ReadOnlySpan<char> form = document.Form(word);
        Upos upos = document.Upos(word);
        WordFeatures.Keys(form, document.Lemma(word), upos, document.Feats(word), keys);
        for (int k = 0; k < WordFeatures.KeyCount; k++) rows[k] = model.Keys.Find(keys[k], k);
        rows[WordFeatures.KeyCount] = WordFeatures.FirstUposRow + (int)upos;
        rows[WordFeatures.KeyCount + 1] = WordFeatures.FirstShapeRow + WordFeatures.Shape(form, begins);
        rows[WordFeatures.TreebankSlot] = model.TreebankRow;
        Vector256<float> factor = Vector256.Create(model.InputFactor);
        for (int k = 0; k < model.Embedding; k += FixedPoint.Lanes)
        {
            Vector256<short> sum = Vector256<short>.Zero;
            for (int r = 0; r < WordFeatures.RowCount; r++)
            {
                Vector128<sbyte> row = Vector128.Load(model.Rows + ((long)rows[r] * model.Embedding) + k);
                sum += Vector256.Create(Vector128.WidenLower(row), Vector128.WidenUpper(row));
            }

            FixedPoint.Store(Vector256.Narrow(Quantise(Vector256.WidenLower(sum), factor), Quantise(Vector256.WidenUpper(sum), factor)), to + k);
        }
    }

    private static Vector256<int> Quantise(Vector256<int> sum, Vector256<float> factor)
    {
        Vector256<float> value = (Vector256.ConvertToSingle(sum) * factor) + Vector256.Create(Offset);
        return Vector256.ConvertToInt32Native(Vector256.Max(Vector256.Min(value, Vector256.Create(255f)), Vector256.Create(1f)));
    }
}
